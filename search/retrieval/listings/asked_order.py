"""The order that the words of a query ask for, where the shopper has chosen none."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from search.query import SORTS, Interpretation, Notice, Query
from search.retrieval.listings.sorting import offered

WITHOUT_DATA = ("price", "-price", "newest")  # every shop has what these go by


def in_asked_order(query: Query, understood: Interpretation) -> tuple[Query, Interpretation]:
    """The query sorted as its words say; without their chip where they do not decide it.

    A shop that does not know what is popular says so, instead of showing just any order.
    """
    asked = next((each for each in understood.entities if each.kind == "sort"), None)
    if asked is None:
        return query, understood
    others = tuple(each for each in understood.entities if each is not asked)
    unsorted = replace(understood, entities=others)
    if query.sort != SORTS[0]:
        return query, unsorted
    if asked.value in WITHOUT_DATA or asked.value in offered():
        return replace(query, sort=asked.value), understood
    said = _("We do not know which products are “%(words)s”.") % {"words": asked.words}
    notice = Notice("sort", asked.words, said)
    return query, replace(unsorted, notices=(*understood.notices, notice))
