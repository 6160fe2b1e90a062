"""A catalogue of any format as rows in our columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.importing.errors import FileError, RowError
from catalog.importing.files.opening import contents
from catalog.importing.files.records import Content
from catalog.importing.files.unpacking import unpacked
from catalog.importing.formats import ELEMENTS, FORMATS, is_known, recognise, slashes
from catalog.importing.formats.companions import Part, beside, passed_over, said, together
from catalog.importing.formats.format import Cells, Context, Format, Reading, Row
from catalog.importing.formats.mapped import Mapped
from catalog.importing.formats.notes import told
from catalog.importing.formats.scripts import decimal_mark, yen
from catalog.importing.formats.untold import told_apart
from catalog.importing.spool import Spool

Line = tuple[int, Cells | RowError]
NAMED_MOST = 30  # columns that are named of those left out
FAMILY_MOST = 5_000  # variants; a group of more is a column taken wrongly
__all__ = ["Cells", "Feed", "Line", "Reading", "read"]


class Feed:
    """The rows of a catalogue, in our columns, product by product; to be read again at will."""

    def __init__(self, fmt: Format, context: Context) -> None:
        self.format, self.context = fmt, context
        self.spool = Spool()
        self.products = self.variants = 0
        self.left_out: list[str] = []
        self.notes: list[str] = []
        self.ours = True  # whether all its columns have our own names
        self.mended = False  # whether it is a file of bad rows, which lacks all others

    def __iter__(self) -> Iterator[Line]:
        for row in self.spool.lines():
            wrong = "; ".join(row.problems)
            yield row.line, RowError(wrong, row.cells) if wrong else row.cells

    def recognised(self) -> str:
        """One sentence: what the file is, how much of it, and what was left out."""
        said = _("%(title)s, %(products)s, %(variants)s") % {
            "title": _(self.format.title),
            "products": counted(
                ngettext("%s product", "%s products", self.products), self.products
            ),
            "variants": counted(
                ngettext("%s variant", "%s variants", self.variants), self.variants
            ),
        }
        if not self.left_out:
            return f"{said}."
        names = ", ".join(name[:60] for name in self.left_out[:NAMED_MOST])
        count = len(self.left_out)
        return _("%(said)s; left out: %(columns)s (%(names)s).") % {
            "said": said,
            "columns": counted(ngettext("%s column", "%s columns", count), count),
            "names": names + (", …" if count > NAMED_MOST else ""),
        }


def counted(text: str, count: int) -> str:
    return text % f"{count:,}"


def read(path: Path, reading: Reading | None = None, *more: Path) -> Feed:
    """Read a catalogue wholly, into a feed; FileError where it cannot be read at all.

    A folder, a zip, or `more` files are read together where they belong to one export.
    """
    reading = reading or Reading()
    check_format(reading)
    with TemporaryDirectory() as room, readable(path):
        parts, notes = chosen([path, *more], Path(room), reading)
        first, main = parts[0]
        decimal = main.decimal or decimal_mark(first)
        is_ours = main.lookup is not None
        feed = Feed(main, Context(reading, decimal, not is_ours, yen(first)))
        feed.notes += notes
        for number, (content, fmt) in enumerate(parts):
            mapped = Mapped(fmt, content, feed.context)
            feed.spool.put(mapped.rows(), number)
            feed.left_out += mapped.left_out()
            feed.ours &= mapped.is_ours()
            feed.mended |= content.mended
            feed.notes += content.notes
        assemble(feed)
    return feed


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """A file that may not be read, or a disk that fails, is a sentence."""
    if not path.exists():
        raise FileError(_("There is no file %(file)s.") % {"file": path})
    try:
        yield
    except UnicodeError as error:
        raise FileError(
            _("%(file)s is not a text in the encoding that it should have.") % {"file": path.name}
        ) from error
    except OSError as error:
        raise FileError(
            _("%(file)s cannot be read: %(reason)s.")
            % {"file": path, "reason": error.strerror or error}
        ) from error


def check_format(reading: Reading) -> None:
    if reading.format and reading.format not in FORMATS:
        raise FileError(
            _("There is no format %(name)s; the formats are %(all)s.")
            % {"name": repr(reading.format), "all": ", ".join(FORMATS)}
        )


def chosen(paths: list[Path], room: Path, reading: Reading) -> tuple[list[Part], list[str]]:
    """The files of one export with their formats, the main one first; and what to say of them."""
    found = opened_files(paths, room, reading)
    parts = together(found, list(FORMATS.values()))
    companion = parts[0][1].companion
    if not companion or len(parts) > 1 or parts[0][0].path != paths[0]:
        return parts, passed_over(found, parts)
    as_it_looks = replace(reading, format="", columns={})
    second = beside(paths[0], companion, lambda path: opened(path, as_it_looks))
    if second is None:
        return parts, []
    return together([*parts, second], list(FORMATS.values())), [said(second)]


def opened_files(paths: list[Path], room: Path, reading: Reading) -> list[Part]:
    """What the files hold; beside a good one, those that are no catalogues are passed over."""
    found, refused = list[Part](), list[FileError]()
    for path in [plain for each in paths for plain in unpacked(each, room)]:
        try:
            found.append(opened(path, reading))
        except FileError as error:
            refused.append(error)
    if not found:
        raise refused[0] if refused else FileError(_("There is no file in the folder."))
    return found


def opened(path: Path, reading: Reading) -> Part:
    content = contents(path, reading.encoding, is_known, ELEMENTS)
    return content, format_of(content, reading)


def format_of(content: Content, reading: Reading) -> Format:
    """The format that was asked for, or the second file of such an export; else as it looks."""
    named = FORMATS.get(reading.format)
    if named is None:
        return recognise(content, reading)
    alike = recognise(content, Reading())
    if alike.name == named.companion or (content.mended and alike.lookup):
        return alike
    for each in (named, FORMATS.get(f"{named.name}-xml"), FORMATS.get(f"{named.name}-json")):
        if each and each.kind == content.kind:
            return each
    raise FileError(
        _("%(file)s is not of the format %(name)s; it looks like %(alike)s.")
        % {"file": content.path.name, "name": named.name, "alike": alike.name}
    )


def assemble(feed: Feed) -> None:
    """Make of the rows of each product its variants, in our columns."""
    feed.spool.order()
    feed.spool.keep(assembled(feed, family) for family in feed.spool.families())
    feed.notes += told(feed.context)


def assembled(feed: Feed, family: list[Row]) -> list[Row]:
    good = [row for row in family if not row.problems]
    bad = [row for row in family if row.problems]
    for row in good:
        slashes.part(row.cells, feed.context)
    if len(good) > FAMILY_MOST:
        return sorted(bad + too_many(good), key=lambda row: row.line)
    made = list(feed.format.assemble(good, feed.context)) if good else []
    if not feed.ours:
        told_apart(made)
    feed.context.told["no currency"] += not feed.mended and lacks_currency(made)
    feed.products += bool(made)
    feed.variants += len(made)
    return sorted(bad + made, key=lambda row: row.line)


def lacks_currency(family: list[Row]) -> bool:
    """Whether prices of a product are bare numbers; without a title it is none that is new."""
    said = {name for row in family for name, cell in row.cells.items() if cell}
    return {"price", "title"} <= said and "currency" not in said


def too_many(rows: list[Row]) -> list[Row]:
    problem = _("its product %(name)s has more than %(most)d variants") % {
        "name": repr(rows[0].family[:60]),
        "most": FAMILY_MOST,
    }
    return [Row(row.line, {}, problems=(problem,)) for row in rows]
