"""Compressed files and folders as plain files; nothing is believed that a zip says of itself."""

from __future__ import annotations

import errno
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.zips import SPOILED, files_in

GZIP = b"\x1f\x8b"
BYTES_AT_ONCE = 256 * 1024
UNPACKED_BYTES = 4 * 1024**3
# Text shrinks to a tenth, at best to a fiftieth; what grows a hundredfold, and by a lot, is a bomb.
RATIO_MOST = 100
RATIO_FROM_BYTES = 20 * 1024**2
MEMBERS_MOST = 50
NAME_LENGTH = 60  # of an unpacked file, in signs of up to four bytes: a disk takes 255 bytes


class Allowance:
    """Counts what comes out of a compressed file; FileError where it is a bomb."""

    def __init__(self, path: Path) -> None:
        self.path, self.packed, self.unpacked = path, max(1, path.stat().st_size), 0

    def take(self, piece: bytes) -> bytes:
        self.unpacked += len(piece)
        grown = self.unpacked > RATIO_FROM_BYTES and self.unpacked > RATIO_MOST * self.packed
        if grown or self.unpacked > UNPACKED_BYTES:
            raise FileError(
                _("%(file)s is a zip bomb: its %(size)d kB claim more than %(total)d MB.")
                % {
                    "file": self.path.name,
                    "size": self.packed // 1024,
                    "total": self.unpacked // 1024**2,
                }
            )
        return piece

    def copy(self, source: IO[bytes], target: IO[bytes]) -> None:
        while piece := source.read(BYTES_AT_ONCE):
            target.write(self.take(piece))


def unpacked(path: Path, room: Path) -> list[Path]:
    """The plain files of a file, folder, .gz or .zip; what is unpacked lies in `room`."""
    if path.is_dir():
        return sorted(each for each in path.iterdir() if each.is_file())[:MEMBERS_MOST]
    if path.suffix.lower() == ".gz" or is_gzip(path):
        return [gunzipped(path, room)]
    if path.suffix.lower() == ".zip":
        return unzipped(path, room)
    return [path]


def is_gzip(path: Path) -> bool:
    """By what it holds: some servers send "feed.csv" packed, whatever they are asked for."""
    with path.open("rb") as file:
        return file.read(len(GZIP)) == GZIP


def gunzipped(path: Path, room: Path) -> Path:
    stem = path.stem if path.suffix.lower() == ".gz" else path.name
    target = room / (stem if Path(stem).suffix else f"{stem}.txt")
    with whole(path), gzip.open(path) as source, target.open("wb") as file:
        Allowance(path).copy(source, file)  # type: ignore[arg-type]
    return target


def unzipped(path: Path, room: Path) -> list[Path]:
    """The files in a zip that could be a catalogue, without those that programs add."""
    allowance, found = Allowance(path), []
    with whole(path), ZipFile(path) as archive:
        for number, member in enumerate(catalogues(archive)):
            folder = room / str(number)
            folder.mkdir()
            name = PurePosixPath(member.filename.replace("\\", "/")).name
            target = folder / name[-NAME_LENGTH:]
            with archive.open(member) as source, target.open("wb") as file:
                allowance.copy(source, file)
            found.append(target)
    return found


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """FileError where a packed file is damaged, wherever that shows; a full disk is none of it."""
    try:
        yield
    except SPOILED as error:
        raise damaged(path) from error
    except OSError as error:  # of the unpackers, or of a place in the file that cannot be
        if error.errno not in (None, errno.EINVAL):
            raise
        raise damaged(path) from error


def catalogues(archive: ZipFile) -> list[ZipInfo]:
    members = [
        each
        for each in files_in(archive)
        if not each.filename.startswith(("__MACOSX/", "."))
        and PurePosixPath(each.filename).suffix.lower() in SUFFIXES
    ]
    if not members:
        raise FileError(
            _("There is no catalogue in %(file)s; it would be one of %(suffixes)s.")
            % {"file": Path(str(archive.filename)).name, "suffixes": ", ".join(SUFFIXES)}
        )
    return members[:MEMBERS_MOST]


def damaged(path: Path) -> FileError:
    return FileError(_("%(file)s cannot be unpacked; it is damaged.") % {"file": path.name})


def check_workbook(path: Path) -> None:
    """Unpack an .xlsx once, to nowhere: FileError where it holds far more than it is."""
    allowance = Allowance(path)
    with ZipFile(path) as archive:
        for member in archive.infolist():
            with archive.open(member) as source:
                while piece := source.read(BYTES_AT_ONCE):
                    allowance.take(piece)


SUFFIXES = (
    *(".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson"),
    *(".xml", ".rss", ".atom", ".yml", ".html", ".htm"),
)
