"""Whether a request is whole is told from its framing, however its bytes arrive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.web.arrival import HEAD_BYTES, HEAD_SECONDS, Arrival, State

MOST = 1_000
POST = b"POST /search/photo/?x=1 HTTP/1.1\r\nHost: shop\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"

WHOLE = {
    "no body": b"GET /livez HTTP/1.1\r\nHost: shop\r\n\r\n",
    "length": POST + b"content-length: 5\r\n\r\nhello",
    "nothing": POST + b"Content-Length: 0\r\n\r\n",
    "chunks": CHUNKED + b"5\r\nhello\r\nA;x=1\r\n0123\r\n\r\n78\r\n0\r\n\r\n",
    "trailers": CHUNKED + b"0\r\nDigest: none\r\n\r\n",
}


def fed(data: bytes, step: int = 7) -> Arrival:
    arrival = Arrival(MOST)
    for start in range(0, len(data), step):
        arrival.feed(data[start : start + step])
    return arrival


@pytest.mark.parametrize("request_", WHOLE.values(), ids=WHOLE)
@given(cuts=st.lists(st.integers(0, 120)))
def test_a_request_is_whole_with_its_last_byte(request_: bytes, cuts: list[int]) -> None:
    arrival = Arrival(MOST)
    borders = sorted({cut for cut in cuts if cut < len(request_) - 1} | {0, len(request_) - 1})
    for start, end in zip(borders, [*borders[1:], len(request_)], strict=True):
        assert arrival.state is State.WAITING
        arrival.feed(request_[start:end])
    assert arrival.state is State.WHOLE
    assert bytes(arrival.data) == request_


@pytest.mark.parametrize("length", ["1001", "999999999999", "9" * 400])
def test_a_body_that_is_announced_as_too_large_is_not_waited_for(length: str) -> None:
    head = POST + b"Content-Length: " + length.encode() + b"\r\n\r\n"
    assert fed(head).state is State.TOO_LARGE


def test_chunks_that_never_end_are_too_large() -> None:
    assert fed(CHUNKED + b"64\r\n%b\r\n" % (b"x" * 100) * 20).state is State.TOO_LARGE


@pytest.mark.parametrize(
    "broken",
    [
        CHUNKED + b"ZZ\r\nhello\r\n",
        CHUNKED + b"-5\r\n",
        CHUNKED + b"ffffffffffffffff\r\n",
        CHUNKED + b"x" * 300,
        POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"GET /" + b"a" * HEAD_BYTES,
    ],
    ids=["letters", "negative", "huge", "no size", "two lengths", "no end"],
)
def test_what_is_broken_is_left_to_the_parser_that_names_it(broken: bytes) -> None:
    assert fed(broken).state is State.WHOLE


def test_the_address_is_known_before_the_body() -> None:
    assert fed(POST).path == b"/search/photo/"
    assert fed(b"GET").path == b""


def test_a_head_has_one_deadline_however_slowly_it_trickles() -> None:
    arrival = Arrival(MOST)
    arrival.feed(b"GET / HT")
    deadline = arrival.deadline
    arrival.feed(b"TP/1.1\r\n")
    arrival.feed(b"Host: shop\r\n")
    assert arrival.deadline == deadline


def test_a_body_gains_time_only_by_what_has_come() -> None:
    arrival = fed(POST + b"Content-Length: 900\r\n\r\n")
    before = arrival.deadline
    arrival.feed(b"x")
    assert 0 < arrival.deadline - before < 0.001
    assert arrival.deadline - before < HEAD_SECONDS


def test_whoever_waits_to_be_told_is_known() -> None:
    head = POST + b"Expect: 100-continue\r\nContent-Length: 9\r\n\r\n"
    assert fed(head).expects_continue
    assert not fed(head + b"x").expects_continue
    assert not fed(WHOLE["no body"]).expects_continue
