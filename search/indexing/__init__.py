"""Index: from the content of the catalogue to vectors in the tables.

The tables are the queue, and triggers fill it. `index_waiting` works off what waits, `mark_stale`
looks over the whole catalogue, `tend` does what is due once nothing waits: the HNSW index, the
calibration, what values look like.
"""

from search.indexing.batches import (
    Batch,
    check_again,
    index_batches,
    index_stale,
    index_waiting,
    mark_stale,
    versions_to_fill,
)
from search.indexing.calibrating import calibrate
from search.indexing.checking import add
from search.indexing.coverage import Coverage, coverage, insufficient, recently_insufficient
from search.indexing.deletion import delete_soon
from search.indexing.maintenance import (
    calibrate_what_has_grown,
    learn_looks,
    maintain,
    tend,
)
from search.indexing.promotion import NotReady, earlier, fill, promote, roll_back, stop_filling
from search.indexing.rows import something_waits

__all__ = [
    "Batch",
    "Coverage",
    "NotReady",
    "add",
    "calibrate",
    "calibrate_what_has_grown",
    "check_again",
    "coverage",
    "delete_soon",
    "earlier",
    "fill",
    "index_batches",
    "index_stale",
    "index_waiting",
    "insufficient",
    "learn_looks",
    "maintain",
    "mark_stale",
    "promote",
    "recently_insufficient",
    "roll_back",
    "something_waits",
    "stop_filling",
    "tend",
    "versions_to_fill",
]
