"""Questions about many rows, each one SQL query."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch


class ProductQuerySet(models.QuerySet[Any]):
    def active(self) -> ProductQuerySet:
        return self.filter(active=True)

    def for_cards(self) -> ProductQuerySet:
        """With all that a card shows, in four queries whatever the number of products."""
        return self.select_related("brand", "category").prefetch_related("variants", "images")

    def for_page(self) -> ProductQuerySet:
        return self.for_cards().prefetch_related(Prefetch("translations"))


class CategoryQuerySet(models.QuerySet[Any]):
    def at_path(self, path: str) -> Any:
        """The category "Shoes > Boots", made with those above it where it is missing."""
        found = None
        for name in filter(None, (part.strip() for part in path.split(">"))):
            found, _made = self.get_or_create(parent=found, name=name)
        return found
