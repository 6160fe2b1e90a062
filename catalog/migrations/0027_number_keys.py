"""Barcodes and makers' numbers are found as SKUs are (0021)."""

from django.db import migrations

KEYS = """
CREATE INDEX variant_gtin_key ON catalog_variant (catalog_sku_key(gtin)) WHERE gtin <> '';
CREATE INDEX variant_mpn_key ON catalog_variant (catalog_sku_key(mpn)) WHERE mpn <> '';
"""

UNDO = """
DROP INDEX variant_mpn_key;
DROP INDEX variant_gtin_key;
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0026_sku_key_costs")]
    operations = [migrations.RunSQL(KEYS, UNDO)]
