"""An order that the words ask for: "cheapest sofa", "neueste Lampen" (German)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from search.query import Entity
from search.understanding.parse import Parse

# The part that a phrase plays -> the sort that it asks for.
SORT_OF = {
    "cheapest": "price",
    "dearest": "-price",
    "newest": "newest",
    "most popular": "popularity",
    "most reduced": "discount",
}


def find_order(parse: Parse) -> None:
    """The first one only: a page has one order."""
    for i in range(len(parse.tokens)):
        for part, sort in SORT_OF.items():
            length = parse.part(i, part)
            if length and parse.longest_part(i) == length:  # "moins cher que 50" is a price
                words, span = parse.words(i, i + length), parse.span(i, i + length)
                parse.take(Entity("sort", sort, words, label(sort), True, span), i, i + length)
                return


def label(sort: str) -> str:
    """As the page calls it where a shopper chooses it."""
    return {
        "price": _("Price, lowest first"),
        "-price": _("Price, highest first"),
        "newest": _("Newest"),
        "popularity": _("Most popular"),
        "discount": _("Most reduced"),
    }[sort]
