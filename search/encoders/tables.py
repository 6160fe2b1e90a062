"""Large tables of an ONNX graph in a file beside it, which every process maps and none copies.

A text tower is mostly its table of words, of which a query touches a few rows. Inside the graph it
is read and copied by each process (390 MB with both text towers); beside it the pages that are used
are in memory once for all of them (275 MB, of which the tables are shared).
"""

from __future__ import annotations

from pathlib import Path

import onnx

LARGE = 1 << 20  # bytes


def share_tables(graph: Path) -> None:
    """Rewrite the graph in `graph`, with what is large in it moved to a file of the same stem."""
    model = onnx.load(str(graph))
    if any(len(one.raw_data) >= LARGE for one in model.graph.initializer):
        onnx.save_model(
            model,
            str(graph),
            save_as_external_data=True,
            all_tensors_to_one_file=True,
            location=f"{graph.stem}.data",
            size_threshold=LARGE,
        )
        graph.with_suffix(".data").chmod(0o644)
