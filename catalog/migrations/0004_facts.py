"""The functions that make the tokens by which attributes are filtered and counted.

A token is the folded code of an attribute, a sign of equality, and the folded value: "ram=16 gb".
`catalog.models.attribute.token_of` makes the same in Python.
"""

from django.db import migrations

FACTS = r"""
CREATE FUNCTION catalog_fact(code text, value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN catalog_fold(regexp_replace(btrim(code), '\s+', ' ', 'g')) || '='
       || catalog_fold(left(btrim(value), 120));

-- Each value of {"RAM": "16 GB", "Climate": ["Cool", "Windy"], "Organic": true} by its name.
CREATE FUNCTION catalog_values(attributes jsonb)
RETURNS TABLE (name text, value jsonb)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT a.key, e.value FROM jsonb_each(attributes) AS a,
        LATERAL jsonb_array_elements(
            CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value
                 ELSE jsonb_build_array(a.value) END) AS e(value)
     WHERE e.value <> 'null'
$$;

CREATE FUNCTION catalog_facts(attributes jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN attributes = '{}' THEN '{}'::text[] ELSE
    (SELECT coalesce(array_agg(DISTINCT catalog_fact(name, value #>> '{}')), '{}')
       FROM catalog_values(attributes)) END;

-- Several materials or genders stand in one column, by commas.
CREATE FUNCTION catalog_parts(code text, listed text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN listed = '' THEN '{}'::text[] ELSE
    (SELECT coalesce(array_agg(catalog_fact(code, part)), '{}')
       FROM unnest(string_to_array(listed, ',')) AS part WHERE btrim(part) <> '') END;

CREATE FUNCTION catalog_product_facts(attributes jsonb, material text, gender text, tags text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN catalog_facts(attributes) || catalog_parts('material', material)
    || catalog_parts('gender', gender)
    || (SELECT coalesce(array_agg(catalog_fact('tag', tag)), '{}') FROM unnest(tags) AS tag);

CREATE FUNCTION catalog_variant_facts(options jsonb, color text, size text)
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN catalog_facts(options)
    || CASE WHEN color = '' THEN '{}'::text[] ELSE ARRAY[catalog_fact('color', color)] END
    || CASE WHEN size = '' THEN '{}'::text[] ELSE ARRAY[catalog_fact('size', size)] END;
"""

UNDO = """
DROP FUNCTION catalog_variant_facts(jsonb, text, text);
DROP FUNCTION catalog_product_facts(jsonb, text, text, text[]);
DROP FUNCTION catalog_parts(text, text);
DROP FUNCTION catalog_facts(jsonb);
DROP FUNCTION catalog_values(jsonb);
DROP FUNCTION catalog_fact(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0003_lookup_indexes")]
    operations = [migrations.RunSQL(FACTS, UNDO)]
