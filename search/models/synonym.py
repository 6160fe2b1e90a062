"""Words that mean the same in this shop."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Synonym(models.Model):
    """Words that mean the same in this shop: "sofa, couch, settee"."""

    words = models.CharField(_("words"), max_length=300, help_text=_("Separated by commas."))

    class Meta:
        db_table = "search_synonym"
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words
