"""Only public addresses are asked, whichever way they are written, redirected or resolved."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from catalog.web import Refused, Unavailable, fetch, is_allowed
from tests.web_server import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.answers["/moss.jpg"] = 200, {"ETag": '"1"'}, b"moss"
        yield running


@pytest.fixture
def trusted(settings: Any) -> None:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"),
        *("017700000001", "127.0.0.1.", "localhost", "LOCALHOST.", "0.0.0.0", "0"),
        *("10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1"),
        *("192.0.0.8", "224.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]"),
        *("[fc00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]"),
        *("[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[2002:7f00:1::]", "[fec0::1]"),
        *("168.63.129.16", "192.0.0.192", "[::ffff:168.63.129.16]", "[64:ff9b::a83f:8110]"),
        *(
            "[2001:db8::1]",
            "[0:0:0:0:0:ffff:169.254.169.254]",
            "127。0。0。1",
            "①②⑦.⓪.⓪.①",
            "１２７.0.0.1",
        ),
    ],
)
def test_no_address_within_is_asked_in_any_notation(host: str, server: Server) -> None:
    with pytest.raises((Refused, Unavailable)):
        fetch(f"http://{host}:{server.port}/moss.jpg", seconds=3)

    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "gopher://127.0.0.1:6379/_INFO", "ftp://example.com/a.jpg"),
        *("//example.com/a.jpg", "http://", "http:///a.jpg", "javascript:alert(1)", "http://[::1"),
        *("http://user:secret@example.com/a.jpg", "http://example.com:99999/a.jpg", "a.jpg"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        fetch(url)


@pytest.mark.usefixtures("trusted")
def test_a_network_that_the_shop_trusts_is_asked(server: Server) -> None:
    reply = fetch(server.url("/moss.jpg"))

    assert (reply.content, reply.etag) == (b"moss", '"1"')


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    "inside", ["http://10.0.0.1/", "http://169.254.169.254/x", "file:///etc", "http://["]
)
def test_a_redirect_to_an_address_within_is_refused(server: Server, inside: str) -> None:
    server.answers["/away.jpg"] = 302, {"Location": inside}, b""

    with pytest.raises(Refused):
        fetch(server.url("/away.jpg"), seconds=3)


@pytest.mark.usefixtures("trusted")
def test_redirects_are_followed_three_times(server: Server) -> None:
    for hop in range(4):
        server.answers[f"/{hop}"] = 301, {"Location": f"/{hop + 1}"}, b""
    server.answers["/4"] = 200, {}, b"there"

    assert fetch(server.url("/1")).content == b"there"
    with pytest.raises(Refused, match="redirected more than 3 times"):
        fetch(server.url("/0"))


def test_a_name_that_changes_its_address_is_asked_at_the_one_that_was_looked_at(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first look-up gives a public address, any later one our own (DNS rebinding)."""
    answers = ["93.184.215.14", "127.0.0.1", "127.0.0.1"]
    connected = []

    def look_up(*_args: Any, **_kwargs: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), server.port))]

    def connect(address: tuple[str, int], *_args: Any, **_kwargs: Any) -> socket.socket:
        connected.append(address[0])
        raise OSError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)

    with pytest.raises(Unavailable):
        fetch(f"http://rebind.example:{server.port}/moss.jpg")
    assert connected == ["93.184.215.14"]


def test_a_name_with_one_address_within_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_args, **_kwargs: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80))
            for ip in ("93.184.215.14", "10.0.0.1")
        ],
    )

    with pytest.raises(Refused, match="not a public address"):
        fetch("http://both.example/a.jpg")


@pytest.mark.usefixtures("trusted")
def test_what_is_too_large_is_not_read_to_its_end(server: Server) -> None:
    server.answers["/large.jpg"] = 200, {}, b"x" * 3_000_000

    with pytest.raises(Refused, match="larger than 1 MB"):
        fetch(server.url("/large.jpg"), most=1024**2)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("status", "sort"), [(404, Refused), (503, Unavailable), (429, Unavailable)]
)
def test_an_error_is_final_or_may_pass(server: Server, status: int, sort: Any) -> None:
    server.answers["/gone.jpg"] = status, {}, b""

    with pytest.raises(sort, match=f"answers with an error \\({status}\\)"):
        fetch(server.url("/gone.jpg"))


@pytest.mark.usefixtures("trusted")
def test_letters_of_any_script_may_stand_in_a_path(server: Server) -> None:
    server.answers["/gr%C3%BCn%20Moos.jpg?v=%E6%A4%85"] = 200, {}, b"moss"

    assert fetch(server.url("/grün Moos.jpg?v=椅")).content == b"moss"


@pytest.mark.parametrize("address", ["168.63.129.16", "192.0.0.192", "64:ff9b::a83f:8110"])
def test_what_only_a_cloud_reaches_is_not_public(address: str) -> None:
    assert not is_allowed(address)
    assert is_allowed("168.63.129.17")
