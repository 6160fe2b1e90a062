"""Pages of a list that may be as long as the catalogue."""

from __future__ import annotations

from functools import cached_property

from django.core.paginator import Paginator

from catalog.estimates import size

COUNTED = 10_000  # rows; the number of a longer list's pages is an estimate


class EstimatingPaginator(Paginator):
    @cached_property
    def count(self) -> int:
        return size(self.object_list.values("pk"), COUNTED)
