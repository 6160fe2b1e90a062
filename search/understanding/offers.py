"""What an offer has to be: "in stock", "on sale", "im Angebot" (German), "en promo" (French)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from search.query import Entity
from search.understanding.parse import Parse


def find_offers(parse: Parse) -> None:
    """Conditions on a variant. For sale, with free delivery: that is no matter of a product."""
    flags = {"in_stock": ("in stock", _("in stock")), "on_sale": ("on sale", _("on sale"))}
    i = 0
    while i < len(parse.tokens):
        end = i + parse.part(i, "service")
        parse.dropped.update(range(i, end))
        for kind, (part, label) in flags.items():
            if length := parse.part(i, part) or (kind == "on_sale" and percent_off(parse, i)):
                end = i + length
                words, span = parse.words(i, end), parse.span(i, end)
                parse.take(Entity(kind, "1", words, label, True, span), i, end)
        i = max(end, i + 1)


def percent_off(parse: Parse, i: int) -> int:
    """ "20% off", "30 % Rabatt" (German): how many tokens say it; 0 where none do.

    How much it has to be is no filter: what is on sale can be sorted by its discount.
    """
    number = parse.free(i) and parse.tokens[i].number is not None
    behind = parse.text[parse.tokens[i].end :].lstrip()[:1] if number else ""
    length = parse.part(i + 1, "off", "on sale") if behind == "%" else 0
    return 1 + length if length else 0
