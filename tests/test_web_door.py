"""The web server's front door: slow, huge, broken and stuck clients cost others nothing."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.worker import ROOT, wait_until

THREADS = 2


@dataclass
class Door:
    """gunicorn with our worker, one process of THREADS threads, around `tests.door_app`."""

    port: int
    hold: Path
    process: subprocess.Popen[bytes]
    log: Path

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            link.request("POST" if body is not None else "GET", path, body, headers)
            reply = link.getresponse()
            return reply.status, reply.read()
        finally:
            link.close()

    def say(self, *pieces: bytes) -> bytes:
        """All that the server answers to these bytes until it closes the connection."""
        with self.connect() as link:
            for piece in pieces:
                link.sendall(piece)
            return b"".join(iter(lambda: link.recv(65_536), b""))


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    hold = tmp_path_factory.mktemp("door") / "hold"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.web.options"]
    command += ["--workers", "1", "--threads", str(THREADS), "--bind", f"127.0.0.1:{port}"]
    command += ["--error-logfile", str(log := hold.with_name("log"))]
    process = subprocess.Popen(
        [*command, "tests.door_app:application"], cwd=ROOT, env={**os.environ, "HOLD": str(hold)}
    )
    opened = Door(port, hold, process, log)
    wait_until(lambda: answers(opened))
    yield opened
    process.terminate()
    process.wait(30)


def answers(door: Door) -> bool:
    try:
        return door.ask("/")[0] == 200
    except OSError:
        return False


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    """Connections that stay open until the test ends."""
    with ExitStack() as stack:
        yield stack


def test_slow_uploads_hold_no_thread(door: Door, crowd: ExitStack) -> None:
    for _ in range(20):
        link = crowd.enter_context(door.connect())
        link.sendall(b"POST /search/photo/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\nabc")
    assert door.ask("/search/") == (200, b"GET /search/ 0")
    assert door.ask("/livez")[0] == 200


def test_slow_heads_and_silent_connections_hold_no_thread(door: Door, crowd: ExitStack) -> None:
    for number in range(40):
        link = crowd.enter_context(door.connect())
        if number % 2:
            link.sendall(b"GET /search/ HTTP/1.1\r\nHo")
    assert door.ask("/search/") == (200, b"GET /search/ 0")


def test_health_and_files_do_not_stand_behind_searches(door: Door, crowd: ExitStack) -> None:
    door.hold.touch()
    try:
        for _ in range(3 * THREADS):
            link = crowd.enter_context(door.connect())
            link.sendall(b"GET /hold HTTP/1.1\r\nHost: x\r\n\r\n")
        for path in ["/livez", "/readyz", "/static/a.css", "/pictures/a/200.webp"]:
            assert door.ask(path) == (200, f"GET {path} 0".encode())
    finally:
        door.hold.unlink()
    assert door.ask("/search/")[0] == 200


def test_a_body_arrives_whole_in_whatever_pieces(door: Door) -> None:
    head = b"POST /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\n\r\n"
    assert door.say(head[:30], head[30:] + b"01234", b"56789").endswith(b"POST /a 10")
    large = os.urandom(3_000_000)
    assert door.ask("/a", large) == (200, b"POST /a 3000000")


def test_a_body_in_chunks_arrives_as_any_other(door: Door) -> None:
    head = b"POST /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
    assert door.say(head, chunks[:9], chunks[9:]).endswith(b"POST /a 11")


def test_requests_follow_each_other_on_one_connection(door: Door) -> None:
    ask = b"GET /%d HTTP/1.1\r\nHost: x\r\n%s\r\n"
    answer = door.say(ask % (1, b"") + ask % (2, b"") + ask % (3, b"Connection: close\r\n"))
    assert [f"GET /{number} 0".encode() in answer for number in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize("chunk", [b"ZZ\r\nhello\r\n", b"ffffffffffffffff\r\n", b"5\r\nhelloXX"])
def test_broken_chunks_are_a_bad_request(door: Door, chunk: bytes) -> None:
    head = b"POST /api/v1/search/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = door.say(head + chunk + b"\r\n0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"application/problem+json" in answer


def test_a_body_that_ends_early_is_a_bad_request(door: Door) -> None:
    with door.connect() as link:
        link.sendall(b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nhello")
        link.shutdown(socket.SHUT_WR)
        assert link.recv(65_536).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("length", [999_999_999_999, 20_000_000])
def test_a_body_announced_as_too_large_is_refused_before_it_is_sent(
    door: Door, length: int
) -> None:
    head = f"POST /api/v1/search/ HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n"
    answer = door.say(head.encode())
    start, body = answer.split(b"\r\n\r\n", 1)
    assert start.startswith(b"HTTP/1.1 413 ")
    assert b"\r\nConnection: close\r\n" in start
    assert json.loads(body)["status"] == 413


def test_who_asks_first_whether_to_send_is_told(door: Door) -> None:
    with door.connect() as link:
        head = b"POST /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n"
        link.sendall(head + b"Expect: 100-continue\r\n\r\n")
        assert link.recv(65_536).startswith(b"HTTP/1.1 100 ")
        link.sendall(b"hello")
        answer = b"".join(iter(lambda: link.recv(65_536), b""))
    assert answer.endswith(b"POST /a 5")


def test_who_is_too_slow_is_told_so(door: Door) -> None:
    answer = door.say(b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nhello")
    assert answer.startswith(b"HTTP/1.1 408 ")


def test_who_says_nothing_is_sent_away(door: Door) -> None:
    assert door.say() == b""


def test_more_than_can_wait_is_told_when_to_come_again(door: Door, crowd: ExitStack) -> None:
    door.hold.touch()
    try:
        links = [crowd.enter_context(door.connect()) for _ in range(THREADS + 64 + THREADS + 1)]
        for link in links:
            link.sendall(b"GET /hold HTTP/1.1\r\nHost: x\r\n\r\n")
        refused = links[-1].recv(65_536)
    finally:
        door.hold.unlink()
    assert refused.startswith(b"HTTP/1.1 503 ")
    assert b"\r\nRetry-After: " in refused
    assert links[0].recv(65_536).startswith(b"HTTP/1.1 200 ")


def test_an_address_that_is_too_long_gets_a_page_though_more_is_on_its_way(door: Door) -> None:
    head, page = (
        door.say(b"GET /search/?q=" + 100_000 * b"a" + b" HTTP/1.1\r\nHost: x\r\n\r\n")
        .decode()
        .split("\r\n\r\n", 1)
    )
    assert head.startswith("HTTP/1.1 414 ")
    assert f"Content-Length: {len(page.encode())}" in head
    assert "This search is too long for an address" in page
    assert 'href="/search/list/"' in page


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Accept-Language: fr-FR,fr;q=0.9", "Cette recherche est trop longue"),
        ("Accept-Language: fr\r\nCookie: a=b; django_language=de", "Diese Suche ist zu lang"),
        ("Accept: */*", "This search is too long"),
    ],
)
def test_whoever_is_refused_reads_why_in_their_language(door: Door, header: str, said: str) -> None:
    asked = f"GET /search/?q={9_000 * 'a'} HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n"
    assert said in door.say(asked.encode()).decode()


def test_an_address_of_the_api_that_is_too_long_is_a_problem(door: Door) -> None:
    asked = b"GET /api/v1/search/?q=" + 9_000 * b"a" + b" HTTP/1.1\r\nHost: x\r\n\r\n"
    head, body = door.say(asked).split(b"\r\n\r\n", 1)
    assert b"application/problem+json" in head
    assert json.loads(body)["status"] == 414


def test_other_bad_requests_are_answered_by_gunicorn(door: Door) -> None:
    assert door.say(b"GET / HTTP/9.9\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 400 ")
    assert door.say(b"GE<T / HTTP/1.1\r\nHost: x\r\n\r\n").startswith(b"HTTP/1.1 400 ")


def test_no_address_of_a_shopper_stands_in_the_log(door: Door) -> None:
    door.say(b"GET /long?" + 9_000 * b"a" + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    door.say(b"GET / HTTP/9.9\r\nHost: x\r\n\r\n")
    written = door.log.read_text().split("Booting worker", 1)[1]
    assert "414 to b'/long'" in written
    assert "Invalid request" in written
    assert "127.0.0.1" not in written


def test_whoever_is_answered_when_the_server_stops_gets_the_whole_answer(door: Door) -> None:
    (worker,) = psutil.Process(door.process.pid).children()
    door.hold.touch()
    with door.connect() as link:
        link.sendall(b"GET /hold HTTP/1.1\r\nHost: x\r\n\r\n")
        assert door.ask("/livez")[0] == 200  # so the one before has arrived as well
        worker.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        door.hold.unlink()
        answer = b"".join(iter(lambda: link.recv(65_536), b""))  # until the worker has gone
        assert answer.endswith(b"GET /hold 0")
    wait_until(lambda: answers(door))


@pytest.mark.parametrize(
    "body",
    [
        b"x" * 3_000_000,
        b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
    ],
)
def test_a_body_that_nobody_read_is_no_part_of_the_next_request(door: Door, body: bytes) -> None:
    link = http.client.HTTPConnection("127.0.0.1", door.port, timeout=30)
    for path in ("/unread", "/second"):
        link.request("POST", path, body)
        reply = link.getresponse()
        length = 0 if path == "/unread" else len(body)
        assert (reply.status, reply.read()) == (200, b"POST %b %d" % (path.encode(), length))
    link.close()
