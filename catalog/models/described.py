"""What has a title and a description."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.markup import is_markup, plain

DESCRIPTION_LENGTH = 50_000  # Postgres refuses a tsvector of more than 1 MB


class Described(models.Model):
    """A title, and a description that is kept as it was given beside the text that it says."""

    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True, max_length=DESCRIPTION_LENGTH)
    description_html = models.TextField(
        blank=True, db_default="", editable=False, max_length=DESCRIPTION_LENGTH
    )

    class Meta:
        abstract = True

    @property
    def given_description(self) -> str:
        """The description as the shop wrote it, HTML or text."""
        return self.description_html or self.description

    def describe(self, given: str) -> None:
        """Take a description, be it HTML or text."""
        self.description, self.description_html = description_columns(given)


def description_columns(given: str) -> tuple[str, str]:
    """`description` and `description_html` for a description as it was given."""
    return plain(given), given if is_markup(given) else ""
