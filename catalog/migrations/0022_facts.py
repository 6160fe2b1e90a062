"""The functions that make the tokens by which attributes are filtered and counted.

A token is the folded code of an attribute, a sign of equality, and the folded value: "ram=16 gb".
`catalog.models.attribute.token_of` makes the same in Python.
"""

from django.db import migrations

FACTS = r"""
-- In PL/pgSQL, whose plans are kept: a function in SQL is planned anew for each row that is written
-- (0.6 ms a row, against 0.05 ms).
CREATE FUNCTION catalog_fact(code text, value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    name text := regexp_replace(btrim(code), '\s+', ' ', 'g');
    said text := left(btrim(value), 120);
BEGIN
    RETURN catalog_fold(name) || '=' || catalog_fold(said);
END $$;

CREATE FUNCTION catalog_parts(code text, parts text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found text[] := '{}'; part text;
BEGIN
    FOREACH part IN ARRAY parts LOOP
        IF btrim(part) <> '' THEN found := found || catalog_fact(code, part); END IF;
    END LOOP;
    RETURN found;
END $$;

-- Each value of {"RAM": "16 GB", "Climate": ["Cool", "Windy"], "Organic": true} under its name.
CREATE FUNCTION catalog_facts(attributes jsonb) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found text[] := '{}'; name text; value jsonb; part text;
BEGIN
    IF attributes = '{}' THEN RETURN found; END IF;
    FOR name, value IN SELECT * FROM jsonb_each(attributes) LOOP
        IF jsonb_typeof(value) = 'array' THEN
            FOR part IN SELECT * FROM jsonb_array_elements_text(value) LOOP
                found := found || catalog_fact(name, part);
            END LOOP;
        ELSIF value <> 'null' THEN
            found := found || catalog_fact(name, value #>> '{}');
        END IF;
    END LOOP;
    RETURN found;
END $$;

CREATE FUNCTION catalog_variant_facts(options jsonb, color text, size text)
RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN catalog_facts(options)
        || catalog_parts('color', ARRAY[color]) || catalog_parts('size', ARRAY[size]);
END $$;
"""

UNDO = """
DROP FUNCTION catalog_variant_facts(jsonb, text, text);
DROP FUNCTION catalog_facts(jsonb);
DROP FUNCTION catalog_parts(text, text[]);
DROP FUNCTION catalog_fact(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0021_sku_key")]
    operations = [migrations.RunSQL(FACTS, UNDO)]
