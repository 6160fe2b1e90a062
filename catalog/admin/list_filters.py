"""The filters beside the list of products in admin."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from catalog.conditions import within
from catalog.models import PATH_SEPARATOR, Category, ImportRun, ProductImage, Variant
from catalog.querysets import IN_STOCK

DEEPEST = 1  # levels below the departments that the list offers; the rest is found by searching


class StockFilter(admin.SimpleListFilter):
    """Products by what is left of them; stock that is not counted is always there."""

    title = _("stock")
    parameter_name = "stock"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("in", _("in stock")),
            ("some", _("some variants sold out")),
            ("out", _("sold out")),
            ("uncounted", _("not counted")),
            ("none", _("without variants")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        variants = Variant.objects.filter(product=OuterRef("pk"))
        there = Exists(variants.filter(IN_STOCK))
        sold_out = Exists(variants.filter(stock=0))
        conditions = {
            "in": Q(there),
            "some": Q(there) & Q(sold_out),
            "out": ~Q(there) & Q(sold_out),
            "uncounted": Q(Exists(variants.filter(stock=None))),
            "none": ~Q(Exists(variants)),
        }
        return queryset.filter(conditions.get(self.value() or "", Q()))


class PhotoFilter(admin.SimpleListFilter):
    """Products with and without any photo."""

    title = _("photos")
    parameter_name = "photos"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("some", _("with photos")), ("none", _("without photo"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        there = Exists(ProductImage.objects.filter(product=OuterRef("pk")))
        return queryset.filter({"some": Q(there), "none": ~Q(there)}.get(self.value() or "", Q()))


class CategoryFilter(admin.SimpleListFilter):
    """Products of a category and of those below it."""

    title = _("category")
    parameter_name = "within"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        paths = Category.objects.order_by("path").values_list("path", flat=True)
        return [(path, path) for path in paths if path.count(PATH_SEPARATOR) <= DEEPEST]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not (path := self.value()):
            return queryset
        return queryset.filter(within(Category.objects.get(path=path).url_path))


class ImportFilter(admin.SimpleListFilter):
    """The products that an import has made; its page leads here."""

    title = _("new by an import")
    parameter_name = "import"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(run.pk), run)] if (run := self.run()) else []

    def run(self) -> ImportRun | None:
        number = self.value() or ""
        runs = ImportRun.objects.filter(dry_run=False).select_related("source")
        return runs.filter(pk=number).first() if re.fullmatch(r"[0-9]{1,18}", number) else None

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(**run.new_products) if (run := self.run()) else queryset
