"""A variant of several colours is of each of them: "Black / White" is black, and white."""

from django.db import migrations

FACTS = r"""
CREATE OR REPLACE FUNCTION catalog_variant_facts(options jsonb, color text, size text)
RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found text[] := catalog_facts(options)
    || catalog_parts('color', ARRAY[color]) || catalog_parts('size', ARRAY[size]);
BEGIN
    IF color ~ '[/,;+&|]' THEN
        found := found || catalog_parts('color', regexp_split_to_array(color, '[/,;+&|]'));
    END IF;
    RETURN found;
END $$;

-- Of the others only; the trigger brings their products up to date.
UPDATE catalog_variant SET color = color WHERE color ~ '[/,;+&|]';
-- The parts are offered as facets, the whole is no value any more.
INSERT INTO catalog_attributevalue (attribute_id, token, text, names)
SELECT DISTINCT ON (catalog_fact('color', part)) 'color', catalog_fact('color', part), btrim(part),
       '{}'
  FROM (SELECT DISTINCT color FROM catalog_variant WHERE color ~ '[/,;+&|]') several,
       regexp_split_to_table(color, '[/,;+&|]') AS part
 WHERE btrim(part) <> '' AND EXISTS (SELECT FROM catalog_attribute WHERE code = 'color')
    ON CONFLICT (token) DO NOTHING;
DELETE FROM catalog_attributevalue WHERE attribute_id = 'color' AND text ~ '[/,;+&|]';
"""

UNDO = r"""
CREATE OR REPLACE FUNCTION catalog_variant_facts(options jsonb, color text, size text)
RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN catalog_facts(options)
        || catalog_parts('color', ARRAY[color]) || catalog_parts('size', ARRAY[size]);
END $$;
UPDATE catalog_variant SET color = color WHERE color ~ '[/,;+&|]';
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0033_bad_rows")]
    operations = [migrations.RunSQL(FACTS, UNDO)]
