"""What a stranger sends is no page of the log."""

from __future__ import annotations

import io
import logging

import pytest
from django.test import Client

from config.one_line import LONGEST, OneLineFilter


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    (ours,) = [
        each
        for each in logging.getLogger().handlers
        if isinstance(each, logging.StreamHandler)
        and any(isinstance(one, OneLineFilter) for one in each.filters)
    ]
    written = io.StringIO()
    monkeypatch.setattr(ours, "stream", written)
    return written


@pytest.mark.parametrize("host", ["evil.example", "[::1", "x y", "a" * 8_000, "%s%d.example"])
def test_a_host_that_is_not_ours_is_one_line(client: Client, log: io.StringIO, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400
    (line,) = log.getvalue().splitlines()
    assert "DisallowedHost" in line
    assert len(line) < LONGEST + 200


def test_an_error_of_ours_keeps_its_traceback(log: io.StringIO) -> None:
    try:
        raise RuntimeError("lost")
    except RuntimeError:
        logging.getLogger("django.request").exception("Failed")
    assert "Traceback" in log.getvalue()
