"""Where the pictures of an import lie: a folder or a zip. Nothing outside it is ever read."""

from __future__ import annotations

import lzma
import unicodedata
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.pictures import PICTURE_BYTES, PictureError

# A zip of pictures hardly shrinks them; one that grows a hundredfold, and by a lot, is a bomb.
RATIO_MOST = 100
RATIO_FROM_BYTES = 100 * 1024 * 1024
TOTAL_BYTES = 500 * 1024**3
SPOILED = (BadZipFile, zlib.error, lzma.LZMAError)


class Source(Protocol):
    def read(self, name: str) -> bytes:
        """The bytes of the picture of that name; PictureError with a sentence otherwise."""


def source_of(path: Path) -> Source:
    """The pictures in a folder or zip; FileError where it is neither."""
    if path.is_dir():
        return Folder(path)
    if not path.is_file():
        raise FileError(_("There is no folder and no zip %(path)s.") % {"path": path})
    return Archive(path)


def safe_name(name: str) -> str:
    """A relative name that stays inside, with forward slashes; PictureError otherwise."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or PureWindowsPath(name).drive or "://" in name:
        raise PictureError(
            _("The picture %(name)s is not named by a relative path.") % {"name": repr(name)}
        )
    if ".." in path.parts:
        raise PictureError(
            _("The picture %(name)s climbs out of the folder of pictures.") % {"name": repr(name)}
        )
    return str(path)


def missing(name: str, place: Path) -> PictureError:
    return PictureError(
        _("The picture %(name)s is not in %(place)s.") % {"name": name, "place": place.name}
    )


def too_large(name: str) -> PictureError:
    return PictureError(
        _("The picture %(name)s is larger than %(most)d MB.")
        % {"name": name, "most": PICTURE_BYTES // 1024**2}
    )


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def read(self, name: str) -> bytes:
        try:
            path = self.find(safe_name(name)).resolve()
            if not path.is_relative_to(self.root):  # by a link
                raise PictureError(
                    _("The picture %(name)s climbs out of the folder of pictures.")
                    % {"name": repr(name)}
                )
            if not path.is_file():
                raise missing(name, self.root)
            if path.stat().st_size > PICTURE_BYTES:
                raise too_large(name)
            return path.read_bytes()
        except (OSError, RuntimeError) as error:
            raise PictureError(
                _("The picture %(name)s cannot be read: %(reason)s.")
                % {"name": repr(name), "reason": error}
            ) from error

    def find(self, name: str) -> Path:
        """Where the picture lies; names that were written on a Mac have their accents apart."""
        path = self.root / name
        return path if path.exists() else self.root / unicodedata.normalize("NFD", name)


class Archive:
    """A zip, read in place. The folder that most programs put around everything may be left out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            check_expansion(path)
            self.zip = ZipFile(path)
        except (BadZipFile, OSError) as error:
            raise FileError(
                _("%(file)s is neither a folder nor a zip that can be opened.") % {"file": path}
            ) from error
        self.members = {plain(member.filename): member for member in self.zip.infolist()}
        self.tops = top_folders(self.members)

    def read(self, name: str) -> bytes:
        inside = safe_name(name)
        candidates = [inside, *(f"{top}/{inside}" for top in self.tops)]
        found = next((self.members[name] for name in candidates if name in self.members), None)
        if found is None:
            raise missing(name, self.path)
        if found.file_size > PICTURE_BYTES:
            raise too_large(name)
        try:
            return self.zip.read(found)  # never more than the size that the zip states
        except (OSError, RuntimeError, EOFError, *SPOILED) as error:
            raise PictureError(
                _("The picture %(name)s cannot be unpacked: %(reason)s.")
                % {"name": name, "reason": error}
            ) from error


def plain(name: str) -> str:
    """A member's name as rows write it, whichever system made the zip."""
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def top_folders(names: Iterable[str]) -> list[str]:
    found = {PurePosixPath(name).parts[0] for name in names if "/" in name.strip("/")}
    return sorted(found - {"..", "/", "__MACOSX"})


def check_expansion(path: Path) -> None:
    """Refuse a zip (or an .xlsx, which is one) that would unpack to far more than it is."""
    with ZipFile(path) as archive:
        total = sum(member.file_size for member in archive.infolist())
    ratio = total / max(1, path.stat().st_size)
    if total > TOTAL_BYTES or (total > RATIO_FROM_BYTES and ratio > RATIO_MOST):
        raise FileError(
            _("%(file)s is a zip bomb: its %(size)d kB claim to unpack to %(total)d MB.")
            % {
                "file": path.name,
                "size": path.stat().st_size // 1024,
                "total": total // 1024**2,
            }
        )
