"""Exports of two files: the second is given, lies in the same zip, or beside the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.files.records import Content
from catalog.importing.files.unpacking import MEMBERS_MOST
from catalog.importing.formats.format import Format

NAMED_MOST = 10
Part = tuple[Content, Format]


def together(parts: list[Part], order: list[Format]) -> list[Part]:
    """The parts of one export: those of the format that stands first, and of its companion."""
    main = min((fmt for _content, fmt in parts), key=order.index)
    mine = [part for part in parts if part[1].name in (main.name, main.companion)]
    return sorted(mine, key=lambda part: order.index(part[1]))


def beside(path: Path, companion: str, opened: Callable[[Path], Part]) -> Part | None:
    """The one file beside `path` that is of the companion's format, if there is one only."""
    neighbours = [
        each
        for each in sorted(path.parent.iterdir())[: MEMBERS_MOST * 4]
        if each != path and each.suffix.lower() == path.suffix.lower() and each.is_file()
    ]
    found = []
    for each in neighbours[:MEMBERS_MOST]:
        try:
            part = opened(each)
        except (FileError, OSError):
            continue
        if part[1].name == companion:
            found.append(part)
    return found[0] if len(found) == 1 else None


def passed_over(parts: list[Part], chosen: list[Part]) -> list[str]:
    """A sentence that names the files of other formats, which are none of this export."""
    names = [content.path.name for content, _fmt in parts if (content, _fmt) not in chosen]
    if not names:
        return []
    more = ", …" if len(names) > NAMED_MOST else ""
    return [
        _("Left out, because they are not part of the same export: %(files)s.")
        % {"files": ", ".join(names[:NAMED_MOST]) + more}
    ]


def said(part: Part) -> str:
    return _("Read with %(file)s beside it (%(title)s).") % {
        "file": part[0].path.name,
        "title": _(part[1].title),
    }
