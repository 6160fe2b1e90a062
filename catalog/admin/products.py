"""Products in Django admin, with their variants, photos and translations."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import F
from django.forms import FileInput, Textarea, TextInput
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin.list_filters import CategoryFilter, ImportFilter, PhotoFilter, StockFilter
from catalog.admin.paging import LongListAdmin
from catalog.changed_only import ChangedOnlyForm
from catalog.forms import PhotoForm, ProductForm, VariantForm
from catalog.labelled import LabelledFormSet
from catalog.models import PhotoAddress, Product, ProductImage, Translation, Variant
from catalog.templatetags.catalog import picture, price

NO_VALUE = "–"
SHORT = {models.CharField: {"widget": TextInput(attrs={"size": 12})}}
STYLE = {"all": ["catalog/admin.css"]}


def thumbnail(image: ProductImage | None, size: int) -> str | SafeString:
    if image is None or not image.fingerprint:
        return NO_VALUE
    return format_html(
        '<img class="thumbnail" src="{}" alt="{}" width="{}" height="{}" loading="lazy">',
        picture(image, 200),
        image.alt,
        size,
        size,
    )


class VariantInline(admin.TabularInline):
    model = Variant
    form = VariantForm
    formset = LabelledFormSet
    formfield_overrides = SHORT
    fields = (
        *("position", "sku", "color", "size", "options", "price", "price_before", "stock"),
        *("availability", "gtin", "mpn"),
    )
    extra = 0


class PhotoInline(admin.TabularInline):
    """Photos in the order of the page; the numbers in the first column put them there."""

    model = ProductImage
    form = PhotoForm
    formset = LabelledFormSet
    fields: tuple[str, ...] = (
        *("position", "preview", "image", "alt", "color", "option", "option_value"),
    )
    readonly_fields: tuple[str, ...] = ("preview",)
    formfield_overrides = {**SHORT, models.ImageField: {"widget": FileInput}}
    extra = 0

    @admin.display(description=_("photo"))
    def preview(self, image: ProductImage) -> str | SafeString:
        return thumbnail(image, 96)


class PhotoAddressInline(admin.TabularInline):
    """Pictures that are fetched from addresses, and why one could not be fetched."""

    model = PhotoAddress
    form = ChangedOnlyForm
    formset = LabelledFormSet
    fields = ("position", "address", "color", "alt", "state", "reason")
    readonly_fields = ("state", "reason")
    extra = 0
    classes = ("collapse",)


class TranslationInline(admin.StackedInline):
    model = Translation
    form = ChangedOnlyForm
    fields = ("language", "title", "description")
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 3})}}
    extra = 0


@admin.register(Product)
class ProductAdmin(LongListAdmin):
    """Products; `search.admin` adds to it what the encoder makes of them."""

    form = ProductForm
    formfield_overrides = {models.CharField: {"widget": TextInput(attrs={"size": 40})}}
    list_display: tuple[str, ...] = (
        "photo",
        "title",
        "category",
        "brand",
        "prices",
        "stock",
        "active",
    )
    list_display_links = ("photo", "title")
    list_filter: tuple[Any, ...] = (
        "active",
        StockFilter,
        PhotoFilter,
        CategoryFilter,
        ImportFilter,
        ("source", admin.RelatedOnlyFieldListFilter),
        ("brand", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("category", "brand")
    list_per_page = 50
    search_fields = ("title", "group", "variants__sku", "variants__gtin", "variants__mpn")
    search_help_text = _("Title, SKU, barcode, maker's number or group")
    actions: tuple[str, ...] = ("show", "hide")
    autocomplete_fields = ("category", "also_in", "brand")
    readonly_fields: tuple[str, ...] = ("keywords", "created", "updated")
    inlines: tuple[Any, ...] = (
        *(VariantInline, PhotoInline, PhotoAddressInline, TranslationInline),
    )
    fieldsets: tuple[Any, ...] = (
        (None, {"fields": ("title", "description", "active")}),
        (
            _("Where it stands"),
            {"fields": (("category", "brand"), "also_in", ("gender", "material"), "tags")},
        ),
        (_("Details"), {"fields": ("attributes", "currency")}),
        (
            _("In the shop's own system"),
            {
                "fields": (
                    *("source", "url", ("rating", "rating_count"), ("popularity", "published")),
                ),
                "classes": ("collapse",),
            },
        ),
        (
            _("Behind the scenes"),
            {
                "fields": ("group", "slug", "keywords", ("created", "updated")),
                "classes": ("collapse",),
            },
        ),
    )

    class Media:
        css = STYLE

    def get_queryset(self, request: HttpRequest) -> Any:
        """With prices, stock and first photo for the list, in two queries whatever the number."""
        products = super().get_queryset(request).defer("words")
        return products.with_offer().prefetch_related("images")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """A whole SKU is looked up by its index before anything is searched."""
        exact = queryset.filter(variants__sku=search_term.strip())
        if search_term and exact.exists():
            return exact, False
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("photo"))
    def photo(self, product: Product) -> str | SafeString:
        return thumbnail(next(iter(product.images.all()), None), 56)

    @admin.display(description=_("price"), ordering="lowest")
    def prices(self, product: Any) -> str:
        if product.lowest is None:
            return NO_VALUE
        ends = dict.fromkeys((product.lowest, product.highest))
        return " – ".join(price(end, product.currency) for end in ends)

    @admin.display(description=_("stock"), ordering=F("stock_total").asc(nulls_last=True))
    def stock(self, product: Any) -> Any:
        if not product.variant_total:
            return NO_VALUE
        if product.stock_total is None:
            return _("not counted")
        return product.stock_total or _("sold out")

    @admin.action(description=_("Show in the shop"), permissions=["change"])
    def show(self, request: HttpRequest, products: models.QuerySet[Any]) -> None:
        changed = products.update(active=True)
        said = ngettext("%d product is shown now.", "%d products are shown now.", changed)
        self.message_user(request, said % changed)

    @admin.action(description=_("Hide from the shop"), permissions=["change"])
    def hide(self, request: HttpRequest, products: models.QuerySet[Any]) -> None:
        changed = products.update(active=False)
        said = ngettext("%d product is hidden now.", "%d products are hidden now.", changed)
        self.message_user(request, said % changed)
