"""What a shop does not want to be listed: harmless words and harmless photos, but not together."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models import Product


class ScreeningRule(models.Model):
    """A listing is unwanted whose text has one of the words and whose photo shows the thing.

    What the photo shows is told in words, by products whose photos are examples of it, or both.
    """

    name = models.CharField(
        _("name"), max_length=100, unique=True, help_text=_('Such as "Candles for children".')
    )
    words = models.CharField(
        _("words or phrases"),
        max_length=500,
        help_text=_("Separated by commas. One of them has to stand in the text."),
    )
    shows = models.CharField(
        _("what the photo shows"), max_length=200, blank=True, help_text=_('Such as "candle".')
    )
    examples = models.ManyToManyField(
        Product,
        blank=True,
        related_name="+",
        verbose_name=_("products whose photos show it"),
        help_text=_("Three or more are better than words."),
    )
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        db_table = "search_screeningrule"
        verbose_name = _("screening rule")
        verbose_name_plural = _("screening rules")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not self.phrases:
            raise ValidationError({"words": _("Give at least one word.")})

    @property
    def phrases(self) -> list[str]:
        return [each.strip() for each in self.words.split(",") if each.strip()]
