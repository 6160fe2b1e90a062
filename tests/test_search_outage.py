"""The encoder breaks while shoppers search, on the page and through the API, and comes back.

Each search asks with words that nobody asked with before, so that no remembered vector answers.
`python -m benchmarks.search.outage` does the same to the encoder that ships, with more searches.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from threading import Event

import httpx2 as httpx
import pytest
from django.conf import LazySettings
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException
from pytest_django.live_server_helper import LiveServer

from search.encoders import EncoderError
from tests import cast
from tests.stub_encoder import StubEncoder

LABEL = "Only words were searched: the search by meaning is not available right now."
SEARCHES = 24  # while the encoder is away

Patch = pytest.MonkeyPatch
serving = import_module("search.retrieval.embeddings.query_encoder")


@contextmanager
def raising(error: Exception, patch: Patch) -> Iterator[None]:
    def broken(self: StubEncoder, texts: object) -> None:
        raise error

    with patch.context() as broken_for_now:
        broken_for_now.setattr(StubEncoder, "encode_texts", broken)
        yield


def raises_its_own(patch: Patch) -> object:
    return raising(EncoderError("The weights are damaged."), patch)


def raises_its_runtime_s(patch: Patch) -> object:
    return raising(RuntimeException("Non-zero status code returned while running MatMul."), patch)


def runs_out_of_memory(patch: Patch) -> object:
    return raising(MemoryError(), patch)


@contextmanager
def hangs(patch: Patch) -> Iterator[None]:
    released = Event()
    with patch.context() as broken_for_now:
        broken_for_now.setattr(StubEncoder, "encode_texts", lambda self, texts: released.wait(60))
        yield
    released.set()
    while serving.overdue:
        released.wait(0.01)


@contextmanager
def loses_its_files(patch: Patch) -> Iterator[None]:
    """As in a process that starts while they are gone or half written."""

    def gone(version: object) -> None:
        raise OSError("text.onnx: no such file")

    with patch.context() as broken_for_now:
        broken_for_now.setattr(serving, "encoder_of", gone)
        yield


@pytest.mark.parametrize(
    "fault", [raises_its_own, raises_its_runtime_s, runs_out_of_memory, hangs, loses_its_files]
)
def test_every_search_is_answered_by_words_and_says_so_until_the_encoder_is_back(
    live_server: LiveServer,
    shop: cast.Shop,
    settings: LazySettings,
    monkeypatch: Patch,
    fault: Callable[[Patch], object],
) -> None:
    settings.REQUESTS_A_MINUTE = dict.fromkeys(settings.REQUESTS_A_MINUTE, 0)
    number = itertools.count()
    with httpx.Client(base_url=live_server.url, timeout=60) as http:

        def labelled(_turn: int) -> bool:
            """Ask anew, on the page and through the API by turns; is the answer labelled?"""
            turn = next(number)
            asked = {"q": f"stoneware mug {'abcdefghij'[turn % 10] * (turn + 3)}"}
            answer = http.get("/api/v1/search/" if turn % 2 else "/search/", params=asked)
            assert answer.status_code == 200
            assert "Stoneware mug" in answer.text
            return LABEL in answer.text

        assert not labelled(0)
        settings.ENCODE_SECONDS = 0.2
        with fault(monkeypatch), ThreadPoolExecutor(4) as shoppers:  # type: ignore[attr-defined]
            assert all(shoppers.map(labelled, range(SEARCHES)))
        settings.ENCODE_SECONDS = 60
        assert not labelled(0)
        assert not labelled(0)
