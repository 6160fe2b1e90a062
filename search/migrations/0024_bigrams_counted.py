"""The words of scripts without spaces are counted as full text has them now: in bigrams."""

from importlib import import_module
from typing import Any

from django.db import migrations

SCRIPT = import_module("catalog.migrations.0045_bigrams").SCRIPT
COUNTED = f"""
INSERT INTO search_cataloguechange (part)
SELECT id / 1000 FROM catalog_product
 WHERE title ~ '{SCRIPT}' OR keywords ~ '{SCRIPT}' OR description ~ '{SCRIPT}'
 UNION
SELECT product_id / 1000 FROM catalog_translation
 WHERE title ~ '{SCRIPT}' OR description ~ '{SCRIPT}'
"""


class Migration(migrations.Migration):
    dependencies: Any = [
        ("vitrine_search", "0023_products_of_photos"),
        ("catalog", "0046_bigrams_of_rows"),
    ]
    operations: Any = [migrations.RunSQL(COUNTED, migrations.RunSQL.noop)]
