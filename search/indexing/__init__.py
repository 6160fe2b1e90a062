"""Index: from the content of the catalogue to vectors in the tables (design D1, D2, D7).

The tables are the queue. `mark_stale` looks once at the whole catalogue, `index_waiting` works off
what waits, `tend` does what is due once nothing waits: the HNSW index, the calibration.
"""

from search.indexing.batches import (
    Batch,
    index_batches,
    index_stale,
    index_waiting,
    mark_stale,
    versions_to_fill,
)
from search.indexing.calibrating import calibrate
from search.indexing.coverage import Coverage, coverage
from search.indexing.maintenance import tend
from search.indexing.promotion import NotReady, fill, promote, roll_back, stop_filling

__all__ = [
    "Batch",
    "Coverage",
    "NotReady",
    "calibrate",
    "coverage",
    "fill",
    "index_batches",
    "index_stale",
    "index_waiting",
    "mark_stale",
    "promote",
    "roll_back",
    "stop_filling",
    "tend",
    "versions_to_fill",
]
