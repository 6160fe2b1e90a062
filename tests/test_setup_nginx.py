"""deploy/nginx.conf in a real nginx: files without the web container, its refusals, its absence."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from config.settings import FILE_UPLOAD_MAX_MEMORY_SIZE
from tests.worker import ROOT, wait_until

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
TOO_LARGE = 19 * 1024**2
AROUND = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log stderr emerg; {user}
events {{}}
http {{
    types {{ text/css css; }}
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {settings}
}}
"""


@dataclass
class Front:
    """nginx, and what a stand-in of the web container heard: lines, headers, bytes of bodies."""

    port: int
    state: Path
    web: ThreadingHTTPServer
    heard: list[tuple[str, dict[str, str], int]] = field(default_factory=list)

    def ask(
        self, path: str, body: object = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            link.request("GET" if body is None else "POST", path, body, named)  # type: ignore[arg-type]
            reply = link.getresponse()
            return reply.status, reply.headers, reply.read().decode()
        finally:
            link.close()


def web_beside(front: list[Front]) -> ThreadingHTTPServer:
    class Web(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            refused = length > FILE_UPLOAD_MAX_MEMORY_SIZE
            got = 0 if refused else len(self.rfile.read(length))
            front[0].heard.append((self.requestline, dict(self.headers), got))
            said = b"refused by web" if refused else b"said by web"
            self.send_response(413 if refused else 200)
            self.send_header("Content-Length", str(len(said)))
            if refused:
                self.send_header("Connection", "close")  # which also ends it here
            self.end_headers()
            self.wfile.write(said)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_said: object) -> None:
            """Nobody reads it."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Web)


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    if not NGINX:
        pytest.skip("No nginx is installed: its settings were not tried in one.")
    found: list[Front] = []
    web = web_beside(found)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = (ROOT / "deploy" / "nginx.conf").read_text()
    for ours, here in (
        ("server web:8000;", f"server 127.0.0.1:{web.server_port};"),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("/state/", f"{tmp_path}/"),
    ):
        assert ours in settings
        settings = settings.replace(ours, here)
    user = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "nginx.conf").write_text(
        AROUND.format(folder=tmp_path, user=user, settings=settings)
    )
    process = subprocess.Popen([NGINX, "-c", str(tmp_path / "nginx.conf")])
    found.append(Front(port, tmp_path, web))
    try:
        wait_until(lambda: listens(port))
        yield found[0]
    finally:
        process.terminate()
        process.wait(10)
        web.shutdown()
        web.server_close()


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_styles_and_copies_of_photos_are_served_without_the_web_container(front: Front) -> None:
    static, copies = front.state / "static", front.state / "media" / "renditions" / "ab"
    static.mkdir()
    copies.mkdir(parents=True)
    (static / "page.css").write_text("a {}")
    (copies / "abc1-320.webp").write_text("a photo")
    for path, kind, text in (
        ("/static/page.css", "text/css", "a {}"),
        ("/pictures/abc1/320.webp", "image/webp", "a photo"),
    ):
        status, headers, said = front.ask(path)
        assert (status, headers["Content-Type"], said) == (200, kind, text)
        assert "immutable" in headers["Cache-Control"]
    assert not front.heard


def test_a_copy_that_nobody_made_yet_is_asked_of_the_web_container(front: Front) -> None:
    assert front.ask("/pictures/abc1/640.webp")[2] == "said by web"


def test_the_web_container_hears_who_asks_and_under_which_name(front: Front) -> None:
    front.ask("/search/?q=red", Host="shop.example", X_Forwarded_Proto="https")
    line, headers, _length = front.heard[0]
    assert line == "GET /search/?q=red HTTP/1.1"
    assert headers["Host"] == "shop.example"
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["X-Request-ID"]


def test_an_upload_is_handed_on_once_it_has_arrived(front: Front) -> None:
    with socket.create_connection(("127.0.0.1", front.port), timeout=30) as link:
        link.sendall(b"POST /search/photo/ HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc")
        front.ask("/livez")
        assert [line for line, *_rest in front.heard] == ["GET /livez HTTP/1.1"]
        link.sendall(b"def")
        assert b"said by web" in link.recv(65_536)
    assert front.heard[-1][2] == 6


@pytest.mark.parametrize("chunked", [False, True])
def test_what_is_too_large_is_refused_in_the_words_of_the_web_container(
    front: Front, chunked: bool
) -> None:
    """From the head alone: it speaks the shopper's language, and problems to the API."""
    body = b"x" * TOO_LARGE
    pieces = (body[at : at + 2**20] for at in range(0, TOO_LARGE, 2**20))
    asked = pieces if chunked else body
    try:
        status, _headers, said = front.ask("/api/photos/", asked, Accept_Language="fr")
    except (BrokenPipeError, ConnectionResetError):
        pytest.skip("the client wrote on after the answer, and did not read it")
    assert (status, said) == (413, "refused by web")
    line, headers, got = front.heard[0]
    assert (line, got) == ("POST /api/photos/ HTTP/1.1", 0)
    assert headers["Accept-Language"] == "fr"


@pytest.mark.parametrize(
    ("language", "word"),
    [("", "moment"), ("de-AT,de", "Shop"), ("fr", "boutique"), ("es", "tienda")],
)
def test_a_shop_that_is_away_is_said_to_be_away(front: Front, language: str, word: str) -> None:
    front.web.shutdown()
    front.web.server_close()
    status, headers, page = front.ask("/search/?q=red", Accept_Language=language)
    assert (status, headers["Retry-After"]) == (503, "5")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert word in page
    assert "nginx" not in page
    _status, headers, said = front.ask("/api/search/?q=red", Accept_Language=language)
    assert headers["Content-Type"] == "application/problem+json; charset=utf-8"
    problem = json.loads(said)
    assert problem["status"] == 503
    assert word in problem["detail"]
