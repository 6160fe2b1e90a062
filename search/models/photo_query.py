"""What is kept of a shopper's photo."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from pgvector.django import HalfVectorField

from search.models.encoder import EncoderVersion


def new_token() -> str:
    return secrets.token_urlsafe(16)


def in_a_day() -> Any:
    return timezone.now() + timedelta(hours=settings.PHOTO_QUERY_HOURS)


class PhotoQuery(models.Model):
    """The vector and the colours of a shopper's photo, under an opaque id, for a day.

    The photo is never stored.
    """

    id = models.CharField(primary_key=True, max_length=32, default=new_token, editable=False)
    encoder = models.ForeignKey(EncoderVersion, models.CASCADE)
    vector = HalfVectorField(editable=False)
    # Of the thing on it, its share by family of colours; empty where only a vector is known.
    colors = models.JSONField(default=dict, editable=False)
    expires = models.DateTimeField(default=in_a_day, db_index=True)

    class Meta:
        db_table = "search_photoquery"

    def __str__(self) -> str:
        return self.id
