"""The ablation's table of kinds, on the cast: are the best retriever and first place right?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import cast

pytestmark = pytest.mark.django_db

JUDGED = [
    {"query": {"text": "canvas sneaker"}, "kind": "title", "relevant": {"SNEAKER-RED-41": 3}},
    {"query": {"text": "MUG-BLUE"}, "kind": "SKU", "relevant": {"MUG-BLUE": 3}},
]


def test_every_kind_of_query_is_compared_with_the_best_of_its_retrievers(
    shop: cast.Shop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from benchmarks.search import ablation

    file = tmp_path / "judged.jsonl"
    file.write_text("\n".join(map(json.dumps, JUDGED)))
    monkeypatch.setattr("sys.argv", ["ablation", str(file)])
    ablation.main()
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines()]
    first_places = {row[0].strip("| "): row[-1].strip("| ") for row in rows if len(row) == 7}
    assert first_places == {"kind": "first place", "all": "2", "title": "1", "SKU": "1"}
