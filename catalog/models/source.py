"""Where products come from: the shop system that stays their master."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """A system, or a part of it, whose files and calls speak for its own products only."""

    name = models.SlugField(_("name"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
