"""What came of an import: counts, and a sentence for every line that something is wrong with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.utils.translation import ngettext_lazy as _counted

from catalog.importing.ways import way

CREATED, CHANGED, UNCHANGED, DELETED = "created", "changed", "unchanged", "deleted"
UNKNOWN, REJECTED = "unknown", "rejected"
WAITING, TRIED = "waiting", "tried"
KEPT, CONTRADICTED = "kept titles", "contradicted"
SUMS = {
    WAITING: _counted(
        "%(count)d picture is fetched from its address now, by the workers.",
        "%(count)d pictures are fetched from their addresses now, by the workers.",
        "count",
    ),
    TRIED: _counted(
        "%(count)d picture is to be fetched from its address.",
        "%(count)d pictures are to be fetched from their addresses.",
        "count",
    ),
    KEPT: _counted(
        "%(count)d title stays: a feed of stocks and prices renames nothing.",
        "%(count)d titles stay: a feed of stocks and prices renames nothing.",
        "count",
    ),
    UNKNOWN: _counted(
        "%(count)d row is about an article that the catalogue does not have.",
        "%(count)d rows are about articles that the catalogue does not have.",
        "count",
    ),
    CONTRADICTED: _counted(
        "%(count)d cell contradicts an earlier row of its group.",
        "%(count)d cells contradict an earlier row of their group.",
        "count",
    ),
}
TOLD_MOST = 20  # sentences of one sort that is no fault; the rest is counted


@dataclass
class Report:
    """Counts rows by what became of them, and pictures; `tell` gets each problem as it is met."""

    tell: Callable[[str], None]
    keep: Callable[[int, str], None] | None = None  # told the lines that are to be mended
    rows: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)  # contradictions, titles that were kept
    dry_run: bool = False
    pictures_added: int = 0
    pictures_removed: int = 0
    pictures_refused: int = 0
    pictures_ignored: int = 0
    pictures_waiting: int = 0
    refused: list[tuple[str, str, str]] = field(default_factory=list)  # group, SKU, id of bad rows
    missing: str = ""  # a sentence about what the file does not have
    recognised: str = ""  # what the file is, where it is not in our own columns
    reading: list[str] = field(default_factory=list)  # what was to be said of reading it
    bad_rows: Path | None = None  # the file of rows to be mended, where one was asked for

    def settle(self, outcome: Mapping[int, str]) -> None:
        """Count what became of lines that are written."""
        self.rows.update(outcome.values())

    def about(self, line: int, clause: str) -> None:
        """Tell what is to be said of one line."""
        self.tell(_("Line %(line)d: %(clause)s") % {"line": line, "clause": clause})

    def reject(self, line: int, reason: object) -> None:
        self.rows[REJECTED] += 1
        self.fault(line, f"{str(reason).strip('.')}.")

    def fault(self, line: int, clause: str) -> None:
        """Tell what is to be mended in a line."""
        self.about(line, clause)
        if self.keep:
            self.keep(line, clause)

    def unknown(self, line: int, name: str) -> None:
        """A row of a feed about an article that the catalogue does not have."""
        clause = _("the catalogue has no %(name)s, and a new product needs a title.")
        self.note(UNKNOWN, line, clause % {"name": name})
        if self.keep:
            self.keep(line, clause % {"name": name})

    def contradict(self, line: int, column: str, own: str, first: tuple[int, str]) -> None:
        """A row that says of its product what an earlier row has said otherwise."""
        self.note(
            CONTRADICTED,
            line,
            _("%(column)s is %(own)s, but line %(at)d of the same group says %(first)s, "
              "and that was taken.")
            % {
                "column": column, "own": shortened(own),
                "at": first[0], "first": shortened(first[1]),
            },
        )  # fmt: skip

    def note(self, sort: str, line: int, clause: str) -> None:
        self.notes[sort] += 1
        if self.notes[sort] <= TOLD_MOST:
            self.about(line, clause)

    def refuse_picture(self, line: int, reason: object) -> None:
        self.pictures_refused += 1
        self.fault(
            line,
            _("%(reason)s. The product is imported without this picture.")
            % {"reason": str(reason).strip(".")},
        )

    @property
    def complete(self) -> bool:
        """Whether all that the file holds is in the catalogue now."""
        return not self.rows[REJECTED] and not self.pictures_refused

    def remarks(self) -> list[str]:
        """Sentences about the whole that whoever made the file should know."""
        return [
            each for each in (*self.reading, self.ignored(), *self.noted(), self.missing) if each
        ]

    def ignored(self) -> str:
        """A sentence about pictures that the file names and nobody asked for, or nothing."""
        if not self.pictures_ignored:
            return ""
        return ngettext(
            "The file names %(count)d picture, which was not looked at; %(way)s says where it is.",
            "The file names %(count)d pictures, which were not looked at; "
            "%(way)s says where they are.",
            self.pictures_ignored,
        ) % {"count": self.pictures_ignored, "way": way("images")}

    def noted(self) -> list[str]:
        """Sentences that sum up the notes, where there were any that were not told one by one."""
        counted = {
            TRIED if self.dry_run else WAITING: self.pictures_waiting,
            KEPT: self.notes[KEPT],
            UNKNOWN: self.notes[UNKNOWN],
            CONTRADICTED: self.notes[CONTRADICTED],
        }
        told = {UNKNOWN: TOLD_MOST, CONTRADICTED: TOLD_MOST}
        return [
            SUMS[sort] % {"count": number}
            for sort, number in counted.items()
            if number > told.get(sort, 0)
        ]

    def summary(self) -> str:
        counts = {
            name: self.rows[name]
            for name in (CREATED, CHANGED, UNCHANGED, DELETED, UNKNOWN, REJECTED)
        }
        rows = _(
            "Rows: %(created)d created, %(changed)d changed, %(unchanged)d unchanged, "
            "%(rejected)d rejected"
        )
        rows += _(", %(deleted)d deleted") if counts[DELETED] else ""
        rows += _(", %(unknown)d unknown") if counts[UNKNOWN] else ""
        pictures = _("Pictures: %(added)d added, %(removed)d removed, %(refused)d refused.") % {
            "added": self.pictures_added,
            "removed": self.pictures_removed,
            "refused": self.pictures_refused,
        }
        return f"{rows % counts}. {pictures}"


def shortened(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
