"""Colours that are asked for and not to be had: "nothing in cream: showing beige"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from catalog.folding import fold
from search.query import Notice
from search.understanding.colors import NEAR, canonical, near_colors
from search.understanding.parse import Name, Parse

SHOWN = 2  # near colours that are named
COLORED = 0.5  # share of a category's products with a colour, from which the others say something


def find_missing_colors(parse: Parse) -> None:
    """Said of single colours only: who takes red or blue gets what there is."""
    named = [name for name in parse.names if name.kind == "color" and not name.negated]
    if len(named) != 1:
        return
    words = parse.words(named[0].start, named[0].end)
    shown = instead(parse, named[0], fold(words))
    if shown is not None:
        about = {"color": words, "near": ", ".join(shown[:SHOWN])}
        sentence = (
            _("Nothing in %(color)s: showing %(near)s.") if shown else _("None in %(color)s.")
        )
        parse.notices.append(Notice("color", words, sentence % about))


def instead(parse: Parse, name: Name, words: str) -> tuple[str, ...] | None:
    """The colours that are shown for it; None where there is that very colour, or nobody knows."""
    stats, asked = parse.vocabulary.stats, canonical(words)
    if asked in NEAR and asked not in map(canonical, stats.colors):
        return tuple(meaning.value for meaning in name.meanings)
    value = name.meanings[0].value
    there = colors_in(stats.combinations, parse.categories())
    products = sum(stats.products.get(place, 0) for place in parse.categories())
    told = there and sum(there.values()) >= COLORED * products
    return near_colors(value, there) if told and fold(value) not in map(fold, there) else None


def colors_in(
    combinations: Mapping[tuple[str, str], int], categories: Iterable[str]
) -> dict[str, int]:
    """Colour -> products, of the categories and those below them."""
    places = tuple(categories)
    found: dict[str, int] = {}
    for (color, path), products in combinations.items():
        if any(f"{path}/".startswith(f"{place}/") for place in places):
            found[color] = found.get(color, 0) + products
    return found
