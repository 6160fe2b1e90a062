"""What search keeps: encoders, embeddings, query photos, synonyms.

The vectors have tables of their own, because a vector on the product row makes every change of
a price rewrite it (20,000 prices: 10.09 s on the row, 0.06 s beside it).
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from catalog.models import Product, ProductImage
from search.querysets import MAX_ATTEMPTS, EmbeddingQuerySet

# In the index beside the keys: a look for stale rows then reads no vector.
SEEN = ["attempted", "fingerprint"]


class EncoderVersion(models.Model):
    """An encoder that embeddings were made with. One is live; a new one fills beside it."""

    class State(models.TextChoices):
        FILLING = "filling", _("filling beside the live one")
        LIVE = "live", _("live")
        RETIRED = "retired", _("retired")
        LEAVING = "leaving", _("being deleted")

    name = models.CharField(_("name"), max_length=200, unique=True)
    source = models.CharField(_("hub name or folder"), max_length=500)
    dimensions = models.PositiveSmallIntegerField(_("dimensions"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.FILLING)
    # Per leg its fitted curve; weights that differ from the defaults; the measured modality gap.
    calibration = models.JSONField(_("calibration"), default=dict, blank=True, editable=False)
    # Up to which id every text and photo has been looked at for this encoder; None: all of them.
    # Triggers queue what changes, so only a new encoder and the nightly check begin at 0.
    texts_marked = models.BigIntegerField(null=True, default=0, editable=False)
    photos_marked = models.BigIntegerField(null=True, default=0, editable=False)
    made = models.DateTimeField(_("made"), auto_now_add=True)
    since = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("encoder")
        verbose_name_plural = _("encoders")
        ordering = ["-made"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="live"), name="one_live_encoder"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Embedding(models.Model):
    """A vector and the state of its making: the row is the queue.

    Two fingerprints say where a row stands. `fingerprint` names the content that `vector` was made
    from, `attempted` the content last seen, which `attempts` counts for; the row is stale while
    they differ. An old vector stays in use until the new one replaces it.
    """

    encoder = models.ForeignKey(EncoderVersion, models.CASCADE, db_index=False)
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    vector = HalfVectorField(null=True, editable=False)  # dimensions differ from encoder to encoder
    attempts = models.PositiveSmallIntegerField(default=0)
    attempted = models.CharField(max_length=64, blank=True, default="")
    leased_until = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")

    objects = EmbeddingQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [
            # The queue: only what waits is in it, in the order in which it is taken. No other index
            # has this order; in that of `id`, Postgres prefers to read the whole table.
            models.Index(
                "encoder",
                F("leased_until").asc(nulls_first=True),
                "id",
                condition=~Q(fingerprint=F("attempted")) & Q(attempts__lt=MAX_ATTEMPTS),
                name="stale_%(class)s",
            ),
            # What was given up or is in its last attempt: apart, lest a claim read past it.
            models.Index(
                "encoder",
                "leased_until",
                condition=~Q(fingerprint=F("attempted")) & Q(attempts__gte=MAX_ATTEMPTS),
                name="last_%(class)s",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def stale(self) -> bool:
        return self.fingerprint != self.attempted

    @property
    def reason(self) -> str:
        """Why the row failed, for people; "" where it did not."""
        if self.error or self.attempts < MAX_ATTEMPTS:
            return self.error
        return str(_("The worker stopped %(n)d times while encoding this.") % {"n": MAX_ATTEMPTS})


class TextEmbedding(Embedding):
    product = models.ForeignKey(Product, models.CASCADE, related_name="text_embeddings")

    class Meta(Embedding.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["encoder", "product"], include=SEEN, name="text_embedding_once"
            ),
        ]


class ImageEmbedding(Embedding):
    # Colours that the photo shows by its pixels (search.encoders.color_names.FAMILIES).
    colors = ArrayField(models.CharField(max_length=20), null=True, editable=False)
    image = models.ForeignKey(ProductImage, models.CASCADE, related_name="embeddings")

    class Meta(Embedding.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["encoder", "image"], include=SEEN, name="image_embedding_once"
            ),
        ]


def new_token() -> str:
    return secrets.token_urlsafe(16)


def in_a_day() -> Any:
    return timezone.now() + timedelta(hours=settings.PHOTO_QUERY_HOURS)


class PhotoQuery(models.Model):
    """The vector of a shopper's photo, under an opaque id, for a day. The photo is never stored."""

    id = models.CharField(primary_key=True, max_length=32, default=new_token, editable=False)
    encoder = models.ForeignKey(EncoderVersion, models.CASCADE)
    vector = HalfVectorField(editable=False)
    expires = models.DateTimeField(default=in_a_day, db_index=True)

    def __str__(self) -> str:
        return self.id


class Synonym(models.Model):
    """Words that mean the same in this shop: "sofa, couch, settee"."""

    words = models.CharField(_("words"), max_length=300, help_text=_("Separated by commas."))

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words


class CatalogueChange(models.Model):
    """A part of the catalogue that has to be counted anew; written by triggers, in any number."""

    part = models.BigIntegerField(db_index=True)  # -1: names alone have changed

    def __str__(self) -> str:
        return f"part {self.part}"


class CataloguePart(models.Model):
    """What was counted of the products of one range of ids, to tell what has changed since."""

    number = models.BigIntegerField(primary_key=True)
    counts = models.BinaryField()

    def __str__(self) -> str:
        return f"part {self.number}"


class CatalogueCount(models.Model):
    """In how many products of a category something stands: the sum over all parts."""

    pk = models.CompositePrimaryKey("kind", "value", "category")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=400)
    category = models.BigIntegerField()  # 0: none, or it does not matter
    n = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.value}: {self.n}"


class CatalogueSummary(models.Model):
    """One row: all that a process needs to know of the catalogue to read a query."""

    version = models.BigIntegerField(default=0)  # of `content` and of the synonyms
    content = models.BinaryField(null=True)
    outdated = models.BooleanField(default=True)  # something was counted since
    published = models.DateTimeField(null=True)
    seconds = models.FloatField(default=0)  # that the last publishing took

    def __str__(self) -> str:
        return f"version {self.version}"
