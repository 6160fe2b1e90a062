"""Ways out of a thin result: what could be dropped, each with its true count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal

import numpy as np
from django.utils.translation import gettext as _

from catalog.currencies import main_currency
from catalog.filters import Filters
from catalog.templatetags.catalog import price
from catalog.templatetags.wording import worded
from search import sql
from search.query import Relaxation
from search.retrieval.conditions.condition import Condition, in_force
from search.retrieval.conditions.one_variant import on_one_variant
from search.retrieval.conditions.predicates import ACTIVE, ids_where, one_of, predicate
from search.retrieval.shelves.lacking import allowed
from search.retrieval.shelves.snapshot import Snapshot
from search.retrieval.state import Search

THIN = 4  # from here up a result needs no way out
Way = tuple[Relaxation, sql.Statement]  # with the statement that counts it


def relaxations(search: Search, snapshot: Snapshot) -> list[Relaxation]:
    """Most products first; only what really gives more."""
    if len(snapshot.results) >= THIN or search.understood.unsold:
        return []
    ways = [*without_filters(search, snapshot), *without_conditions(search, snapshot)]
    counted = at_once([leaving for _way, leaving in ways]) if ways else ()
    offered = [replace(way, count=n) for (way, _), n in zip(ways, counted, strict=True)]
    more = [way for way in offered if way.count > len(snapshot.results)]
    return sorted(more, key=lambda way: -way.count)


def at_once(counts: Sequence[sql.Statement]) -> sql.Row:
    """What each of the statements counts, by one statement."""
    text = ", ".join(f"({each.text})" for each in counts)
    [found] = sql.rows(f"SELECT {text}", [value for each in counts for value in each.params])
    return found


def without_filters(search: Search, snapshot: Snapshot) -> list[Way]:
    defaults = {f.name: f.default for f in fields(Filters)}
    found = []
    for name in search.filters.active:
        shops_own = name == "in_stock" and not search.query.filters.in_stock
        if shops_own or name in ("hidden", "barred"):
            continue  # the shop's policy, not the shopper's choice
        kept = search.filters.but(**{name: defaults[name]})
        ids = snapshot.counted(allowed(search, kept))
        if len(ids) > len(snapshot.results):
            leaving = count_of(ids, kept, in_force(search.heard, kept), snapshot.pinned)
            found.append((Relaxation(name, label(name, search.filters), 0), leaving))
    return found


def without_conditions(search: Search, snapshot: Snapshot) -> list[Way]:
    found = []
    for each in search.conditions:
        others = [other for other in search.conditions if other is not each]
        ids = snapshot.counted(allowed(search, search.filters, besides=each))
        if not others or len(ids) <= len(snapshot.results):
            continue
        leaving = count_of(ids, search.filters, others, snapshot.pinned)
        without = _("without %(value)s") % {"value": each.label}
        keys = tuple(entity.key for entity in each.entities)
        # Words that are switched off are searched as typed, which gives other products.
        way = {"off": keys} if each.demand else {"prefer": keys}
        found.append((Relaxation(each.entities[0].kind, without, 0, **way), leaving))
    return found


def count_of(
    ids: np.ndarray, filters: Filters, conditions: list[Condition], pinned: np.ndarray
) -> sql.Statement:
    """The statement that counts which of the products are left."""
    meeting = predicate(on_one_variant(conditions, filters))
    if pinned.size:
        meeting |= one_of(pinned.tolist())
    left = ids_where(ACTIVE & predicate(filters.on_products()) & meeting & one_of(ids.tolist()))
    return sql.Statement(f"SELECT count(*) FROM ({left.text}) left_over", left.params)


def in_money(amount: Decimal, filters: Filters) -> str:
    """A price of a filter, as those of the shop are written in the language of the page."""
    return price(amount, filters.currency or main_currency())


def label(name: str, filters: Filters) -> str:
    value = getattr(filters, name)
    values = value if isinstance(value, tuple) else ()
    shown = ", ".join(str(worded(each.rpartition(":")[2])) for each in values) or value
    if isinstance(value, Decimal):
        shown = in_money(value, filters)
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
        "on_sale": _("with what is not on sale"),
        "currency": _("in any currency"),
        "attribute": _("without %(value)s"),
        "excluded": _("with %(value)s"),
        "without": _("with %(value)s"),
        "phrases": _("without the exact words “%(value)s”"),
    }
    return names[name] % {"value": shown}
