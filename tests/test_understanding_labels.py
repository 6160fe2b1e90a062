"""Queries are read as a person reads them: over 400 labelled by hand in understanding.jsonl."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.search.understanding import agreement, labels
from search.understanding import interpret
from tests import understanding_new_shops as others
from tests.understanding_shop import shop

SHOP = shop()
WITH_TEXT = [row for row in labels() if "text" in row]


def test_at_least_200_different_queries_are_labelled() -> None:
    assert len({row["query"] for row in labels()}) >= 200


def test_claims_agree_with_the_labels() -> None:
    found = agreement(lambda text: interpret(text, SHOP), labels())
    assert found.f1 >= 0.95, "\n".join(found.differences)


@pytest.mark.parametrize("file", [others.LABELS, others.APART], ids=lambda file: file.stem)
def test_queries_of_other_shops_and_languages_agree_with_their_labels(file: Path) -> None:
    shops, rows, right, made, wanted = others.shops(), others.labels(file), 0, 0, 0
    for row in rows:
        found = others.claims(interpret(row["query"], shops[row["shop"]]))
        label = others.labelled(row)
        right, made, wanted = right + len(found & label), made + len(found), wanted + len(label)
    assert len(rows) >= 150
    assert 2 * right / (made + wanted) >= 0.97


@pytest.mark.parametrize("row", WITH_TEXT, ids=lambda row: row["query"])
def test_prices_sizes_stock_and_negations_leave_the_text(row: dict[str, Any]) -> None:
    assert interpret(row["query"], SHOP).text == row["text"]


@pytest.mark.parametrize("typed", ["🙂", "new in!", "日本の靴", "¿?"])
def test_what_is_not_understood_stays_as_typed(typed: str) -> None:
    assert interpret(f" {typed} ", SHOP).text == typed
