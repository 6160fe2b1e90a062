"""`Product.keywords` follows further categories, options, tags and the table of attributes.

What was there before is spelt as before, so that nothing is encoded again because of this.
"""

from django.db import migrations

KEYWORDS = r"""
-- What attributes add to the text: their values, or the name of one that is a yes.
CREATE FUNCTION catalog_said(attributes jsonb) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE found text[] := '{}'; key text; value jsonb; part jsonb; attribute catalog_attribute;
BEGIN
    IF attributes = '{}' THEN RETURN found; END IF;
    FOR key, value IN SELECT * FROM jsonb_each(attributes) each ORDER BY each.key LOOP
        SELECT * INTO attribute FROM catalog_attribute
         WHERE code = catalog_fold(regexp_replace(btrim(key), '\s+', ' ', 'g'));
        CONTINUE WHEN NOT coalesce(attribute.in_text, true);
        IF jsonb_typeof(value) <> 'array' THEN value := jsonb_build_array(value); END IF;
        FOR part IN SELECT * FROM jsonb_array_elements(value) LOOP
            IF part = 'true' THEN
                found := found || coalesce(attribute.name, key)::text;
            ELSIF part NOT IN ('false', 'null') THEN
                found := found || (part #>> '{}');
            END IF;
        END LOOP;
    END LOOP;
    RETURN found;
END $$;

CREATE FUNCTION catalog_in_text(asked text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((SELECT in_text FROM catalog_attribute WHERE code = asked), true);
END $$;

CREATE OR REPLACE FUNCTION catalog_keywords(p catalog_product) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    place text; places text; brand text; colors text; material text; gender text; tags text;
    said text := nullif(array_to_string(catalog_said(p.attributes), ', '), '');
    options text;
BEGIN
    SELECT replace(path, ' > ', ', ') INTO place FROM catalog_category WHERE id = p.category_id;
    SELECT string_agg(replace(path, ' > ', ', '), ', ' ORDER BY path) INTO places
      FROM catalog_category c JOIN catalog_product_also_in a ON a.category_id = c.id
     WHERE a.product_id = p.id;
    IF catalog_in_text('brand') THEN
        SELECT name INTO brand FROM catalog_brand WHERE id = p.brand_id;
    END IF;
    IF catalog_in_text('color') THEN
        SELECT string_agg(DISTINCT color, ', ' ORDER BY color) INTO colors
          FROM catalog_variant WHERE product_id = p.id AND color <> '';
    END IF;
    SELECT string_agg(DISTINCT one, ', ' ORDER BY one) INTO options
      FROM catalog_variant v, unnest(catalog_said(v.options)) AS one
     WHERE v.product_id = p.id AND v.options <> '{}';
    IF catalog_in_text('material') THEN material := nullif(p.material, ''); END IF;
    IF catalog_in_text('gender') THEN gender := nullif(p.gender, ''); END IF;
    IF p.tags <> '{}' AND catalog_in_text('tag') THEN tags := array_to_string(p.tags, ', '); END IF;
    RETURN concat_ws(', ', place, places, brand, colors, material, gender, said, options, tags);
END $$;

-- The tokens of a product and of all its variants, each once. Several materials or genders stand in
-- one column, by commas.
CREATE FUNCTION catalog_product_facts(p catalog_product) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    own text[] := catalog_facts(p.attributes)
        || catalog_parts('material', string_to_array(p.material, ','))
        || catalog_parts('gender', string_to_array(p.gender, ','))
        || catalog_parts('tag', p.tags);
BEGIN
    IF p.brand_id IS NOT NULL THEN
        own := own || catalog_parts('brand', ARRAY(
            SELECT name::text FROM catalog_brand WHERE id = p.brand_id));
    END IF;
    -- Its categories and all above them, by their ids: a branch is one token.
    own := own || ARRAY(
        WITH RECURSIVE above AS (
            SELECT c.id, c.parent_id AS parent FROM catalog_category c
             WHERE c.id = p.category_id OR c.id IN (
                   SELECT category_id FROM catalog_product_also_in WHERE product_id = p.id)
            UNION SELECT c.id, c.parent_id FROM catalog_category c JOIN above ON c.id = parent)
        SELECT 'category=' || id FROM above);
    RETURN ARRAY(
        SELECT unnest(own)
        UNION SELECT unnest(facts) FROM catalog_variant WHERE product_id = p.id ORDER BY 1);
END $$;

-- Plans are kept here, whatever the connection has chosen: planning anew takes 3 ms a product,
-- against 0.65 ms.
CREATE OR REPLACE FUNCTION catalog_product_keywords() RETURNS trigger
LANGUAGE plpgsql SET plan_cache_mode = auto AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.brand_id IS DISTINCT FROM OLD.brand_id
                        OR NEW.category_id IS DISTINCT FROM OLD.category_id THEN
        PERFORM 1 FROM catalog_brand WHERE id = NEW.brand_id FOR SHARE;
        PERFORM 1 FROM catalog_category WHERE id = NEW.category_id FOR SHARE;
    END IF;
    NEW.keywords := catalog_keywords(NEW);
    NEW.facts := catalog_product_facts(NEW);
    RETURN NEW;
END $$;

-- Brings keywords and facts of some products up to date. They are locked first, so that the update
-- sees what a transaction beside this one has just committed.
CREATE FUNCTION catalog_refresh_products(touched bigint[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = auto AS $$
BEGIN
    PERFORM 1 FROM catalog_product WHERE id = ANY(touched) ORDER BY id FOR NO KEY UPDATE;
    UPDATE catalog_product p SET keywords = ''
     WHERE id = ANY(touched) AND (facts IS DISTINCT FROM catalog_product_facts(p)
                                  OR keywords IS DISTINCT FROM catalog_keywords(p));
END $$;

-- Category and brand: a new path or name reaches the products that stand under it.
CREATE OR REPLACE FUNCTION catalog_touch_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'catalog_category' THEN
        UPDATE catalog_product SET keywords = ''
         WHERE category_id = NEW.id
            OR id IN (SELECT product_id FROM catalog_product_also_in WHERE category_id = NEW.id);
    ELSE
        UPDATE catalog_product SET keywords = '' WHERE brand_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

-- Variants: one statement at a time, and only where an option came, went or changed,
-- so that 20,000 new prices cost one comparison and no product row.
CREATE OR REPLACE FUNCTION catalog_variant_colors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT product_id) INTO touched
          FROM new_rows WHERE facts <> '{}';
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT product_id) INTO touched
          FROM old_rows WHERE facts <> '{}';
    ELSE
        SELECT array_agg(DISTINCT id) INTO touched FROM (
            SELECT unnest(ARRAY[o.product_id, n.product_id]) AS id
              FROM old_rows o JOIN new_rows n USING (id)
             WHERE o.facts <> n.facts OR o.color <> n.color OR o.options <> n.options
                OR o.product_id <> n.product_id) changed;
    END IF;
    PERFORM catalog_refresh_products(touched);
    RETURN NULL;
END $$;

CREATE FUNCTION catalog_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM catalog_refresh_products(
        (SELECT array_agg(DISTINCT product_id) FROM touched_rows));
    RETURN NULL;
END $$;

CREATE TRIGGER catalog_placed_in AFTER INSERT ON catalog_product_also_in
REFERENCING NEW TABLE AS touched_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_placed();
CREATE TRIGGER catalog_placed_out AFTER DELETE ON catalog_product_also_in
REFERENCING OLD TABLE AS touched_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog_placed();

-- An attribute that joins or leaves the text, or is named anew, reaches the products it is said of.
CREATE FUNCTION catalog_attribute_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE tokens text[];
BEGIN
    SELECT array_agg(token) INTO tokens FROM catalog_attributevalue WHERE attribute_id = NEW.code;
    PERFORM catalog_refresh_products((SELECT array_agg(id) FROM (
        SELECT id FROM catalog_product WHERE facts && tokens) said));
    RETURN NULL;
END $$;

CREATE TRIGGER catalog_attribute_keywords AFTER UPDATE ON catalog_attribute
FOR EACH ROW WHEN (OLD.in_text <> NEW.in_text OR OLD.name <> NEW.name)
EXECUTE FUNCTION catalog_attribute_changed();

UPDATE catalog_product SET keywords = '' WHERE facts <> catalog_product_facts(catalog_product);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0023_attributes_and_sources")]
    operations = [migrations.RunSQL(KEYWORDS)]
