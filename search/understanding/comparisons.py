"""Amounts that a thing is longer, wider, lighter ... than: "länger als 20 m", "más ancho de 2 m".

No part of the grammar: its words are none of their own, and a "robe longue" is a long dress.
"""

from __future__ import annotations

from catalog.folding import fold
from search.understanding.parse import Parse

# What an adjective tells of, as attributes are named; those that say much, and those that say
# little of it.
MEASURES = {
    "height hohe hauteur altura alto altezza hoogte wysokosc высота": (
        """high tall higher taller hoch hoher haut haute hauts hautes alto alta altos altas alti
        alte hoog hoger wyzszy wyzsza wyzsze выше""",
        """low lower niedrig niedriger flacher bas basse bajo baja basso bassa baixo baixa laag
        lager nizszy nizsza nizsze ниже""",
    ),
    "width breite largeur ancho anchura larghezza largura breedte szerokosc ширина": (
        """wide wider breit breiter large larges ancho ancha anchos anchas largo larga larghi larghe
        breed breder szerszy szersza szersze шире""",
        """narrow narrower schmal schmaler etroit etroite estrecho estrecha stretto stretta estreito
        estreita smal smaller wezszy wezsza wezsze""",
    ),
    "length lange longueur longitud largo lunghezza comprimento lengte dlugosc длина": (
        """long longer lang langer longs longue longues largo larga largos largas lungo lunga lunghi
        lunghe comprido comprida dluzszy dluzsza dluzsze длиннее""",
        """short shorter kurz kurzer court courte courts courtes corto corta cortos cortas corti
        corte curto curta kort korter krotszy krotsza krotsze короче""",
    ),
    "depth tiefe profondeur profundidad profondita profundidade diepte": (
        "deep deeper tief tiefer profond profonde profundo profunda profondo profonda diep dieper",
        "shallow shallower flacher",
    ),
    "weight gewicht poids peso waga вес": (
        """heavy heavier schwer schwerer lourd lourde pesado pesada pesante zwaar zwaarder ciezszy
        ciezsza тяжелее""",
        """light lighter leicht leichter leger legere ligero ligera leggero leggera leve licht
        lichter lzejszy lzejsza легче""",
    ),
    "thickness dicke starke epaisseur grosor spessore dikte": (
        "thick thicker dick dicker epais epaisse grueso gruesa spesso spessa dik dikker толще",
        "thin thinner dunn dunner mince fino fina sottile dun тоньше",
    ),
    "": (
        """big bigger large larger groß größer grosser grand grande grands grandes maior maiores
        mayor mayores maggiore maggiori groter wiekszy wieksza wieksze больше""",
        """small smaller klein kleiner petit petite petits petites menor menores minore minori
        piccolo piccola pequeno pequena mniejszy mniejsza mniejsze меньше""",
    ),
}
MORE, LESS = frozenset({"plus", "mas", "piu", "mais"}), frozenset({"moins", "menos", "meno"})
THAN = frozenset(map(fold, ("than", "als", "dan", "que", "qu", "de", "di", "do", "niż")))
LARGE, SMALL = (
    frozenset(fold(word) for both in MEASURES.values() for word in both[at].split())
    for at in (0, 1)
)
MEASURED_BY: dict[str, list[str]] = {}
for names, both in MEASURES.items():
    for adjective in map(fold, " ".join(both).split()):
        MEASURED_BY.setdefault(adjective, []).extend(names.split())


def comparison(parse: Parse, i: int) -> tuple[int, bool]:
    """How many tokens from `i` on say that more, or less, than an amount is meant; whether more.

    "longer than", "plus large que", "más larga de", "длиннее"; (0, False) where none does.
    """
    first = word(parse, i)
    led = first in MORE or first in LESS
    adjective = word(parse, i + led)
    if adjective not in LARGE and adjective not in SMALL:
        return 0, False
    end = i + led + 1
    while word(parse, end) in THAN:
        end += 1
    is_bare = end == i + led + 1 and first.isascii()  # "long 20 m"; Russian needs no "than"
    if is_bare:
        return 0, False
    return end - i, (adjective in LARGE) is (first not in LESS)


def word(parse: Parse, i: int) -> str:
    return parse.tokens[i].text if i < len(parse.tokens) and parse.free(i) else ""
