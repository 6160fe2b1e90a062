"""The structure of a file, told by what stands in it and not by its name alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import is_zipfile

from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.files.layout import Known
from catalog.importing.files.markup import Wanted, elements, linked_data
from catalog.importing.files.objects import objects
from catalog.importing.files.records import REASON, Content, Record
from catalog.importing.files.tables import table
from catalog.importing.files.text import encoding_of, open_text
from catalog.importing.files.unpacking import SUFFIXES
from catalog.importing.files.workbooks import workbook

BYTES_SNIFFED = 4_096


def contents(path: Path, asked: str, known: Known, wanted: Wanted) -> Content:
    """The records of one plain file, without what an earlier import has said of them."""
    return unsaid(found(path, asked, known, wanted))


def unsaid(content: Content) -> Content:
    """The content without the column in which bad rows have what is wrong with them."""
    if REASON not in content.names:
        return content
    all_records = content.records

    def records() -> Iterator[Record]:
        for record in all_records():
            record.cells.pop(REASON, None)
            yield record

    for record in content.sample:
        record.cells.pop(REASON, None)
    names = [name for name in content.names if name != REASON]
    return replace(content, names=names, records=records, mended=True)


def found(path: Path, asked: str, known: Known, wanted: Wanted) -> Content:
    """The records of one plain file; FileError where it is none that can be imported.

    `asked` is an encoding, or "" to have it told; `known` says whether a name is a column of any
    format, `wanted` names the elements that are records of XML.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(
            _("%(file)s is not a kind of file that can be imported: %(suffixes)s.")
            % {"file": path.name, "suffixes": ", ".join((*SUFFIXES, ".gz", ".zip"))}
        )
    if suffix in (".xlsx", ".xlsm") or is_zipfile(path):  # a workbook may be called list.csv
        return workbook(path, known)
    encoding = encoding_of(path, asked)
    with open_text(path, encoding) as file:
        start = file.read(BYTES_SNIFFED).lstrip("\ufeff \t\r\n")
    if suffix in (".json", ".jsonl", ".ndjson") or start.startswith(("{", "[{", "[\n", "[ ")):
        return objects(path, encoding)
    if start[:15].lower().startswith(("<!doctype html", "<html")) or suffix in (".html", ".htm"):
        return linked_data(path, encoding)
    if start.startswith("<") or suffix in (".xml", ".rss", ".atom", ".yml"):
        return elements(path, wanted, known)
    return table(path, encoding, known)
