"""The encoder that serves, within a time budget: a search never waits for one that is late."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings

from search.calibration import Calibration
from search.encoders import Encoder, EncoderError
from search.models import EncoderVersion
from search.versions import encoder_of, live_version

log = logging.getLogger(__name__)
Result = TypeVar("Result")
pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="encode")


@dataclass(frozen=True)
class Searcher:
    """The live version and its encoder. Without the latter, stored vectors still serve."""

    version: EncoderVersion | None = None
    encoder: Encoder | None = None

    @property
    def calibration(self) -> Calibration:
        return Calibration.from_json(self.version.calibration if self.version else {})


def serving() -> Searcher:
    version = live_version()
    if version is None:
        return Searcher()
    try:
        return Searcher(version, in_time(encoder_of, version))
    except (EncoderError, TimeoutError) as reason:
        log.warning("Searching without an encoder: %r", reason)
        return Searcher(version)


def in_time(work: Callable[..., Result], *given: object) -> Result:
    """The result of `work(*given)`. Raises TimeoutError where the budget is over before."""
    return pool.submit(work, *given).result(settings.ENCODE_SECONDS)
