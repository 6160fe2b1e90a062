"""Pages of a list that may be as long as the catalogue."""

from __future__ import annotations

from functools import cached_property

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Func, OuterRef
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from catalog.admin.in_turn import InTurnAdmin
from catalog.estimates import size, up_to
from catalog.models import Product

COUNTED_EXACTLY = 10_000  # rows; the number of a longer list's pages is an estimate
PATIENCE = 0.5  # seconds for the count of what hardly any row meets
OF_EACH = 1_000  # products that are counted of each brand, source and category


class EstimatingPaginator(Paginator):
    @cached_property
    def count(self) -> int:
        return size(self.object_list.values("pk"), COUNTED_EXACTLY, PATIENCE)


class LongListAdmin(InTurnAdmin):
    """Of rows that may be many: nothing that a list shows counts all of them."""

    paginator = EstimatingPaginator
    show_full_result_count, show_facets = False, admin.ShowFacets.NEVER


def products_of(field: str) -> Func:
    """How many products a row of admin has, by the field of a product that points to it."""
    return up_to(OF_EACH, Product.objects.filter(**{field: OuterRef("pk")}))


def shown_total(number: int) -> str:
    """A number of products that was counted up to `OF_EACH` (`catalog.estimates.up_to`)."""
    shown = number_format(min(number, OF_EACH), force_grouping=True)
    return _("more than %s") % shown if number > OF_EACH else shown
