"""Facets: how many products each filter value would leave, were it chosen.

Counts are disjunctive: a group ignores its own filter and its own conditions and respects all
others, so each number is exactly the total that a click leads to. They count products. Groups of
which nothing is chosen are counted together, and all of them in one statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import and_

import numpy as np
from django.db.models import Q
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from catalog import attributes
from catalog.built_in import Kind
from catalog.cache import remember, remembered
from catalog.filters import CHOICES, Filters, having_variant
from catalog.models import Category
from catalog.querysets import IN_STOCK
from catalog.recent import FRESH_SECONDS, recent
from catalog.truths import truth
from search import sql
from search.query import Facet, FacetValue
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.demands import values_of
from search.retrieval.conditions.one_variant import comparable, on_one_variant, together
from search.retrieval.conditions.predicates import ACTIVE, Predicate, one_of, predicate
from search.retrieval.facets.counts import CATEGORY, Counted, Group, counts
from search.retrieval.facets.kept_counts import ListingCounts
from search.retrieval.limits import FACET_SECONDS, FACETS
from search.retrieval.shelves.lacking import allowed
from search.retrieval.shelves.snapshot import Snapshot
from search.retrieval.state import Search

SIZE = "size"  # who chooses one wants to buy it, so it is counted where it can be had


@dataclass(frozen=True)
class Counting:
    """What the facets of one result count in."""

    search: Search
    degraded: list[str]  # gets a sentence where the facets took too long
    snapshot: Snapshot | None = None  # None: a listing, so every product

    @property
    def filters(self) -> Filters:
        return self.search.filters

    @property
    def conditions(self) -> Sequence[Condition]:
        return self.search.conditions

    def facets(self) -> list[Facet]:
        """None where counting takes too long: the products do not wait for it."""
        if self.search.understood.unsold or self.is_empty:
            return []  # there is nothing to narrow down
        try:
            counted = self.counted()
        except sql.OutOfTime:
            self.degraded.append(_("The filters took too long to count and were left out."))
            return []
        parted = zip(self.parted, counted, strict=True)
        said = {code: one for (_ignoring, codes), one in parted for code in codes}
        found = [self.category(said[CATEGORY]), *self.of_attributes(said)]
        return [facet for facet in found if facet.values]

    @cached_property
    def table(self) -> attributes.Table:
        return offered_attributes()

    @cached_property
    def parted(self) -> list[tuple[str, tuple[str, ...]]]:
        """What each group ignores, and its codes: those chosen apart, and all the others as one."""
        codes = [CATEGORY, *(each.code for each in self.table.facets)]
        apart = {*self.chosen, SIZE, *([CATEGORY] if self.filters.category else [])}
        alone = [(code, (code,)) for code in codes if code in apart]
        return [*alone, ("", tuple(code for code in codes if code not in apart))]

    @cached_property
    def groups(self) -> list[Group]:
        return [
            Group(codes, self.products(ignoring), self.variants(ignoring))
            for ignoring, codes in self.parted
        ]

    @cached_property
    def of_variants(self) -> set[str]:
        return {SIZE, *(each.code for each in self.table if each.on_variant)}

    @property
    def total_of_large_listing(self) -> int | None:
        """As it was counted last; None where a page counts it."""
        return self.of_listing.products

    @cached_property
    def of_listing(self) -> ListingCounts:
        return ListingCounts(self.groups, self.of_variants)

    def counted(self) -> list[Counted]:
        """By group."""
        if self.snapshot is None:
            return self.of_listing.counted()
        found = self.of_snapshot(self.snapshot)
        return [replace(each, exact=self.snapshot.exact) for each in found]

    def of_snapshot(self, snapshot: Snapshot) -> list[Counted]:
        """Once for all who read it within the seconds for which it answers a first page."""
        name = f"facets:{snapshot.name}"
        whole = not len(snapshot.gone)
        if whole and (rows := remembered(name, list)):
            return [Counted.from_row(row) for row in rows]
        found = counts(self.groups, self.of_variants, FACET_SECONDS)
        if whole:
            remember(name, [each.to_row() for each in found], FRESH_SECONDS)
        return found

    # What is counted in

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found, and nothing is chosen that could be taken back."""
        if self.snapshot is None or self.chosen or self.filters.category:
            return False
        return not len(self.found(self.snapshot, ""))

    def found(self, snapshot: Snapshot, ignoring: str) -> NDArray[np.int64]:
        """(n,) ids."""
        return snapshot.counted(allowed(self.search, self.filters, ignoring))

    def products(self, ignoring: str = "") -> Predicate:
        """The products that meet everything but what is said of `ignoring`."""
        meeting = self.on_one_variant(ignoring)
        if meeting and self.pinned:
            meeting |= Q(pk__in=self.pinned)
        asked = self.filters.on_products(ignoring=ignoring) & meeting
        if self.snapshot is not None:
            found = one_of(self.found(self.snapshot, ignoring).tolist())
            return ACTIVE & predicate(asked) & found
        met = (each.met for each in self.conditions if ignoring not in each.codes)
        return ACTIVE & predicate(reduce(and_, met, asked))

    def on_one_variant(self, ignoring: str) -> Q:
        if ignoring == SIZE:
            priced = comparable(self.conditions, self.filters)
            if self.snapshot is not None:
                return priced  # of others no variant says a size that counts
            return having_variant(self.variants(ignoring)) & priced
        return on_one_variant(self.conditions, self.filters, ignoring)

    def variants(self, ignoring: str = "") -> Q:
        """What one variant has to meet for its values to count."""
        wanted = together(self.conditions, self.filters, ignoring)
        if self.pinned:  # which the shopper's filters alone decide about
            own = self.filters.on_variants(ignoring) & Q(product__in=self.pinned)
            wanted = (wanted | own) if wanted else wanted
        return wanted & IN_STOCK if ignoring == SIZE else wanted

    @cached_property
    def pinned(self) -> list[int]:
        return [] if self.snapshot is None else self.snapshot.pinned.tolist()

    # The values

    @cached_property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """By attribute the values that the shopper chose, by a click or in words."""
        found = {attributes.code_of(code): said for code, said in self.filters.chosen().items()}
        for each in self.conditions:
            for entity in each.entities:
                for value in values_of(entity):
                    code, said = code_and_value(entity.kind, value)
                    found[code] = (*found.get(code, ()), said)
        return found

    def of_attributes(self, counted: Mapping[str, Counted]) -> list[Facet]:
        found = []
        for each in self.table.facets:
            of_group = counted[each.code]
            there: Sequence[tuple[str, int]] = of_group.values.get(each.code, ())
            chosen = self.chosen.get(each.code, ())
            if each.kind == Kind.FLAG:
                there = [(yes_or_no(said), n) for said, n in there]
                chosen = tuple(map(yes_or_no, chosen))
            values = facet_values(each.code, there, chosen, of_group.exact)
            if len(values) > 1 or each.code in CHOICES or any(v.selected for v in values):
                found.append(Facet(each.code, tuple(values), each.label))
        return found[:FACETS]

    def category(self, counted: Counted) -> Facet:
        """The children of the chosen category, each with all that lies below it."""
        below = {int(pk): n for pk, n in counted.values.get(CATEGORY, ())}
        here = self.filters.category
        found = [
            FacetValue(path, name, below.get(pk, 0), path == here, counted.exact)
            for pk, (path, name) in categories_near(here).items()
            if pk in below or path == here
        ]
        found.sort(key=lambda value: (not value.selected, -value.count, value.label))
        return Facet(CATEGORY, tuple(found))


@recent(FRESH_SECONDS)
def categories_near(here: str) -> dict[int, tuple[str, str]]:
    """By id the path and the name of a category and of its children; of those at the top for ""."""
    near = Q(parent__url_path=here) | Q(url_path=here) if here else Q(parent=None)
    rows = Category.objects.filter(near).values_list("pk", "url_path", "name")
    return {pk: (path, name) for pk, path, name in rows}


@recent(FRESH_SECONDS)
def offered_attributes() -> attributes.Table:
    return attributes.table()


def code_and_value(kind: str, value: str) -> tuple[str, str]:
    """An attribute's code and the value, of an entity: ("attribute", "Season:Summer")."""
    if kind != "attribute":
        return kind, value
    name, _colon, said = value.partition(":")
    return attributes.code_of(name), said


def yes_or_no(said: str) -> str:
    """What a flag says in one spelling: the catalogue has "true" where a chip asks for "yes"."""
    known = truth(said)
    return said if known is None else "yes" if known else "no"


def facet_values(
    code: str, counted: Iterable[tuple[str, int]], wanted: tuple[str, ...], exact: bool
) -> list[FacetValue]:
    """Most products first; what is chosen always shows, even at 0."""
    prefix = "" if code in CHOICES else f"{code}:"  # how the filter is spelt in an address
    picked = {value.lower() for value in wanted}
    found = [
        FacetValue(f"{prefix}{value}", value, n, value.lower() in picked, exact)
        for value, n in counted
    ]
    gone = picked - {value.label.lower() for value in found}
    found += [FacetValue(f"{prefix}{v}", v, 0, True, exact) for v in wanted if v.lower() in gone]
    found.sort(key=lambda value: (not value.selected, -value.count, value.label))
    return found
