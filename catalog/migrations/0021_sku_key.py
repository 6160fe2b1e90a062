"""SKUs and titles without case, separators and leading zeros: "KT-0707/60" is kt070760."""

from django.db import migrations

KEY = r"""
CREATE FUNCTION catalog_sku_key(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ltrim(regexp_replace(catalog_fold($1), '[^[:alnum:]]+', '', 'g'), '0');
CREATE INDEX variant_sku_key ON catalog_variant (catalog_sku_key(sku) text_pattern_ops);
CREATE INDEX product_title_key ON catalog_product (catalog_sku_key(title) text_pattern_ops);
CREATE INDEX translation_title_key
    ON catalog_translation (catalog_sku_key(title) text_pattern_ops);
"""

UNDO = """
DROP INDEX translation_title_key;
DROP INDEX product_title_key;
DROP INDEX variant_sku_key;
DROP FUNCTION catalog_sku_key(text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0020_fold_every_script")]
    operations = [migrations.RunSQL(KEY, UNDO)]
