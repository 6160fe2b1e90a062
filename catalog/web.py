"""Something fetched from a public address on the web, within limits, and from nowhere else.

Whoever writes a catalogue file names addresses that our own servers then ask, so that these must
not be tricked into asking what only they can reach (SSRF). The name is resolved once, every address
it has must be public, and the connection goes to the address that was looked at: a name that
changes its address in between gains nothing. Each redirect is looked at in the same way.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

import httpcore2
from django.conf import settings
from django.utils.translation import gettext as _

from catalog.deadline import Deadline

SECONDS, BYTES, REDIRECTS = 10, 12 * 1024 * 1024, 3
AGENT = b"Vitrine/1.0 (catalogue import)"
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# Ranges of IPv6 that lead to addresses of IPv4, whichever these are.
TUNNELS = [ipaddress.ip_network(each) for each in ("2002::/16", "2001::/32", "64:ff9b:1::/48")]
# What only a server in a cloud reaches, though Python calls it global: Azure's host of every
# machine, and what IANA keeps for protocols (Oracle's metadata are at 192.0.0.192).
INTERNAL = [ipaddress.ip_network(each) for each in ("168.63.129.16/32", "192.0.0.0/24")]
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """The address may not be asked, or what it gives may not be had; trying again is no use."""


class Unavailable(Exception):
    """The address does not answer now; it may do so later."""


@dataclass(frozen=True)
class Reply:
    """What an address gave; no content where it is still what it was under `etag`.

    `etag` is the ETag, or the Last-Modified of a server that has none.
    """

    content: bytes | None
    etag: str


def fetch(url: str, etag: str = "", most: int = BYTES, seconds: float = SECONDS) -> Reply:
    """What lies at a public address; Refused or Unavailable with a sentence otherwise.

    `most` bytes and `seconds` bound the whole, redirects included.
    """
    content = BytesIO()
    is_new, etag = fetch_into(content, url, etag, most, seconds)
    return Reply(content.getvalue() if is_new else None, etag)


def fetch_into(file: IO[bytes], url: str, etag: str, most: int, seconds: float) -> tuple[bool, str]:
    """The same, written to a file as it comes; whether it is new, and its ETag."""
    until = time.monotonic() + seconds
    for _hop in range(REDIRECTS + 1):
        check_url(url)
        answer = get(file, url, etag, most, until)
        if not isinstance(answer, str):
            return answer
        url = redirected(url, answer)
    raise Refused(_("it is redirected more than %(most)d times") % {"most": REDIRECTS})


def redirected(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise Refused(_("it is not an address that can be fetched")) from error


def get(file: IO[bytes], url: str, etag: str, most: int, until: float) -> tuple[bool, str] | str:
    """One request: what `fetch_into` gives, or the address that it redirects to."""
    left = max(0.1, until - time.monotonic())
    limits = dict.fromkeys(("connect", "read", "write", "pool"), left)
    headers = [(b"User-Agent", AGENT), (b"Accept", b"*/*"), (b"Accept-Encoding", b"identity")]
    headers += condition(etag)
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=ssl.create_default_context(), network_backend=PublicOnly(until)
            ) as pool,
            pool.stream(
                "GET", target(url), headers=headers, extensions={"timeout": limits}
            ) as response,
        ):
            found = {name.lower(): value for name, value in response.headers}
            if response.status == 304 and etag:
                return False, etag_in(found)
            return read(file, response, found, most, until)
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise Unavailable(_("it does not answer")) from error
    except (UnicodeError, ValueError, httpcore2.UnsupportedProtocol) as error:
        raise Refused(_("it is not an address that can be fetched")) from error


def condition(etag: str) -> list[tuple[bytes, bytes]]:
    """The header that asks only for what is not the same any more."""
    if not etag:
        return []
    try:
        parsedate_to_datetime(etag)
    except ValueError:
        return [(b"If-None-Match", etag.encode("latin-1", "ignore"))]
    return [(b"If-Modified-Since", etag.encode("ascii", "ignore"))]


def target(url: str) -> str:
    """The address in ASCII, as requests have it."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode() if not is_ip(parts.hostname) else ""
    place = f"{host}:{parts.port}" if host and parts.port else host or parts.netloc
    path = "".join(sign if " " < sign < "\x7f" else quoted(sign) for sign in parts.path or "/")
    query = "".join(sign if " " < sign < "\x7f" else quoted(sign) for sign in parts.query)
    return f"{parts.scheme}://{place}{path}{'?' if query else ''}{query}"


def quoted(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))


def read(
    file: IO[bytes], response: Any, headers: Mapping[bytes, bytes], most: int, until: float
) -> tuple[bool, str] | str:
    """A response written to the file, or where it sends us."""
    status = response.status
    if status in (301, 302, 303, 307, 308) and b"location" in headers:
        return headers[b"location"].decode("latin-1")
    if status in (408, 425, 429) or status >= 500:
        raise Unavailable(_("it answers with an error (%(status)d)") % {"status": status})
    if status != 200:
        raise Refused(_("it answers with an error (%(status)d)") % {"status": status})
    file.writelines(limited(response.iter_stream(), most, until))
    return True, etag_in(headers)


def etag_in(headers: Mapping[bytes, bytes]) -> str:
    return (headers.get(b"etag") or headers.get(b"last-modified", b"")).decode("latin-1")


def limited(chunks: Iterable[bytes], most: int, until: float) -> Iterator[bytes]:
    """The chunks, as long as they are neither too many nor too slow."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise Refused(_("it is larger than %(most)d MB") % {"most": most // 1024**2})
        if time.monotonic() > until:
            raise Unavailable(_("it takes too long"))
        yield chunk


def check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(_("it is not an address that can be fetched")) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise Refused(_("it is not a web address (http or https)"))
    if parts.username is not None or parts.password is not None:
        raise Refused(_("it has a user name in it"))


def is_ip(host: str | None) -> bool:
    try:
        ipaddress.ip_address(host or "")
    except ValueError:
        return False
    return True


class PublicOnly(httpcore2.SyncBackend):
    """Connects to public addresses alone; the name is not looked up a second time."""

    def __init__(self, until: float) -> None:
        self.until = until

    def connect_tcp(self, host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        stream = super().connect_tcp(public_address(host, port), port, *args, **kwargs)
        return Deadline(stream, self.until)


def public_address(host: str, port: int) -> str:
    """The first address of the host; Refused where any of them is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unavailable(_("its server is not found")) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not all(map(is_allowed, addresses)):
        raise Refused(_("it is not a public address"))
    return addresses[0]


def is_allowed(address: str) -> bool:
    """Whether an address is public, or in one of the networks that the shop trusts."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            ip = ip.ipv4_mapped
        elif ip in TRANSLATED:
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    trusted = (ipaddress.ip_network(each) for each in getattr(settings, "PICTURE_NETWORKS", ()))
    if any(ip in network for network in trusted):
        return True
    inside = any(ip in network for network in (*TUNNELS, *INTERNAL))
    local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local  # global to Python
    return ip.is_global and not (inside or local or ip.is_multicast or ip.is_reserved)
