"""What has to hold on one and the same variant: a white 38 is no white 40 and a yellow 38."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_

from django.db.models import Exists, OuterRef, Q

from catalog.filters import Filters, having_variant
from catalog.models import Variant
from search.retrieval.conditions.condition import Condition


def on_one_variant(conditions: Iterable[Condition], filters: Filters, ignoring: str = "") -> Q:
    """Products with a variant that meets all at once; without variants there is nothing to part.

    What is the only thing asked of variants is met by one wherever the product meets it.
    """
    kept = [each for each in conditions if ignoring not in each.codes]
    chosen = bool(filters.on_variants(ignoring))
    if sum(bool(each.on_variant) for each in kept) + chosen < 2:
        return Q()
    wanted = together(kept, filters, ignoring)
    if chosen or any(each.demand for each in kept):
        return having_variant(wanted) & comparable(kept, filters)
    return having_variant(wanted) | ~Q(Exists(Variant.objects.filter(product=OuterRef("pk"))))


def comparable(conditions: Iterable[Condition], filters: Filters) -> Q:
    """The products whose prices can be compared with all bounds."""
    return reduce(and_, (each.in_currency for each in conditions), filters.in_currency())


def together(conditions: Iterable[Condition], filters: Filters, ignoring: str = "") -> Q:
    """The variants that meet all conditions and filters at once, but for those on `ignoring`.

    Of products whose currency fits (`in_currency`), which is not asked again.
    """
    wanted = (each.on_variant for each in conditions if ignoring not in each.codes)
    return reduce(and_, wanted, filters.on_variants(ignoring))
