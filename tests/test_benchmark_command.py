"""`python -m benchmarks NAME` runs a module that there is, with options that it knows."""

from __future__ import annotations

import importlib
import inspect

import pytest

from benchmarks.__main__ import BENCHMARKS

GIVEN = {"states": "states", "data": "data", "rivals": "python"}


@pytest.mark.parametrize("name", BENCHMARKS)
@pytest.mark.parametrize("small", [False, True], ids=["whole", "small"])
def test_a_benchmark_is_there_and_knows_its_options(name: str, small: bool) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    assert callable(module.main)
    words = BENCHMARKS[name].words(small, GIVEN)
    assert words is not None
    source = inspect.getsource(module)
    assert [word for word in words if word.startswith("--") and f'"{word}"' not in source] == []


def test_what_needs_data_that_was_not_given_is_left_out() -> None:
    assert BENCHMARKS["search.relevance"].words(False, GIVEN | {"data": ""}) is None
    assert BENCHMARKS["search.audit"].words(False, GIVEN | {"data": "", "rivals": ""}) is not None
