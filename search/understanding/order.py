"""An order that the words ask for: "cheapest sofa", "neueste Lampen" (German)."""

from __future__ import annotations

from search.query import SORT_LABELS, Entity
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
                label = str(SORT_LABELS[sort])
                parse.take(Entity("sort", sort, words, label, True, span), i, i + length)
                return
