"""Questions about many embeddings, each one SQL query."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

if TYPE_CHECKING:
    from search.models import Embedding

Row = TypeVar("Row", bound="Embedding")

MAX_ATTEMPTS = 3


class EmbeddingQuerySet(models.QuerySet[Row]):
    def stale(self) -> EmbeddingQuerySet[Row]:
        """Rows whose vector was not made from the content last seen."""
        return self.exclude(fingerprint=F("attempted"))

    def quarantined(self) -> EmbeddingQuerySet[Row]:
        """Rows that were given up: no worker holds them and none will take them."""
        free = Q(leased_until=None) | Q(leased_until__lt=Now())
        return self.stale().filter(free, attempts__gte=MAX_ATTEMPTS)

    def failed(self) -> EmbeddingQuerySet[Row]:
        """Rows whose last attempt went wrong, whether another follows or not."""
        return self.stale().filter(~Q(error="") | Q(attempts__gte=MAX_ATTEMPTS))

    def queue(self) -> EmbeddingQuerySet[Row]:
        """Rows that a worker has or will take. The order is that of their index, so that Postgres
        looks there and not through the table, of which it believes all rows to be stale."""
        first = F("leased_until").asc(nulls_first=True), "pk"
        return self.stale().filter(attempts__lt=MAX_ATTEMPTS).order_by(*first)

    def given_up(self) -> EmbeddingQuerySet[Row]:
        """Quarantined rows, in the order of their own index."""
        return self.quarantined().order_by("leased_until")

    def waits(self) -> bool:
        """Whether any row waits."""
        if self.queue().values_list("pk", flat=True)[:1]:
            return True
        held = self.stale().filter(attempts__gte=MAX_ATTEMPTS, leased_until__gte=Now())
        return bool(held.order_by("-leased_until").values_list("pk", flat=True)[:1])

    def waiting(self) -> EmbeddingQuerySet[Row]:
        return self.stale().filter(Q(attempts__lt=MAX_ATTEMPTS) | Q(leased_until__gte=Now()))

    def retry(self) -> int:
        """Give stale rows their attempts back."""
        return self.stale().update(attempts=0, error="", leased_until=None)

    def encode_again(self) -> int:
        """Have rows encoded anew although their content is the same; they stay found meanwhile."""
        return self.update(fingerprint="", attempts=0, error="", leased_until=None)
