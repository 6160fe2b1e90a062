"""Questions about many embeddings, each one SQL query."""

from __future__ import annotations

from typing import TypeVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

Row = TypeVar("Row", bound=models.Model)  # an embedding

MAX_ATTEMPTS = 3
EVER_SO_MANY = 10**9  # a limit that keeps the order of a count, and with it the index


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
        return bool(self.last_attempts().values_list("pk", flat=True)[:1])

    def last_attempts(self) -> EmbeddingQuerySet[Row]:
        """Rows that a worker holds for the last time, in the order of their own index."""
        held = self.stale().filter(attempts__gte=MAX_ATTEMPTS, leased_until__gte=Now())
        return held.order_by("-leased_until")

    def number_waiting(self, most: int = EVER_SO_MANY) -> int:
        """How many rows wait, counted up to `most`, in the two indexes and not in the table."""
        return min(self.queue()[:most].count() + self.last_attempts()[:most].count(), most)

    def number_given_up(self) -> int:
        return self.given_up()[:EVER_SO_MANY].count()

    def retry(self) -> int:
        """Give stale rows their attempts back."""
        return self.stale().update(attempts=0, error="", leased_until=None)

    def encode_again(self) -> int:
        """Have rows encoded anew although their content is the same; they stay found meanwhile."""
        return self.update(fingerprint="", attempts=0, error="", leased_until=None)
