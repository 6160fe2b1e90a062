"""Ways out of a thin result: each condition that could be dropped, with its true count."""

from __future__ import annotations

from dataclasses import fields

from django.utils.translation import gettext as _

from catalog.filters import Filters
from search.query import Relaxation
from search.retrieval.relevant import RelevantSet

THIN = 4  # from here up a result needs no way out


def relaxations(found: RelevantSet, filters: Filters) -> list[Relaxation]:
    """Most products first; only what really gives more."""
    if len(found.ids) >= THIN or not filters.active:
        return []
    offered = []
    defaults = {f.name: f.default for f in fields(Filters)}
    for name in filters.active:
        without = filters.but(**{name: defaults[name]})
        count = found.unfiltered().filter(without.on_products()).count()
        if count > len(found.ids):
            offered.append(Relaxation(name, label(name, filters), count))
    return sorted(offered, key=lambda way: -way.count)


def label(name: str, filters: Filters) -> str:
    value = getattr(filters, name)
    shown = ", ".join(v.rpartition(":")[2] for v in value) if isinstance(value, tuple) else value
    names = {
        "category": _("without the category"),
        "brand": _("without brand %(value)s"),
        "color": _("without colour %(value)s"),
        "size": _("without size %(value)s"),
        "material": _("without material %(value)s"),
        "gender": _("without %(value)s"),
        "price_min": _("without the lowest price of %(value)s"),
        "price_max": _("without the highest price of %(value)s"),
        "in_stock": _("with what is sold out"),
        "attribute": _("without %(value)s"),
        "excluded": _("with %(value)s"),
        "without": _("with %(value)s"),
        "phrases": _("without the exact words “%(value)s”"),
    }
    return names[name] % {"value": shown}
