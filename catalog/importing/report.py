"""What came of an import: counts, and a sentence for every line that something is wrong with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

CREATED, CHANGED, UNCHANGED, REJECTED = "created", "changed", "unchanged", "rejected"


@dataclass
class Report:
    """Counts rows by what became of them, and pictures; `tell` gets each problem as it is met."""

    tell: Callable[[str], None]
    rows: Counter[str] = field(default_factory=Counter)
    pictures_added: int = 0
    pictures_removed: int = 0
    pictures_refused: int = 0
    pictures_ignored: int = 0

    def reject(self, line: int, reason: object) -> None:
        self.rows[REJECTED] += 1
        self.tell(
            _("Line %(line)d: %(reason)s.") % {"line": line, "reason": str(reason).strip(".")}
        )

    def refuse_picture(self, line: int, reason: object) -> None:
        self.pictures_refused += 1
        self.tell(
            _("Line %(line)d: %(reason)s. The product is imported without this picture.")
            % {"line": line, "reason": str(reason).strip(".")}
        )

    @property
    def complete(self) -> bool:
        """Whether all that the file holds is in the catalogue now."""
        return not self.rows[REJECTED] and not self.pictures_refused

    def ignored(self) -> str:
        """A sentence about pictures that the file names and nobody asked for, or nothing."""
        if not self.pictures_ignored:
            return ""
        return _(
            "The file names %(count)d pictures, which were not looked at; "
            "--images FOLDER_OR_ZIP says where they are."
        ) % {"count": self.pictures_ignored}

    def summary(self) -> str:
        return _(
            "Rows: %(created)d created, %(changed)d changed, %(unchanged)d unchanged, "
            "%(rejected)d rejected. Pictures: %(added)d added, %(removed)d removed, "
            "%(refused)d refused."
        ) % {
            **{name: self.rows[name] for name in (CREATED, CHANGED, UNCHANGED, REJECTED)},
            "added": self.pictures_added,
            "removed": self.pictures_removed,
            "refused": self.pictures_refused,
        }
