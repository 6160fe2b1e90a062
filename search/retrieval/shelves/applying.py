"""The shop's rules applied to a search: after its shelves are formed, and nowhere else.

Hiding is a filter (state.Search.filters), so that candidates, shelves, facets and ways out agree.
What is moved stays on its shelf. What is pinned is counted once: it leaves every shelf for its
place among the results, though never past the shopper's own filters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import reduce
from operator import or_

import numpy as np
from django.db.models import BooleanField, ExpressionWrapper

from catalog.filters import condition
from catalog.models import Product
from search.retrieval.listings.listing import Key, Listing
from search.retrieval.retrievers.protocol import Ids, Scores
from search.retrieval.retrievers.scored import Scored
from search.retrieval.shelves.snapshot import Shelf, Snapshot
from search.retrieval.state import Search
from search.rules import PublishedRule

Pins = Sequence[tuple[int, int]]  # (place from 1, product)


def moved(search: Search, ids: Ids, scores: Scores) -> Scores:
    """The scores that decide about the order: with what is boosted and buried."""
    if not search.acts.moving:
        return scores
    return search.acts.moved(ids, scores, of_targets(search.acts.moving, ids))


def of_targets(rules: Sequence[PublishedRule], ids: Ids) -> dict[int, Ids]:
    """By rule, which of the products are of its targets ("brand:Palm"): one statement for all."""
    asked = {f"rule{rule.pk}": rule for rule in rules if rule.targets}
    if not asked or not len(ids):
        return {}
    tests = {
        name: ExpressionWrapper(
            reduce(or_, (condition(*target.split(":", 1)) for target in rule.targets)),
            BooleanField(),
        )
        for name, rule in asked.items()
    }
    rows = Product.objects.filter(pk__any=ids.tolist()).annotate(**tests)
    found = np.array(list(rows.values_list("pk", *tests)), np.int64).reshape(-1, 1 + len(tests))
    return {rule.pk: found[found[:, n] == 1, 0] for n, rule in enumerate(asked.values(), 1)}


def with_pins(search: Search, scored: Scored, snapshot: Snapshot, named: Ids) -> Snapshot:
    """The snapshot with the pinned products in their places; what is named stays first."""
    pins = [(place, pk) for place, pk in search.pins if pk not in named]
    if not pins:
        return snapshot
    passing = ExpressionWrapper(search.filters.on_products(), BooleanField())
    sold = Product.objects.active().filter(pk__in=[pk for _place, pk in pins])
    passes = dict(sold.annotate(passing=passing).values_list("pk", "passing"))
    pinned = np.array([pk for _place, pk in pins if pk in passes], np.int64)
    shown = [(place, pk) for place, pk in pins if passes.get(pk)]
    others = ~np.isin(snapshot.base, pinned)
    return replace(
        snapshot,
        results=inserted(snapshot.results.without(pinned), shown, scored),
        partial=snapshot.partial.without(pinned),
        less_similar=snapshot.less_similar.without(pinned),
        base=np.concatenate([pinned, snapshot.base[others]]),
        lacks=np.concatenate([np.zeros(len(pinned), np.uint64), snapshot.lacks[others]]),
        pinned=pinned,
    )


def inserted(shelf: Shelf, pins: Pins, scored: Scored) -> Shelf:
    """The shelf with the pinned products among the others."""
    at = [min(place - 1 - before, len(shelf)) for before, (place, _pk) in enumerate(pins)]
    own = known_of([pk for _place, pk in pins], scored)
    columns = ((getattr(shelf, f.name), getattr(own, f.name)) for f in fields(Shelf))
    return Shelf(*(np.insert(column, at, more, axis=0) for column, more in columns))


def known_of(ids: Sequence[int], scored: Scored) -> Shelf:
    """A shelf of these products with what is known of them; of one not scored that is nothing."""
    row_of = {pk: row for row, pk in enumerate(scored.ids.tolist())}
    evidence = np.zeros((len(ids), scored.evidence.shape[1]), np.int8)
    trace = np.full((len(ids), len(scored.trace)), np.nan, np.float16)
    scores = np.zeros(len(ids), np.float32)
    for n, pk in enumerate(ids):
        if pk in row_of:
            row = row_of[pk]
            scores[n], evidence[n] = scored.scores[row], scored.evidence[row]
            trace[n] = [said[row] for said in scored.trace.values()]
    return Shelf(np.array(ids, np.int64), scores, evidence, trace)


def page_with_pins(
    listing: Listing, pins: Pins, start: int, size: int, after: Key | None
) -> list[tuple[int, Key | None]]:
    """`listing.page` with the pinned products that are in the listing at their places.

    A pinned product has no key: the page after it goes on behind what stands before it.
    """
    there = listing.passing.filter(pk__in=[pk for _place, pk in pins]) if pins else None
    known = set(there.values_list("pk", flat=True)) if there is not None else set()
    if not known:
        return [*listing.page(size, 0 if after else start, after)]
    hidden = (*listing.filters.hidden, *known)
    rest = replace(listing, filters=listing.filters.but(hidden=hidden))
    others, exact = rest.total
    shown = [(place, pk) for place, pk in pins if pk in known]
    last = [others + n if exact else place for n, (place, _pk) in enumerate(shown)]
    at = {min(place - 1, end): pk for (place, pk), end in zip(shown, last, strict=True)}
    before = sum(place < start for place in at)
    here = sorted(place for place in at if start <= place < start + size)
    rows: list[tuple[int, Key | None]] = [
        *rest.page(size - len(here), 0 if after else start - before, after)
    ]
    for place in here:
        rows.insert(min(place - start, len(rows)), (at[place], None))
    return rows
