"""Text of any usual encoding."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.files.encodings import CODECS, LANGUAGES, guess, is_utf8, is_utf8_after_all

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BYTES_SNIFFED = 256 * 1024
BYTES_OF_LINE = 1024**2  # a longer one is told by its parts
NAMED_LINES = 5


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
    if encoding in LANGUAGES:
        source = io.BufferedReader(AsUtf8(path, encoding))
        return io.TextIOWrapper(source, "utf-8", errors="surrogatepass", newline="")
    return path.open(encoding=encoding, errors="surrogateescape", newline="")


class AsUtf8(io.RawIOBase):
    """A file in an older encoding as UTF-8, in which some lines may have been already."""

    def __init__(self, path: Path, encoding: str) -> None:
        self.file, self.encoding = path.open("rb"), encoding
        self.codec = CODECS.get(encoding, encoding)
        self.made, self.at = b"", 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = 0) -> int:
        """To the beginning, which is all that readers of rows ask for."""
        if offset or whence:
            raise io.UnsupportedOperation
        self.file.seek(0)
        self.made, self.at = b"", 0
        return 0

    def readinto(self, into: Any) -> int:
        if not self.made and (line := self.file.readline(BYTES_OF_LINE)):
            known = is_utf8_after_all(line, self.encoding)
            text = line.decode("utf-8" if known else self.codec, "surrogateescape")
            self.made = text.encode("utf-8", "surrogatepass")
        count = min(len(into), len(self.made))
        into[:count], self.made = self.made[:count], self.made[count:]
        self.at += count
        return count

    def close(self) -> None:
        self.file.close()
        super().close()


def lines_in_utf8(path: Path, encoding: str) -> Iterator[int]:
    """The numbers of lines that are not in the older encoding in which the file is read."""
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(BYTES_OF_LINE), b""), start=1):
            if is_utf8_after_all(line, encoding):
                yield number


def is_strange(text: str) -> bool:
    """Whether there is a byte in it that its encoding does not know, or that no text has."""
    return any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in text)


def legible(text: str) -> str:
    """The text with a sign in place of each that is strange, so that it can be shown and kept."""
    return "".join("\ufffd" if is_strange(sign) else sign for sign in text)


def older_encoding(path: Path) -> str:
    """The encoding in which the words of a file without UTF-8 are words; "" where there is none.

    Where lines differ, that of the most: the others are read as UTF-8, or their rows refused.
    """
    with path.open("rb") as file:
        start = file.read(BYTES_SNIFFED)
    if b"\0" in start:
        return ""
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = 4 if len(start) == BYTES_SNIFFED else 0  # a letter may be cut at the end
        lines = [line for line in start.splitlines() if not line.isascii()]
        older = [line for line in lines if not is_utf8(line)]
        told = error.start < len(start) - cut and 2 * len(older) >= len(lines)
        return guess(b"\n".join(older)) if told else ""
    return ""


def read_as(path: Path, encoding: str) -> list[str]:
    """Sentences about an encoding that the words of the file told, or nothing."""
    if encoding not in LANGUAGES:
        return []
    sentence = _("%(file)s is not in UTF-8; its words are read as %(encoding)s.")
    said = [sentence % {"file": path.name, "encoding": encoding}]
    if others := list(islice(lines_in_utf8(path, encoding), NAMED_LINES + 1)):
        lines = ", ".join(map(str, others[:NAMED_LINES])) + (", …" * (len(others) > NAMED_LINES))
        mixed = _("Some lines of %(file)s are in UTF-8 all the same and read as that: %(lines)s.")
        said.append(mixed % {"file": path.name, "lines": lines})
    return said
