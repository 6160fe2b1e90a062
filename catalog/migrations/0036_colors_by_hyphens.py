"""Colours that a hyphen or "and" parts: "black-white" is black, and white; "off-white" is one."""

from django.db import migrations

NAME = (
    "(?:"
    "black|white|grey|gray|red|green|blue|yellow|orange|pink|purple|violet|"
    "brown|beige|schwarz|weiss|grau|rot|grun|blau|gelb|rosa|lila|violett|"
    "braun|noir|blanc|gris|rouge|vert|bleu|jaune|rose|marron|brun|negro|"
    "blanco|rojo|verde|azul|amarillo|naranja|morado|violeta|nero|bianco|grigio|"
    "rosso|blu|giallo|arancione|viola|marrone|zwart|wit|grijs|rood|groen|"
    "blauw|geel|oranje|roze|paars|bruin|czarny|bialy|szary|czerwony|zielony|"
    "niebieski|zolty|pomaranczowy|rozowy|fioletowy|brazowy|preto|branco|cinza|"
    "cinzento|vermelho|amarelo|laranja|roxo|castanho|marrom|bege|siyah|beyaz|"
    "gri|kirmizi|yesil|mavi|sari|turuncu|pembe|mor|kahverengi|bej"
    ")"
)
AND = r"\s*[-\u2010\u2011\u2013\u2014]\s*|\s+(?:and|und|et|y|e|en|i|ve)\s+"
SEVERAL = rf"^{NAME}(?:(?:{AND}){NAME})+$"

COLORS = rf"""
CREATE OR REPLACE FUNCTION catalog_colors(said text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found text[] := '{{}}'; part text;
BEGIN
    IF said ~ '^\w+$' THEN RETURN ARRAY[said]; END IF;
    FOREACH part IN ARRAY regexp_split_to_array(said, '[/,;+&|]') LOOP
        part := btrim(part);
        IF catalog_fold(part) ~ '{SEVERAL}' THEN
            found := found || regexp_split_to_array(part, '{AND}', 'i');
        ELSIF part <> '' THEN
            found := found || part;
        END IF;
    END LOOP;
    RETURN found;
END $$;

CREATE OR REPLACE FUNCTION catalog_variant_facts(options jsonb, color text, size text)
RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    found text[] := catalog_facts(options)
        || catalog_parts('color', ARRAY[color]) || catalog_parts('size', ARRAY[size]);
    parts text[] := catalog_colors(color);
BEGIN
    IF parts <> ARRAY[color] THEN found := found || catalog_parts('color', parts); END IF;
    RETURN found;
END $$;

-- Of the newly parted ones only; the trigger brings their products up to date.
UPDATE catalog_variant SET color = color
 WHERE color ~* '{AND}' AND color !~ '[/,;+&|]' AND cardinality(catalog_colors(color)) > 1;
-- The parts are offered as facets, the whole is no value any more.
INSERT INTO catalog_attributevalue (attribute_id, token, text, names)
SELECT DISTINCT ON (catalog_fact('color', part)) 'color', catalog_fact('color', part), part, '{{}}'
  FROM (SELECT DISTINCT color FROM catalog_variant WHERE color ~* '{AND}') several,
       unnest(catalog_colors(color)) AS part
 WHERE EXISTS (SELECT FROM catalog_attribute WHERE code = 'color')
    ON CONFLICT (token) DO NOTHING;
DELETE FROM catalog_attributevalue
 WHERE attribute_id = 'color' AND cardinality(catalog_colors(text)) > 1;
"""

UNDO = r"""
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
UPDATE catalog_variant SET color = color
 WHERE color !~ '[/,;+&|]' AND cardinality(catalog_colors(color)) > 1;
DROP FUNCTION catalog_colors(text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0035_reports_in_a_language")]
    operations = [migrations.RunSQL(COLORS, UNDO)]
