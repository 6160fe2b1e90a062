"""Triggers that put a product or photo into the queue the moment that its content changes.

Whoever writes and however: the row of every encoder in use gets the new fingerprint as `attempted`
in the same transaction, so a worker finds what waits by the partial index alone.

New rows come in bulk, one statement for all; changes go row by row, and where no fingerprint has
moved nothing is called at all. (Comparing the old rows of a statement with the new ones would be a
join that is planned once a connection: for one row, then used for 20,000.)
"""

from typing import Any

from django.db import migrations

KINDS = (
    ("catalog_product", "text_fingerprint", "search_textembedding", "product_id"),
    ("catalog_productimage", "fingerprint", "search_imageembedding", "image_id"),
)

QUEUE = """
CREATE FUNCTION {rows}_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {rows} (encoder_id, {column}, fingerprint, attempted, attempts, error)
    SELECT encoder.id, owner.id, '', owner.{fingerprint}, 0, ''
      FROM new_rows owner CROSS JOIN search_encoderversion encoder
     WHERE encoder.state IN ('live', 'filling')
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION {rows}_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO {rows} AS entry (encoder_id, {column}, fingerprint, attempted, attempts, error)
    SELECT id, NEW.id, '', NEW.{fingerprint}, 0, '' FROM search_encoderversion
     WHERE state IN ('live', 'filling')
        ON CONFLICT (encoder_id, {column}) DO UPDATE
       SET attempted = excluded.attempted, attempts = 0, error = '', leased_until = NULL
     WHERE entry.attempted <> excluded.attempted;
    RETURN NULL;
END $$;

-- Deleting a product deletes its variants before it, which changes its text: the row that this puts
-- into the queue, after Django has deleted those that it knew, goes with the product.
CREATE FUNCTION {rows}_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM {rows} WHERE {column} = OLD.id;
    RETURN NULL;
END $$;

CREATE TRIGGER {rows}_inserted AFTER INSERT ON {owner} REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION {rows}_insert();
CREATE TRIGGER {rows}_updated AFTER UPDATE ON {owner} FOR EACH ROW
WHEN (OLD.{fingerprint} IS DISTINCT FROM NEW.{fingerprint}) EXECUTE FUNCTION {rows}_update();
CREATE TRIGGER {rows}_deleted AFTER DELETE ON {owner} FOR EACH ROW
EXECUTE FUNCTION {rows}_delete();
"""

UNDO = """
DROP TRIGGER {rows}_deleted ON {owner};
DROP TRIGGER {rows}_updated ON {owner};
DROP TRIGGER {rows}_inserted ON {owner};
DROP FUNCTION {rows}_delete();
DROP FUNCTION {rows}_update();
DROP FUNCTION {rows}_insert();
"""


def for_each_kind(sql: str) -> str:
    names = ("owner", "fingerprint", "rows", "column")
    return "".join(sql.format(**dict(zip(names, kind, strict=True))) for kind in KINDS)


class Migration(migrations.Migration):
    dependencies: Any = [
        ("catalog", "0003_lookup_indexes"),
        ("vitrine_search", "0004_marked_and_leaving"),
    ]
    operations: Any = [migrations.RunSQL(for_each_kind(QUEUE), for_each_kind(UNDO))]
