"""Beside the vector of a photo stands its product, so that no search has to look at the photo.

Triggers keep it, whoever writes. Filling it rewrites every row, and each would be put into the HNSW
index anew, which takes a hundred times as long as to build that: it goes, and a worker builds it.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

FILL = r"""
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT relname FROM pg_class
                 WHERE relkind = 'i' AND relname ~ '^search_imageembedding_hnsw_' LOOP
        EXECUTE format('DROP INDEX %I', name);
    END LOOP;
END $$;
UPDATE search_imageembedding e SET product_id = i.product_id
  FROM catalog_productimage i WHERE i.id = e.image_id;
SET CONSTRAINTS ALL IMMEDIATE;
"""

KEEP = """
CREATE FUNCTION search_imageembedding_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.product_id := (SELECT product_id FROM catalog_productimage WHERE id = NEW.image_id);
    RETURN NEW;
END $$;
CREATE TRIGGER search_imageembedding_product BEFORE INSERT ON search_imageembedding
FOR EACH ROW EXECUTE FUNCTION search_imageembedding_product();

CREATE FUNCTION search_imageembedding_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_imageembedding SET product_id = NEW.product_id WHERE image_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER search_imageembedding_moved AFTER UPDATE OF product_id ON catalog_productimage
FOR EACH ROW WHEN (OLD.product_id IS DISTINCT FROM NEW.product_id)
EXECUTE FUNCTION search_imageembedding_moved();
"""

UNDO = """
DROP TRIGGER search_imageembedding_moved ON catalog_productimage;
DROP FUNCTION search_imageembedding_moved();
DROP TRIGGER search_imageembedding_product ON search_imageembedding;
DROP FUNCTION search_imageembedding_product();
"""


def key(**options: Any) -> Any:
    return models.ForeignKey(
        "catalog.product",
        django.db.models.deletion.CASCADE,
        editable=False,
        related_name="photo_embeddings",
        **options,
    )


class Migration(migrations.Migration):
    dependencies: Any = [
        ("catalog", "0040_encodings"),
        ("vitrine_search", "0022_colors_of_photo_queries"),
    ]
    operations: Any = [
        migrations.AddField("imageembedding", "product", key(null=True, db_index=False)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("imageembedding", "product", key()),
        migrations.RunSQL(KEEP, UNDO),
    ]
