"""Names of colours and their places in colour space, in sixteen languages.

`color_names.tsv` is the XKCD colour survey (Munroe 2010, 222,500 people; CC0), rude names left
out: 915 English names, each with the sRGB value that most people gave it. `color_words.tsv` names
the families below in fifteen more languages. A word that nobody taught an encoder ("russet",
"celadon") so has a place, and the family that is nearest to it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np

from catalog.folding import fold

RGB = tuple[int, int, int]

# What colours are counted as. Words for metals name a shine, which no share of pixels has.
FAMILIES = [
    "black",
    "white",
    "grey",
    "navy",
    "blue",
    "teal",
    "green",
    "olive",
    "yellow",
    "orange",
    "red",
    "burgundy",
    "pink",
    "purple",
    "brown",
    "beige",
    "light blue",
]
METALS = frozenset({"gold", "silver", "bronze", "copper", "brass", "rose gold"})
# Survey names that mean a family without saying its word.
ALSO = {
    "aqua": "teal",
    "baby blue": "light blue",
    "brick": "red",
    "charcoal": "grey",
    "chocolate": "brown",
    "cream": "beige",
    "crimson": "red",
    "cyan": "teal",
    "dark blue": "navy",
    "dark red": "burgundy",
    "dark teal": "teal",
    "deep red": "burgundy",
    "eggshell": "beige",
    "forest": "green",
    "fuchsia": "pink",
    "indigo": "navy",
    "ivory": "beige",
    "khaki": "olive",
    "lavender": "purple",
    "lilac": "purple",
    "magenta": "pink",
    "maroon": "burgundy",
    "midnight": "navy",
    "midnight blue": "navy",
    "mint": "green",
    "mustard": "yellow",
    "navy blue": "navy",
    "off white": "white",
    "pale blue": "light blue",
    "peach": "orange",
    "plum": "purple",
    "powder blue": "light blue",
    "royal blue": "blue",
    "rust": "brown",
    "sand": "beige",
    "scarlet": "red",
    "sky": "light blue",
    "sky blue": "light blue",
    "slate": "grey",
    "tan": "beige",
    "terracotta": "orange",
    "turquoise": "teal",
    "violet": "purple",
    "wine": "burgundy",
}
HERE = Path(__file__).parent


def oklab(rgb: np.ndarray) -> np.ndarray:
    """sRGB values 0 to 255 (..., 3) to Oklab (Ottosson 2020), where near is alike to the eye."""
    value = np.asarray(rgb, np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T, np.float32)


_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


@cache
def places() -> dict[str, RGB]:
    """Every English name of the survey, folded, and its place."""
    found: dict[str, RGB] = {}
    for line in (HERE / "color_names.tsv").read_text(encoding="utf-8").splitlines():
        name, place = line.split("\t")
        found[_plain(name)] = (int(place[1:3], 16), int(place[3:5], 16), int(place[5:7], 16))
    return found


@cache
def prototypes() -> tuple[np.ndarray, np.ndarray]:
    """Oklab places (n, 3) of the names that say their family, and its number in FAMILIES (n,)."""
    known = [(place, family_of(name)) for name, place in places().items()]
    said = [(place, family) for place, family in known if family]
    numbers = np.array([FAMILIES.index(family) for _place, family in said])
    return oklab(np.array([place for place, _family in said])), numbers


def family_of(name: str) -> str | None:
    """The family that an English name says: "dark olive green" is olive. None for two or none."""
    words = name.split()
    whole = next((ALSO[end] for end in _ends(words) if end in ALSO), None)
    if whole:
        return whole
    named = {ALSO.get(word, word) for word in words if word in FAMILIES or word in ALSO}
    if "olive" in named and words[-1] == "green":
        return "olive"
    if len(named) != 1 or words[-1] not in FAMILIES:
        return None
    family = named.pop()
    return "light blue" if family == "blue" and words[0] in ("light", "pale") else family


def _ends(words: list[str]) -> list[str]:
    """ "very dark blue" -> "very dark blue", "dark blue"; the last word alone only if it is all."""
    return [" ".join(words[at:]) for at in range(len(words)) if at < len(words) - 1 or at == 0]


@cache
def listed() -> list[tuple[str, str, list[str]]]:
    """Family, language and the words for it there, as they are written."""
    lines = (HERE / "color_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(family, language, words.split("|")) for family, language, words in rows]


@cache
def words() -> dict[str, dict[str, str]]:
    """By language, every folded word and the family it means."""
    found: dict[str, dict[str, str]] = {"en": {name: name for name in FAMILIES}}
    for family, language, named in listed():
        known = found.setdefault(language, {})
        for word in named:
            known.setdefault(_plain(word), family)
    return found


def place_of(word: str) -> RGB | None:
    """Where an English name or a word of any of the languages stands in sRGB, None if unknown."""
    plain = _plain(word)
    if plain in places():
        return places()[plain]
    family = _foreign(plain, None)
    return places()[family] if family else None


def nearest_color(color: str | RGB, language: str | None = None) -> str | None:
    """The family of a word in any of the languages, or of an sRGB triple.

    `nearest_color("roja") == "red"`, `nearest_color("russet") == "brown"`. None for a word that
    names no colour, and for metals, whose shine pixels do not have. With `language` a word is only
    read in that one and in English.
    """
    if not isinstance(color, str):
        return FAMILIES[int(family_numbers(np.array([color]))[0])]
    plain = _plain(color)
    if plain in METALS:
        return None
    if plain in places():
        return family_of(plain) or nearest_color(places()[plain])
    return _foreign(plain, language) or family_of(plain)


def families_near(place: RGB, count: int) -> tuple[str, ...]:
    """The `count` families whose names stand nearest to an sRGB triple, the nearest first."""
    known, numbers = prototypes()
    apart = ((known - oklab(np.array(place))) ** 2).sum(1)
    ordered = dict.fromkeys(numbers[apart.argsort(kind="stable")].tolist())
    return tuple(FAMILIES[number] for number in ordered)[:count]


def family_numbers(rgb: np.ndarray, chunk: int = 4096) -> np.ndarray:
    """(n, 3) sRGB to (n,) numbers in FAMILIES: the family of the nearest name that says one."""
    known, numbers = prototypes()
    parts = [np.zeros(0, int)]
    for start in range(0, len(rgb), chunk):
        lab = oklab(rgb[start : start + chunk])
        apart = (lab**2).sum(1)[:, None] - 2 * lab @ known.T + (known**2).sum(1)
        parts.append(numbers[apart.argmin(1)])
    return np.concatenate(parts)


def _foreign(plain: str, language: str | None) -> str | None:
    spoken = words()
    asked = [language] if language else list(spoken)
    return next((spoken[one][plain] for one in asked if plain in spoken.get(one, ())), None)


def _plain(word: str) -> str:
    spaced = re.sub(r"[-\s]+", " ", fold(word).replace("ё", "е")).strip()
    return spaced.replace("gray", "grey")
