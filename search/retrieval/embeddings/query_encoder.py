"""The encoder that serves, within a time budget: a search never waits for one that is late.

The encoder lives in the web process itself. Whatever becomes of it (its files are gone, it raises,
it hangs) is a NoVector here, and searches go on by words until it works again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings

from search.encoders import Encoder, loaded
from search.models import EncoderVersion, SettingsVersion
from search.ranking.calibration import Calibration
from search.retrieval.settings import RankingSettings
from search.versions import encoder_of, live_version

log = logging.getLogger(__name__)
Result = TypeVar("Result")
THREADS = 2
pool = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="encode")
overdue: set[Future[Any]] = set()  # work that still runs though nobody waits for it any more


class NoVector(Exception):
    """The encoder is down or late."""


@dataclass(frozen=True)
class Searcher:
    """The live version and its encoder. Without the latter, stored vectors still serve."""

    version: EncoderVersion | None = None
    encoder: Encoder | None = None
    tried: RankingSettings | None = None  # in place of the published settings

    @cached_property
    def settings(self) -> RankingSettings:
        """Published settings were read together with the live version (`search.versions`)."""
        if self.tried is not None:
            return self.tried
        return RankingSettings.from_json(getattr(self.version, "published", None) or {})

    @property
    def name(self) -> str:
        """Of the version; "" where none is live."""
        return self.version.name if self.version else ""

    @property
    def calibration(self) -> Calibration:
        fitted = Calibration.from_json(self.version.calibration if self.version else {})
        return self.settings.over(fitted)


def serving() -> Searcher:
    version = live_version()
    return searcher_with(version) if version else Searcher()


def searcher_with(version: EncoderVersion) -> Searcher:
    """Only an encoder that is not in memory has to be waited for."""
    try:
        return Searcher(version, loaded(version.name) or in_time(encoder_of, version))
    except NoVector as reason:
        log.warning("Searching without an encoder: %s", reason)
        return Searcher(version)


def trying(searcher: Searcher, settings: int) -> Searcher:
    """The searcher with the settings of that version, unless it is 0 or gone: the published ones.

    One statement, which only experiments pay.
    """
    stored = SettingsVersion.objects.filter(pk=settings).first() if settings else None
    return replace(searcher, tried=RankingSettings.from_json(stored.values)) if stored else searcher


def in_time(work: Callable[..., Result], *given: object) -> Result:
    """The result of `work(*given)`. Raises NoVector where it fails or takes too long.

    While every thread is held by work that is overdue, nobody queues behind it.
    """
    if len(overdue) >= THREADS:
        raise NoVector("The encoder still works on what it was asked before.")
    future = pool.submit(work, *given)
    try:
        return future.result(settings.ENCODE_SECONDS)
    except Exception as reason:  # ONNX Runtime's errors have no other base in common
        if not future.cancel():
            overdue.add(future)
            future.add_done_callback(overdue.discard)
        raise NoVector(repr(reason)) from reason
