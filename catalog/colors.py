"""The colours in what a shop writes of an article: in Python, and in Postgres by `catalog_colors`.

"Black / White" is black, and white. A hyphen or "and" parts two colours only where both sides are
the plain name of one: "black-white" has two, "off-white", "navy-blue" and "rose-gold" are one.
Metals are no plain names, as a white-gold ring is neither white nor of plain gold.
A change of this file needs a migration with the statement of `colors_sql`, as 0036.
"""

from __future__ import annotations

import re

from catalog.folding import fold

BETWEEN_COLORS = "[/,;+&|]"
AND = r"\s*[-\u2010\u2011\u2013\u2014]\s*|\s+(?:and|und|et|y|e|en|i|ve)\s+"
# Folded, by language (fr: "rose" is pink, so only metals beside it would be misread).
PLAIN = """
    black white grey gray red green blue yellow orange pink purple violet brown beige
    schwarz weiss grau rot grun blau gelb rosa lila violett braun
    noir blanc gris rouge vert bleu jaune rose marron brun
    negro blanco rojo verde azul amarillo naranja morado violeta
    nero bianco grigio rosso blu giallo arancione viola marrone
    zwart wit grijs rood groen blauw geel oranje roze paars bruin
    czarny bialy szary czerwony zielony niebieski zolty pomaranczowy rozowy fioletowy brazowy
    preto branco cinza cinzento vermelho amarelo laranja roxo castanho marrom bege
    siyah beyaz gri kirmizi yesil mavi sari turuncu pembe mor kahverengi bej
"""
NAME = "(?:" + "|".join(PLAIN.split()) + ")"
SEVERAL = rf"^{NAME}(?:(?:{AND}){NAME})+$"


def colors_in(said: str) -> list[str]:
    """`colors_in("Black-White / Off-White") == ["Black", "White", "Off-White"]`."""
    found: list[str] = []
    for part in map(str.strip, re.split(BETWEEN_COLORS, said)):
        found += re.split(AND, part, flags=re.I) if re.match(SEVERAL, fold(part)) else [part]
    return [color for color in found if color]


def colors_sql() -> str:
    """The statement that makes the same function in Postgres; most colours are told at a glance."""
    return rf"""
CREATE OR REPLACE FUNCTION catalog_colors(said text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found text[] := '{{}}'; part text;
BEGIN
    IF said ~ '^\w+$' THEN RETURN ARRAY[said]; END IF;
    FOREACH part IN ARRAY regexp_split_to_array(said, '{BETWEEN_COLORS}') LOOP
        part := btrim(part);
        IF catalog_fold(part) ~ '{SEVERAL}' THEN
            found := found || regexp_split_to_array(part, '{AND}', 'i');
        ELSIF part <> '' THEN
            found := found || part;
        END IF;
    END LOOP;
    RETURN found;
END $$;
"""
