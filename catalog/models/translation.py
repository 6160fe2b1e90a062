"""Products in other languages than the shop's own."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.fields import FullText
from catalog.models.described import Described
from catalog.models.product import Product


class Translation(Described):
    """A product's title and description in another language than the shop's own."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=8)
    words = models.GeneratedField(
        expression=FullText("language", A="title", C="description"),
        output_field=FullText.output_field,
        db_persist=True,
    )

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        indexes = [GinIndex(fields=["words"], name="translation_words")]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "language"], name="translation_once_a_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"
