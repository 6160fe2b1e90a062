"""What people and clicks say is right for a query, kept in sets that searches are measured on."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from catalog.models import Product, ProductImage
from search.models.encoder import EncoderVersion

MOST_QUERIES = 2_000  # of a set; a run and its pages stay within seconds


class JudgementSet(models.Model):
    """Queries that stand for what shoppers ask, with the products that are right for them."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    note = models.TextField(_("what it is for"), blank=True)
    # The gate of an encoder's switch (search.indexing.promotion).
    floor = models.FloatField(
        _("least nDCG@10 of an encoder that is to become live"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0.0), MaxValueValidator(1.0)],
        help_text=_("Empty: it guards nothing. Else a run has to reach it first."),
    )
    made = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        db_table = "search_judgementset"
        verbose_name = _("judgement set")
        verbose_name_plural = _("judgement sets")
        ordering = ["name"]
        permissions = [("grade_judgementset", "Can grade results")]

    def __str__(self) -> str:
        return self.name


class JudgedQuerySet(models.QuerySet["JudgedQuery"]):
    def light(self) -> JudgedQuerySet:
        """Without what only a search needs, and a page of many never: vectors and pictures."""
        return self.defer("vector", "picture")


class JudgedQuery(models.Model):
    """Words, a photo, or both. A photo is one of the catalogue, or came with a file of judgements;
    never is it a shopper's.

    Of a photo from a file a small copy is kept, as large as encoders look at, and the vector that
    the encoder of that day made of the photo itself.
    """

    judgements = models.ForeignKey(JudgementSet, models.CASCADE, related_name="queries")
    key = models.CharField(max_length=64, editable=False)  # of what is asked: once in a set
    text = models.CharField(_("words"), max_length=500, blank=True)
    photo = models.ForeignKey(
        ProductImage, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    encoder = models.ForeignKey(
        EncoderVersion, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    vector = HalfVectorField(null=True, editable=False)
    picture = models.BinaryField(null=True, editable=False)  # WebP
    photo_name = models.CharField(max_length=200, blank=True, editable=False)
    language = models.CharField(_("language"), max_length=10, blank=True)
    kind = models.CharField(_("kind"), max_length=60, blank=True)
    filters = models.JSONField(_("filters"), default=dict, blank=True)

    objects = JudgedQuerySet.as_manager()

    class Meta:
        db_table = "search_judgedquery"
        verbose_name = _("query")
        verbose_name_plural = _("queries")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["judgements", "key"], name="query_once_in_a_set"),
        ]

    def __str__(self) -> str:
        asked = " + ".join(filter(None, [self.photo_name and f"[{self.photo_name}]", self.text]))
        filters = " ".join(f"[{name}={value}]" for name, value in sorted(self.filters.items()))
        return f"{asked} {filters}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = self.named()
        super().save(*args, **kwargs)

    def named(self) -> str:
        """Says what is asked, whoever writes it down."""
        asked = [self.text, self.photo_name, self.language, self.filters]
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()

    @property
    def asked_with(self) -> str:
        if self.photo_name:
            return "both" if self.text else "photo"
        return "words"


class Judgement(models.Model):
    """How right a product is for a query, by a person or by what shoppers clicked."""

    class By(models.TextChoices):
        PEOPLE = "people", _("people")
        CLICKS = "clicks", _("clicks")

    query = models.ForeignKey(JudgedQuery, models.CASCADE, related_name="grades")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    grade = models.PositiveSmallIntegerField(_("grade"))  # 0 wrong, 1 related, 2 good, 3 perfect
    by = models.CharField(_("by"), max_length=10, choices=By, default=By.PEOPLE)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    judged = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "search_judgement"
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        constraints = [
            models.UniqueConstraint(fields=["query", "product", "by"], name="judged_once_by_each"),
            models.CheckConstraint(condition=Q(grade__lte=3), name="grade_to_three"),
        ]

    def __str__(self) -> str:
        return f"{self.grade}"
