"""An address that is too long for gunicorn gets a page of the shop."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator

import pytest
from gunicorn.http.errors import LimitRequestLine, NoMoreData

from config.web import ShopWorker

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def answer(pair: Pair, error: Exception, sent: bytes = b"") -> str:
    """What a browser gets that has sent this and has more to send."""
    ours, theirs = pair
    theirs.sendall(sent)
    theirs.shutdown(socket.SHUT_WR)
    worker = ShopWorker.__new__(ShopWorker)
    worker.log = logging.getLogger(__name__)
    worker.handle_error(None, ours, ("127.0.0.1", 1), error)
    ours.close()
    return b"".join(iter(lambda: theirs.recv(65_536), b"")).decode()


def test_the_page_says_so_and_leads_to_the_shopping_list(pair: Pair) -> None:
    head, page = answer(pair, LimitRequestLine(20_000, 8_190)).split("\r\n\r\n", 1)
    assert head.startswith("HTTP/1.1 414 ")
    assert f"Content-Length: {len(page.encode())}" in head
    assert "This search is too long for an address" in page
    assert 'href="/search/list/"' in page


def test_what_is_still_on_its_way_is_read_and_no_reset_hides_the_page(pair: Pair) -> None:
    assert "too long" in answer(pair, LimitRequestLine(20_000, 8_190), sent=100_000 * b"a")


def test_other_bad_requests_are_gunicorns(pair: Pair) -> None:
    assert "500 Internal Server Error" in answer(pair, NoMoreData())
