"""A catalogue at an address: downloaded from public addresses alone, then read as a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _

from catalog.addresses import file_name, is_on_the_web
from catalog.importing.errors import FileError
from catalog.importing.files.unpacking import SUFFIXES
from catalog.web import Refused, Unavailable, fetch_into

BYTES = 200 * 1024**2
DOWNLOAD_SECONDS = 300
BEGINNING = 512
# How files begin whose address does not say what they are.
BEGINNINGS = (
    (b"\x1f\x8b", ".gz"),
    (b"PK\x03\x04", ".zip"),
    (b"<", ".xml"),
    (b"\xef\xbb\xbf<", ".xml"),
    (b"{", ".json"),
    (b"[", ".json"),
)


@contextmanager
def at_hand(places: list[str]) -> Iterator[list[Path]]:
    """The files at these places, those at addresses downloaded for as long as they are needed."""
    with TemporaryDirectory() as room:
        yield [
            downloaded(place, Path(room) / str(number)) if is_on_the_web(place) else Path(place)
            for number, place in enumerate(places)
        ]


def downloaded(address: str, folder: Path) -> Path:
    """The file at an address; FileError with a sentence where it is not to be had."""
    folder.mkdir()
    try:
        return download(address, folder)[0]
    except (Refused, Unavailable) as error:
        raise FileError(
            _("%(address)s cannot be read: %(reason)s.") % {"address": address, "reason": error}
        ) from error


def download(address: str, folder: Path, etag: str = "") -> tuple[Path, str]:
    """The file at an address, in the folder, and its ETag; Same where it has this ETag still."""
    path = folder / "download"
    with path.open("wb+") as file:
        is_new, etag = fetch_into(file, address, etag, BYTES, DOWNLOAD_SECONDS)
        file.seek(0)
        start = file.read(BEGINNING)
    if not is_new:
        raise Same
    return path.rename(folder / name_of(address, start)), etag


class Same(Exception):
    """The file at an address is the one that is known."""


def name_of(address: str, content: bytes) -> str:
    """The name that the address ends in, with the suffix of what the file is.

    `content` is how it begins.
    """
    name = file_name(address)[:100] or "catalogue"
    if PurePosixPath(name).suffix.lower() in (*SUFFIXES, ".gz", ".zip"):
        return name
    start = content.lstrip()
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        return f"{name}.html"
    return name + next((suffix for mark, suffix in BEGINNINGS if start.startswith(mark)), ".csv")
