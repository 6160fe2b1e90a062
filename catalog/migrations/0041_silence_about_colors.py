"""A product of which no variant says a colour has a token for that, so that an index finds it."""

from django.db import migrations

FACTS = """
CREATE OR REPLACE FUNCTION catalog_product_facts(p catalog_product) RETURNS text[]
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
    own := own || ARRAY(SELECT unnest(facts) FROM catalog_variant WHERE product_id = p.id);
    {silence}
    RETURN ARRAY(SELECT DISTINCT one FROM unnest(own) AS one ORDER BY 1);
END $$;
"""
SILENCE = """
    IF NOT EXISTS (SELECT FROM unnest(own) AS one WHERE starts_with(one, 'color=')) THEN
        own := own || 'color='::text;
    END IF;"""
# Written anew by the trigger of the product.
SILENT = """
UPDATE catalog_product p SET keywords = '' WHERE NOT EXISTS (
    SELECT FROM unnest(p.facts) AS one WHERE starts_with(one, 'color='));
"""
NO_TOKEN = "UPDATE catalog_product SET keywords = '' WHERE facts @> '{color=}';"


class Migration(migrations.Migration):
    dependencies = [("catalog", "0040_encodings")]
    operations = [
        migrations.RunSQL(
            FACTS.format(silence=SILENCE) + SILENT, FACTS.format(silence="") + NO_TOKEN
        )
    ]
