"""Embeddings: a vector and the state of its making.

The vectors have tables of their own, because a vector on the product row makes every change of
a price rewrite it (20,000 prices: 10.09 s on the row, 0.06 s beside it).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from pgvector.django import HalfVectorField

from catalog.models import Product, ProductImage
from search.models.encoder import EncoderVersion
from search.querysets import MAX_ATTEMPTS, EmbeddingQuerySet

# In the index beside the keys: a look for stale rows then reads no vector.
SEEN = ["attempted", "fingerprint"]


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
        db_table = "search_textembedding"
        constraints = [
            models.UniqueConstraint(
                fields=["encoder", "product"], include=SEEN, name="text_embedding_once"
            ),
        ]


class ImageEmbedding(Embedding):
    # Colours that the photo shows by its pixels (search.encoders.color_names.FAMILIES).
    colors = ArrayField(models.CharField(max_length=20), null=True, editable=False)
    image = models.ForeignKey(ProductImage, models.CASCADE, related_name="embeddings")
    # The photo's, kept by triggers (migration 0023): searches do not have to look at the photo.
    product = models.ForeignKey(
        Product, models.CASCADE, related_name="photo_embeddings", editable=False
    )

    class Meta(Embedding.Meta):
        db_table = "search_imageembedding"
        constraints = [
            models.UniqueConstraint(
                fields=["encoder", "image"], include=SEEN, name="image_embedding_once"
            ),
        ]
