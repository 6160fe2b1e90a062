"""The catalogue's page of products, with what is indexed of each, what failed and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin import PhotoInline, ProductAdmin
from catalog.models import Product, ProductImage
from search.admin.indexed_filter import IndexedFilter
from search.admin.product_searches import searches
from search.models import Embedding, ImageEmbedding, TextEmbedding
from search.querysets import MAX_ATTEMPTS
from search.tasks import wake
from search.versions import State

RETRIED = 100_000  # rows that one press of a button gives back
LIVE = Q(encoder__state=State.LIVE)


def status(row: Embedding | None, fingerprint: str) -> SafeString:
    """Indexed, waiting, or failed and why, of the content that has this fingerprint today."""
    if row is not None and row.fingerprint == fingerprint:
        return format_html("✓ {}", _("indexed"))
    if row is None or row.attempted != fingerprint or not row.reason:
        return format_html("… {}", _("waiting"))
    given_up = row.attempts >= MAX_ATTEMPTS
    again = _("Given up; choose Retry.") if given_up else _("It will be tried again.")
    return format_html("✗ {} {}", row.reason, again)


def text_status(product: Product) -> SafeString:
    return status(next(iter(product.text_embeddings.all()), None), product.text_fingerprint)


def photo_status(photo: ProductImage) -> SafeString:
    return status(next(iter(photo.embeddings.all()), None), photo.fingerprint)


def waits(count: int) -> str:
    message = ngettext(
        "%d text or photo waits for the worker.",
        "%d texts and photos wait for the worker.",
        count,
    )
    return message % count


def live(rows: type[Embedding]) -> QuerySet[Any]:
    return rows.objects.filter(LIVE).defer("vector")


class IndexedPhotoInline(PhotoInline):
    fields = (*PhotoInline.fields, "indexed")
    readonly_fields = (*PhotoInline.readonly_fields, "indexed")

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = Prefetch("embeddings", live(ImageEmbedding))
        return super().get_queryset(request).prefetch_related(rows)

    @admin.display(description=_("indexed"))
    def indexed(self, photo: ProductImage) -> SafeString | str:
        return photo_status(photo) if photo.pk else ""


admin.site.unregister(Product)


@admin.register(Product)
class SearchableProductAdmin(ProductAdmin):
    """The catalogue's own page of products, with what the encoder has made of them."""

    # What is wrong with a product stands beside its name, where nothing cuts it off.
    list_display = (*ProductAdmin.list_display[:2], "indexed", *ProductAdmin.list_display[2:])
    list_filter = (IndexedFilter, *ProductAdmin.list_filter)
    actions = (*ProductAdmin.actions, "index_again", "retry")
    readonly_fields = (*ProductAdmin.readonly_fields, "text_indexed")
    inlines = tuple(
        IndexedPhotoInline if inline is PhotoInline else inline for inline in ProductAdmin.inlines
    )
    fieldsets = (
        *ProductAdmin.fieldsets[:-1],
        (_("How it is found"), {"fields": ("text_indexed",)}),
        ProductAdmin.fieldsets[-1],
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the state of every text and photo, in two queries more, and no vector."""
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("text_embeddings", live(TextEmbedding)),
                Prefetch("images__embeddings", live(ImageEmbedding)),
            )
        )

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(partial(searches, self))
        retry = self.admin_site.admin_view(self.retry_all)
        return [
            path("<path:object_id>/searches/", page, name="catalog_product_searches"),
            path("retry/", retry, name="catalog_product_retry"),
            *super().get_urls(),
        ]

    @admin.display(description=_("indexed"))
    def indexed(self, product: Product) -> SafeString | str:
        """One line where all is alike, else one for each thing that is not indexed."""
        found = [(_("Text"), text_status(product))]
        found += [(_("Photo"), photo_status(photo)) for photo in product.photos]
        lacking = [(what, said) for what, said in found if not said.startswith("✓")]
        if not lacking:
            return "✓"
        return format_html_join("", "<div>{}: {}</div>", lacking)

    @admin.display(description=_("text"))
    def text_indexed(self, product: Product) -> SafeString | str:
        return text_status(product) if product.pk else ""

    @admin.action(description=_("Index again"), permissions=["change"])
    def index_again(self, request: HttpRequest, products: QuerySet[Any]) -> None:
        self._wake(request, products, lambda rows: rows.encode_again())

    @admin.action(description=_("Retry what failed"), permissions=["change"])
    def retry(self, request: HttpRequest, products: QuerySet[Any]) -> None:
        self._wake(request, products, lambda rows: rows.failed().retry())

    def retry_all(self, request: HttpRequest) -> HttpResponse:
        """Give all that was given up its attempts back, up to `RETRIED` texts and photos each."""
        if request.method != "POST" or not self.has_change_permission(request):
            raise PermissionDenied
        waiting = 0
        for model in (TextEmbedding, ImageEmbedding):
            chosen = live(model).quarantined().values("pk")[:RETRIED]
            waiting += model.objects.filter(pk__in=chosen).retry()
        transaction.on_commit(wake, robust=True)
        LogEntry.objects.create(
            user=request.user,
            content_type=ContentType.objects.get_for_model(Product),
            object_repr=str(waits(waiting)),
            action_flag=CHANGE,
            change_message=_("Retried what had failed."),
        )
        self.message_user(request, waits(waiting))
        return HttpResponseRedirect(reverse("admin:index"))

    def _wake(
        self, request: HttpRequest, products: QuerySet[Any], change: Callable[[Any], int]
    ) -> None:
        chosen = Product.objects.filter(pk__in=list(products.values_list("pk", flat=True)))
        waiting = change(TextEmbedding.objects.filter(product__in=chosen))
        waiting += change(ImageEmbedding.objects.filter(product__in=chosen))
        transaction.on_commit(wake, robust=True)
        self.message_user(request, waits(waiting))
