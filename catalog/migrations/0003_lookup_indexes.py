"""Indexes for finding by hand: SKUs whole and in part, titles by the beginnings of their words."""

from django.db import migrations

INDEXES = """
CREATE INDEX variant_sku_segments ON catalog_variant USING gin (
    to_tsvector('simple', regexp_replace(upper(sku), '[^A-Z0-9]+', ' ', 'g')));
CREATE INDEX variant_sku_beginning ON catalog_variant (upper(sku) text_pattern_ops);
CREATE INDEX product_title_words ON catalog_product USING gin (
    to_tsvector('simple', catalog_fold(title)));
"""

UNDO = """
DROP INDEX product_title_words;
DROP INDEX variant_sku_beginning;
DROP INDEX variant_sku_segments;
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_keywords")]
    operations = [migrations.RunSQL(INDEXES, UNDO)]
