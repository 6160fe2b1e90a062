"""Ways in which people write names of columns that the dictionary has in another.

Words that are cut short ("Prod Desc", "Qty Avail"), two names for one thing ("Finish/Color"), and
words before a name that change nothing of what it is here ("Overall Height", "Std. VK Brutto").
"""

from __future__ import annotations

import re

from catalog.importing.formats.format import key
from catalog.importing.formats.names import attribute_column, spaced
from catalog.importing.formats.together import FACT

SHORT = {
    **{"prod": "product", "desc": "description", "descr": "description", "cat": "category"},
    **{"avail": "available", "mfr": "manufacturer", "mfg": "manufacturer", "clr": "color"},
    **{"manuf": "manufacturer", "manufact": "manufacturer", "matl": "material", "qty": "quantity"},
    **{
        "num": "number",
        "nbr": "number",
        "wt": "weight",
        "dims": "dimensions",
        "dept": "department",
    },
    **{"bez": "bezeichnung", "herst": "hersteller", "besch": "beschreibung", "kat": "kategorie"},
}
USUAL = re.compile(
    r"^(?:primary|main|overall|std|standard|regular|normal|default)\b[. ]*|^haupt-?|^gesamt"
    r"| (?:principale?|primario|primaria)$"
)
PATH = re.compile(
    r"\b(?:path|tree|hierarchy|pfad|chemin|arborescence|ruta|percorso|pad|yolu|agaci)\b"
    r"|pfad$|pad$|bread ?crumb|sciezk|путь|階層|パス|路径|경로"
)


def other_ways(name: str) -> list[str]:
    """What the name may be written as; none is the name itself, and each is simpler."""
    plain = key(name)
    words = [SHORT.get(word.rstrip("."), word) for word in plain.split()]
    ways = [" ".join(words), USUAL.sub("", plain, count=1)]
    ways += [each.strip() for each in plain.split("/")] if plain.count("/") == 1 else []
    return [each for each in ways if each and each != plain]


def is_of_paths(name: str) -> bool:
    """Whether the name says that a cell leads from the root of a tree: "Category Path"."""
    return bool(PATH.search(key(spaced(name))))


def of_fact(name: str) -> str:
    """The attribute that a name says it is: "Merkmal: Material", "Attribut: Passform"."""
    kind, _, called = name.partition(":")
    is_one = called.strip() and FACT.match(key(kind)) and " " not in kind.strip()
    return attribute_column(called.strip()) if is_one else ""
