"""Triggers that say which part of the catalogue has to be counted anew, whoever writes.

A change is a row of its own, never an update of one that others update too: nobody who saves waits
for another. A price or a stock changes nothing here; prices are counted anew at night.
"""

from typing import Any

from django.db import migrations

PART = 1_000  # search.understanding.catalogue_counts.PART

# Table, column of the product's id, columns that are counted
COUNTED = (
    (
        "catalog_product",
        "id",
        "title description category_id brand_id active gender material currency attributes",
    ),
    ("catalog_variant", "product_id", "product_id color size"),
    ("catalog_translation", "product_id", "product_id language title description"),
)
NAMES = (
    ("catalog_category", "path url_path"),
    ("catalog_brand", "name"),
    ("search_synonym", "words"),
)

FUNCTIONS = f"""
CREATE FUNCTION search_parts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_ARGV[0] = 'id' THEN
        INSERT INTO search_cataloguechange (part) SELECT DISTINCT id / {PART} FROM some_rows;
    ELSE
        INSERT INTO search_cataloguechange (part)
        SELECT DISTINCT product_id / {PART} FROM some_rows;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION search_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_ARGV[0] = 'id' THEN
        INSERT INTO search_cataloguechange (part) VALUES (NEW.id / {PART});
    ELSE
        INSERT INTO search_cataloguechange (part)
        SELECT DISTINCT unnest(ARRAY[OLD.product_id / {PART}, NEW.product_id / {PART}]);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION search_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_cataloguechange (part) VALUES (NULL);
    RETURN NULL;
END $$;
"""
OF_PRODUCTS = """
CREATE TRIGGER search_counted_inserted AFTER INSERT ON {table} REFERENCING NEW TABLE AS some_rows
FOR EACH STATEMENT EXECUTE FUNCTION search_parts_changed('{key}');
CREATE TRIGGER search_counted_deleted AFTER DELETE ON {table} REFERENCING OLD TABLE AS some_rows
FOR EACH STATEMENT EXECUTE FUNCTION search_parts_changed('{key}');
CREATE TRIGGER search_counted_updated AFTER UPDATE ON {table} FOR EACH ROW
WHEN ({changed}) EXECUTE FUNCTION search_part_changed('{key}');
"""
OF_NAMES = """
CREATE TRIGGER search_named AFTER INSERT OR DELETE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION search_names_changed();
CREATE TRIGGER search_renamed AFTER UPDATE ON {table} FOR EACH ROW
WHEN ({changed}) EXECUTE FUNCTION search_names_changed();
"""
# What is there already is counted by the first worker that looks.
EXISTING = f"""
INSERT INTO search_cataloguechange (part) SELECT DISTINCT id / {PART} FROM catalog_product;
"""


def changed(columns: str) -> str:
    return " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns.split())


MAKE = (
    FUNCTIONS
    + "".join(
        OF_PRODUCTS.format(table=table, key=key, changed=changed(columns))
        for table, key, columns in COUNTED
    )
    + "".join(OF_NAMES.format(table=table, changed=changed(columns)) for table, columns in NAMES)
    + EXISTING
)
UNDO = (
    "".join(
        f"DROP TRIGGER search_counted_{name} ON {table};"
        for table, _key, _columns in COUNTED
        for name in ("inserted", "deleted", "updated")
    )
    + "".join(
        f"DROP TRIGGER {name} ON {table};"
        for table, _columns in NAMES
        for name in ("search_named", "search_renamed")
    )
    + "".join(f"DROP FUNCTION search_{name}_changed();" for name in ("parts", "part", "names"))
)


class Migration(migrations.Migration):
    dependencies: Any = [
        ("catalog", "0003_lookup_indexes"),
        ("vitrine_search", "0006_catalogue_counts"),
    ]
    operations: Any = [migrations.RunSQL(MAKE, UNDO)]
