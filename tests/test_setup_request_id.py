"""A request has one name: in its answer, and in every line of the log that it caused."""

from __future__ import annotations

import logging

import pytest
from django.conf import settings
from django.test import Client

from config.request_id import HEADER, RequestIdFilter


class Collector(logging.Handler):
    """The lines as the shop's own handler writes them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        formatter = settings.LOGGING["formatters"]["line"]
        self.setFormatter(logging.Formatter(formatter["format"], style=formatter["style"]))
        self.addFilter(RequestIdFilter())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def collector() -> Collector:
    return Collector()


def test_an_error_and_its_answer_bear_the_same_name(client: Client, collector: Collector) -> None:
    logger = logging.getLogger("django.request")
    logger.addHandler(collector)
    try:
        reply = client.get("/nowhere/")
    finally:
        logger.removeHandler(collector)
    assert len(reply[HEADER]) == 32
    assert [reply[HEADER] in line for line in collector.lines] == [True]


def test_the_name_that_a_proxy_gave_is_kept(client: Client) -> None:
    assert client.get("/livez", headers={HEADER: "from-the-proxy-1"})[HEADER] == "from-the-proxy-1"


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "two words", "a\tb\tc\td\te", "größe-1"])
def test_what_is_no_name_is_not_written_into_the_log(client: Client, given: str) -> None:
    assert client.get("/livez", headers={HEADER: given})[HEADER] != given


def test_two_requests_have_two_names(client: Client) -> None:
    assert client.get("/livez")[HEADER] != client.get("/livez")[HEADER]
