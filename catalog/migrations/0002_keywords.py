"""The triggers that keep `Product.keywords` in step, whoever writes the row and however."""

from django.db import migrations

KEYWORDS = """
CREATE FUNCTION catalog_keywords(p catalog_product) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT concat_ws(', ',
        (SELECT replace(path, ' > ', ', ') FROM catalog_category WHERE id = p.category_id),
        (SELECT name FROM catalog_brand WHERE id = p.brand_id),
        (SELECT string_agg(DISTINCT color, ', ' ORDER BY color) FROM catalog_variant
          WHERE product_id = p.id AND color <> ''),
        nullif(p.material, ''),
        nullif(p.gender, ''),
        (SELECT string_agg(value, ', ' ORDER BY key) FROM jsonb_each_text(p.attributes)))
$$;

-- A product that comes to a brand or category while another transaction renames it waits for the
-- new name; one that is there already is reached by the rename, and must not wait (deadlock).
CREATE FUNCTION catalog_product_keywords() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.brand_id IS DISTINCT FROM OLD.brand_id
                        OR NEW.category_id IS DISTINCT FROM OLD.category_id THEN
        PERFORM 1 FROM catalog_brand WHERE id = NEW.brand_id FOR SHARE;
        PERFORM 1 FROM catalog_category WHERE id = NEW.category_id FOR SHARE;
    END IF;
    NEW.keywords := catalog_keywords(NEW);
    RETURN NEW;
END $$;

CREATE TRIGGER catalog_product_keywords BEFORE INSERT OR UPDATE ON catalog_product
FOR EACH ROW EXECUTE FUNCTION catalog_product_keywords();

-- Category and brand: a new path or name reaches the products that stand under it.
CREATE FUNCTION catalog_touch_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'catalog_category' THEN
        UPDATE catalog_product SET keywords = '' WHERE category_id = NEW.id;
    ELSE
        UPDATE catalog_product SET keywords = '' WHERE brand_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER catalog_category_keywords AFTER UPDATE ON catalog_category
FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION catalog_touch_products();
CREATE TRIGGER catalog_brand_keywords AFTER UPDATE ON catalog_brand
FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION catalog_touch_products();

-- Variants: one statement at a time, and only where a colour came, went or changed, so that
-- 20,000 new prices cost one comparison and no product row. The products are locked first, so that
-- the update sees the colours that a transaction beside this one has just committed.
CREATE FUNCTION catalog_variant_colors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT product_id) INTO touched FROM new_rows WHERE color <> '';
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT product_id) INTO touched FROM old_rows WHERE color <> '';
    ELSE
        SELECT array_agg(DISTINCT id) INTO touched FROM (
            SELECT unnest(ARRAY[o.product_id, n.product_id]) AS id
              FROM old_rows o JOIN new_rows n USING (id)
             WHERE o.color <> n.color OR o.product_id <> n.product_id) changed;
    END IF;
    PERFORM 1 FROM catalog_product WHERE id = ANY(touched) ORDER BY id FOR NO KEY UPDATE;
    UPDATE catalog_product p SET keywords = ''
     WHERE id = ANY(touched) AND keywords IS DISTINCT FROM catalog_keywords(p);
    RETURN NULL;
END $$;

CREATE TRIGGER catalog_variant_inserted AFTER INSERT ON catalog_variant
REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_variant_colors();
CREATE TRIGGER catalog_variant_updated AFTER UPDATE ON catalog_variant
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION catalog_variant_colors();
CREATE TRIGGER catalog_variant_deleted AFTER DELETE ON catalog_variant
REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_variant_colors();
"""

UNDO = """
DROP TRIGGER catalog_variant_deleted ON catalog_variant;
DROP TRIGGER catalog_variant_updated ON catalog_variant;
DROP TRIGGER catalog_variant_inserted ON catalog_variant;
DROP TRIGGER catalog_brand_keywords ON catalog_brand;
DROP TRIGGER catalog_category_keywords ON catalog_category;
DROP TRIGGER catalog_product_keywords ON catalog_product;
DROP FUNCTION catalog_variant_colors();
DROP FUNCTION catalog_touch_products();
DROP FUNCTION catalog_product_keywords();
DROP FUNCTION catalog_keywords(catalog_product);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]
    operations = [migrations.RunSQL(KEYWORDS, UNDO)]
