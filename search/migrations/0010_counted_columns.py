"""A product is counted anew by the columns that it and its variants have gained."""

from typing import Any

from django.db import migrations

UPDATED = """
DROP TRIGGER search_counted_updated ON {table};
CREATE TRIGGER search_counted_updated AFTER UPDATE ON {table} FOR EACH ROW
WHEN ({changed}) EXECUTE FUNCTION search_part_changed('{key}');
"""
BEFORE = {
    "catalog_product": "title description category_id brand_id active gender material currency"
    " attributes",
    "catalog_variant": "product_id color size",
}
NOW = {
    "catalog_product": "title description category_id brand_id active gender material currency"
    " attributes keywords facts",
    "catalog_variant": "product_id color size options",
}
KEYS = {"catalog_product": "id", "catalog_variant": "product_id"}


def triggers(columns: dict[str, str]) -> str:
    return "".join(
        UPDATED.format(
            table=table,
            key=KEYS[table],
            changed=" OR ".join(f"OLD.{n} IS DISTINCT FROM NEW.{n}" for n in names.split()),
        )
        for table, names in columns.items()
    )


# Everything that was counted by the old columns, once more.
ALL = """
INSERT INTO search_cataloguechange (part) SELECT DISTINCT id / 1000 FROM catalog_product;
"""


class Migration(migrations.Migration):
    dependencies: Any = [
        ("catalog", "0024_keywords_of_attributes"),
        ("vitrine_search", "0009_colors_of_photos"),
    ]
    operations: Any = [migrations.RunSQL(triggers(NOW) + ALL, triggers(BEFORE))]
