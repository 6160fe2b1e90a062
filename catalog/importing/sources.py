"""Where the pictures of an import lie: a folder or a zip. Nothing outside it is ever read."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol
from urllib.parse import unquote
from zipfile import ZipFile

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.pictures import PICTURE_BYTES, PictureError
from catalog.zips import SPOILED, files_in, unpack

PICTURE_SUFFIXES = (".avif", ".gif", ".heic", ".heif", ".jpeg", ".jpg", ".png", ".webp")
FOLDERS_MOST, FILES_MOST = 100_000, 2_000_000  # that are listed where a name is not found at once
# A zip of pictures hardly shrinks them; one that grows a hundredfold, and by a lot, is a bomb.
RATIO_MOST = 100
RATIO_FROM_BYTES = 100 * 1024 * 1024
TOTAL_BYTES = 500 * 1024**3


class Source(Protocol):
    def read(self, name: str) -> bytes:
        """The bytes of the picture of that name; PictureError with a sentence otherwise."""


def source_of(path: Path) -> Source:
    """The pictures in a folder or zip; FileError where it is neither."""
    if path.is_dir():
        return Folder(path)
    if not path.is_file():
        raise FileError(_("There is no folder or zip %(path)s.") % {"path": path})
    return Archive(path)


def pictures_beside(path: Path) -> Path | None:
    """The zip that a catalogue came in, where pictures lie beside it."""
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, *SPOILED):
        return None
    return path if any(name.lower().endswith(PICTURE_SUFFIXES) for name in names) else None


def safe_name(name: str) -> str:
    """A relative name that stays inside, with forward slashes; PictureError otherwise.

    Some systems name their pictures from the root of their media folder: "/m/h/moss.jpg".
    """
    path = PurePosixPath(name.replace("\\", "/").lstrip("/"))
    if PureWindowsPath(name).drive or "://" in name:
        raise absolute(name)
    if ".." in path.parts:
        raise PictureError(
            _("The picture %(name)s climbs out of the folder of pictures.") % {"name": repr(name)}
        )
    return str(path)


def absolute(name: str) -> PictureError:
    return PictureError(
        _("The picture %(name)s is not named by a relative path.") % {"name": repr(name)}
    )


class Names:
    """What lies in a folder or zip, to be found by names that are written a little otherwise.

    Letter case does not matter, nor "%20" for a blank; where a name is nowhere, the only file of
    that name in any folder is meant.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.whole: dict[str, str] = {}
        self.last: dict[str, list[str]] = {}
        for name in sorted(names):
            self.whole.setdefault(loosely(name), name)
            self.last.setdefault(PurePosixPath(loosely(name)).name, []).append(name)

    def find(self, name: str) -> str | None:
        for written in (loosely(name), loosely(unquote(name))):
            if found := self.whole.get(written):
                return found
            alike = self.last.get(PurePosixPath(written).name, [])
            below = [each for each in alike if loosely(each).endswith(f"/{written}")]
            if len(below or alike) == 1:
                return (below or alike)[0]
        return None


def loosely(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()


def missing(name: str, place: Path) -> PictureError:
    if name.startswith("/"):
        return absolute(name)
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
            path = self.find(name).resolve()
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
        """Where the picture lies; the folder is only listed where its very name is not there."""
        inside = safe_name(name)
        path = self.root / inside
        found = None if path.exists() else self.names.find(inside)
        return self.root / found if found else path

    @cached_property
    def names(self) -> Names:
        walked = islice(os.walk(self.root), FOLDERS_MOST)
        files = (Path(folder, file) for folder, _folders, inside in walked for file in inside)
        return Names(str(file.relative_to(self.root)) for file in islice(files, FILES_MOST))


class Archive:
    """A zip, read in place. The folder that most programs put around everything may be left out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            check_expansion(path)
            self.zip = ZipFile(path)
        except (OSError, *SPOILED) as error:
            raise FileError(
                _("%(file)s is neither a folder nor a zip that can be opened.") % {"file": path}
            ) from error
        self.members = {each.filename: each for each in files_in(self.zip)}
        self.names = Names(self.members)

    def read(self, name: str) -> bytes:
        found = self.names.find(safe_name(name))
        if found is None:
            raise missing(name, self.path)
        if self.members[found].file_size > PICTURE_BYTES:
            raise too_large(name)
        try:
            content = unpack(self.zip, self.members[found], PICTURE_BYTES)
        except (OSError, *SPOILED) as error:
            raise PictureError(
                _("The picture %(name)s cannot be unpacked: %(reason)s.")
                % {"name": name, "reason": error}
            ) from error
        if content is None:
            raise too_large(name)
        return content


def check_expansion(path: Path) -> None:
    """Refuse a zip that says itself that it would unpack to far more than it is."""
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
