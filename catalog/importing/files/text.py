"""Text of any usual encoding."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.files.encodings import CODECS, LANGUAGES, guess

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BYTES_SNIFFED = 256 * 1024


def encoding_of(path: Path, asked: str = "") -> str:
    """The encoding that was asked for, that whose mark stands in front, else what its words tell.

    UTF-8 where they tell none. Names of `LANGUAGES` were told by the words; others are Python's.
    """
    if asked:
        try:
            return codecs.lookup(asked).name
        except LookupError as error:
            raise FileError(
                _("There is no encoding %(name)s; usual ones are utf-8, utf-16, windows-1252.")
                % {"name": repr(asked)}
            ) from error
    with path.open("rb") as file:
        start = file.read(4)
    marked = next((name for mark, name in MARKS if start.startswith(mark)), "")
    return marked or older_encoding(path) or "utf-8"


def open_text(path: Path, encoding: str) -> IO[str]:
    """The file as text in what `encoding_of` said; bytes that are none stay, for `rows` to name."""
    codec = CODECS.get(encoding, encoding)
    return path.open(encoding=codec, errors="surrogateescape", newline="")


def is_strange(text: str) -> bool:
    """Whether there is a byte in it that its encoding does not know, or that no text has."""
    return any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text)


def legible(text: str) -> str:
    """The text with a sign in place of each that is strange, so that it can be shown and kept."""
    return "".join("\ufffd" if is_strange(sign) else sign for sign in text)


def older_encoding(path: Path) -> str:
    """The encoding in which the words of a file without UTF-8 are words; "" where there is none."""
    with path.open("rb") as file:
        start = file.read(BYTES_SNIFFED)
    if b"\0" in start:
        return ""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = 4 if len(start) == BYTES_SNIFFED else 0  # a letter may be cut at the end
        return guess(start) if error.start < len(start) - cut else ""
    return ""


def read_as(path: Path, encoding: str) -> list[str]:
    """A sentence about an encoding that the words of the file told, or nothing."""
    if encoding not in LANGUAGES:
        return []
    sentence = _("%(file)s is not in UTF-8; its words are read as %(encoding)s.")
    return [sentence % {"file": path.name, "encoding": encoding}]
