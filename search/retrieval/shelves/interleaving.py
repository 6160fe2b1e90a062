"""The snapshots of two versions of settings as one, so that all that a page shows stays true.

The results of both are drafted into one list; total and facets are those of what either counts.
"""

from __future__ import annotations

from random import Random

import numpy as np

from search.ranking.interleaving import Draft, Team, team_draft
from search.retrieval.retrievers.protocol import Ids
from search.retrieval.shelves.freezing import joined
from search.retrieval.shelves.snapshot import Shelf, Snapshot

Teams = dict[int, str]  # product -> the team that brought it


def interleaved(first: Snapshot, second: Snapshot, coin: Random) -> tuple[Snapshot, Teams]:
    """The shared list, and of each of its products who brought it."""
    draft = drafted_around(first.pinned, first.results.ids, second.results.ids, coin)
    retrievers = tuple(dict.fromkeys((*first.retrievers, *second.retrievers)))
    known = joined(
        aligned(first.results, first.retrievers, retrievers),
        aligned(second.results, second.retrievers, retrievers),
    )
    row = {pk: n for n, pk in reversed(list(enumerate(known.ids.tolist())))}
    drafted = np.array(draft.items, np.int64)
    new = ~np.isin(second.base, first.base)
    snapshot = Snapshot(
        results=known[np.array([row[pk] for pk in draft.items], np.int64)],
        partial=aligned(first.partial, first.retrievers, retrievers).without(drafted),
        less_similar=aligned(first.less_similar, first.retrievers, retrievers).without(drafted),
        base=np.concatenate([first.base, second.base[new]]),
        lacks=np.concatenate([first.lacks, second.lacks[new]]),
        met=first.met or second.met,
        pinned=np.union1d(first.pinned, second.pinned),
        rules=first.rules,
        exact=first.exact and second.exact,
        degraded=tuple(dict.fromkeys((*first.degraded, *second.degraded))),
        retrievers=retrievers,
        best=max(first.best, second.best),
        settings=first.settings,
    )
    return snapshot, dict(zip(draft.items, draft.teams, strict=True))


def drafted_around(pinned: Ids, first: Ids, second: Ids, coin: Random) -> Draft[int]:
    """The draft of what no rule has pinned; pinned products stay at their places, for nobody."""
    free = team_draft(
        first[~np.isin(first, pinned)].tolist(), second[~np.isin(second, pinned)].tolist(), coin
    )
    items, teams = list(free.items), list(free.teams)
    for place in np.flatnonzero(np.isin(first, pinned)).tolist():
        items.insert(place, int(first[place]))
        teams.insert(place, Team.BOTH)
    return Draft(tuple(items), "".join(teams))


def aligned(shelf: Shelf, columns: tuple[str, ...], wanted: tuple[str, ...]) -> Shelf:
    """The shelf with a column of its trace for each wanted retriever; unknown ones say nothing."""
    trace = np.full((len(shelf), len(wanted)), np.nan, np.float16)
    for at, name in enumerate(columns):
        trace[:, wanted.index(name)] = shelf.trace[:, at]
    return Shelf(shelf.ids, shelf.scores, shelf.evidence, trace)
