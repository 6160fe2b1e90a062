"""What values of attributes look like, as an encoder sees the shop's own photos."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from pgvector.django import HalfVectorField

from search.models.encoder import EncoderVersion


class Prototype(models.Model):
    """One value, such as "pattern=striped"; without vectors where photos do not tell it.

    See `search.ranking.prototypes` for what the numbers are.
    """

    encoder = models.ForeignKey(EncoderVersion, models.CASCADE)
    token = models.CharField(max_length=400)  # as in Product.facts
    step = HalfVectorField(null=True, editable=False)
    probe = HalfVectorField(null=True, editable=False)
    least = models.FloatField(null=True)
    told = models.FloatField(default=0.5)
    kinds = ArrayField(models.BigIntegerField(), default=list)  # categories; 0 for none
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        db_table = "search_prototype"
        constraints = [
            models.UniqueConstraint(fields=["encoder", "token"], name="one_prototype_a_value"),
        ]

    def __str__(self) -> str:
        return self.token
