"""Categories and brands in Django admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from catalog.admin.in_turn import InTurnAdmin
from catalog.admin.paging import OF_EACH, products_of, shown_total
from catalog.admin.products import STYLE
from catalog.changed_only import ChangedOnlyForm
from catalog.locks import Lock, wait_in_turn
from catalog.models import Brand, Category


@admin.register(Category)
class CategoryAdmin(InTurnAdmin):
    """The tree in the order of its paths, each name moved in by its depth."""

    form = ChangedOnlyForm
    list_display = ("branch", "path", "product_count")
    list_display_links = ("branch",)
    list_per_page = 200
    search_fields = ("path",)
    ordering = ("path",)
    autocomplete_fields = ("parent",)
    fields = ("parent", "name", "names", "slug")

    class Media:
        css = STYLE

    def wait_for(self, keys: Any, database: str) -> None:
        """As whoever saves one does: it may change those below, and be changed from above."""
        wait_in_turn(Lock.TREE)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_product_total(OF_EACH)

    @admin.display(description=_("category"), ordering="path")
    def branch(self, category: Category) -> SafeString:
        depth = category.url_path.count("/")
        return format_html('<span class="depth-{}">{}</span>', depth, category.name)

    @admin.display(description=_("products, with those below"), ordering="product_total")
    def product_count(self, category: Any) -> str:
        return shown_total(category.product_total)


@admin.register(Brand)
class BrandAdmin(InTurnAdmin):
    form = ChangedOnlyForm
    list_display = ("name", "product_count")
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(product_total=products_of("brand"))

    @admin.display(description=_("products"), ordering="product_total")
    def product_count(self, brand: Any) -> str:
        return shown_total(brand.product_total)
