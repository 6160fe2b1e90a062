"""Search in Django admin: what is indexed, what failed and why, encoders, synonyms.

Vectors are in no form and on no page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import F, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin import PhotoInline, ProductAdmin
from catalog.models import Product, ProductImage
from search import indexing
from search.encoders import EncoderError
from search.indexing import hnsw
from search.indexing.calibrating import FEWEST
from search.indexing.content import KINDS, Kind
from search.indexing.gap import Gap
from search.models import Embedding, EncoderVersion, ImageEmbedding, Synonym, TextEmbedding
from search.querysets import MAX_ATTEMPTS
from search.tasks import wake
from search.versions import State

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


def index_status(kind: Kind, version: EncoderVersion) -> str:
    percent = hnsw.building(kind, version)
    if percent is not None:
        return _("being built, %(percent)d %%") % {"percent": percent}
    valid = hnsw.state_of(kind, version) == hnsw.IndexState.VALID
    return _("built") if valid else _("not built yet")


def live(rows: type[Embedding]) -> QuerySet[Any]:
    return rows.objects.filter(LIVE).defer("vector")


class IndexedFilter(admin.SimpleListFilter):
    """Products of which a text or a photo is not indexed."""

    title = _("indexed")
    parameter_name = "indexed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("all of it")), ("no", _("not all yet")), ("failed", _("failed"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "failed":
            texts = live(TextEmbedding).failed().values("product")
            photos = live(ImageEmbedding).failed().values("image__product")
            return queryset.filter(Q(pk__in=texts) | Q(pk__in=photos))
        texts = live(TextEmbedding).filter(fingerprint=F("product__text_fingerprint"))
        photos = live(ImageEmbedding).filter(fingerprint=F("image__fingerprint"))
        lacking = ProductImage.objects.exclude(pk__in=photos.values("image"))
        missing = ~Q(pk__in=texts.values("product")) | Q(pk__in=lacking.values("product"))
        return queryset.filter({"yes": ~missing, "no": missing}.get(self.value() or "", Q()))


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

    list_display = (*ProductAdmin.list_display, "indexed")
    list_filter = (*ProductAdmin.list_filter, IndexedFilter)
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

    @admin.display(description=_("indexed"))
    def indexed(self, product: Product) -> SafeString | str:
        """One line where all is alike, else one for each thing that is not indexed."""
        found = [(_("Text"), text_status(product))]
        found += [(_("Photo"), photo_status(photo)) for photo in product.images.all()]
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

    def _wake(
        self, request: HttpRequest, products: QuerySet[Any], change: Callable[[Any], int]
    ) -> None:
        chosen = Product.objects.filter(pk__in=list(products.values_list("pk", flat=True)))
        waiting = change(TextEmbedding.objects.filter(product__in=chosen))
        waiting += change(ImageEmbedding.objects.filter(image__product__in=chosen))
        transaction.on_commit(wake, robust=True)
        message = ngettext(
            "%d text or photo waits for the worker.",
            "%d texts and photos wait for the worker.",
            waiting,
        )
        self.message_user(request, message % waiting)


@admin.register(EncoderVersion)
class EncoderVersionAdmin(admin.ModelAdmin):
    """The encoders that vectors were made with; one switch makes another one live."""

    list_display = ("name", "state", "indexed", "dimensions", "since")
    facts = ("name", "source", "dimensions", "state", "indexed", "indexes", "made", "since")
    readonly_fields = (*facts, "modality_gap")
    fieldsets = (
        (None, {"fields": facts}),
        (_("Texts and photos"), {"fields": ("modality_gap",)}),
    )
    actions = ("promote", "roll_back", "fill", "stop_filling")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The live encoder cannot be deleted, nor anything together with it."""
        kept = obj is not None and obj.state == State.LIVE
        return not kept and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, ...]:
        """What the page of confirmation lists: not the million vectors that go along."""
        versions = [str(version) for version in objs]
        counted = {EncoderVersion._meta.verbose_name_plural: len(versions)}
        return versions, counted, set(), []

    def delete_model(self, request: HttpRequest, obj: EncoderVersion) -> None:
        indexing.delete_soon([obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[EncoderVersion]) -> None:
        indexing.delete_soon(queryset)

    @admin.display(description=_("indexed"))
    def indexed(self, version: EncoderVersion) -> str:
        done, total = indexing.coverage(version)
        return _("%(done)d of %(total)d") % {"done": done, "total": total}

    @admin.display(description=_("vector indexes"))
    def indexes(self, version: EncoderVersion) -> SafeString:
        """Of texts and photos: there, being built and how far, or not there yet."""
        found = [(kind.label, index_status(kind, version)) for kind in KINDS]
        return format_html_join("", "<div>{}: {}</div>", found)

    @admin.display(description=_("modality gap"))
    def modality_gap(self, version: EncoderVersion) -> SafeString:
        """What calibration has measured, in words and numbers."""
        stored = version.calibration.get("gap")
        gap = Gap.from_json(stored) if stored else None
        facts = {"gap": gap, "fewest": FEWEST}
        return render_to_string("admin/search/modality_gap.html", facts)

    @admin.action(description=_("Make live"), permissions=["change"])
    def promote(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        def switch() -> str:
            version = versions.get()
            indexing.promote(version)
            return _("%s is live now.") % version

        self._attempt(request, switch)

    @admin.action(description=_("Roll back to the encoder before"), permissions=["change"])
    def roll_back(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        self._attempt(request, lambda: _("%s is live again.") % indexing.roll_back())

    @admin.action(description=_("Fill beside the live one"), permissions=["change"])
    def fill(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        for version in versions:
            indexing.fill(version)

    @admin.action(description=_("Stop filling"), permissions=["change"])
    def stop_filling(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        for version in versions:
            indexing.stop_filling(version)

    def _attempt(self, request: HttpRequest, switch: Callable[[], str]) -> None:
        try:
            self.message_user(request, switch())
        except EncoderVersion.MultipleObjectsReturned:
            self.message_user(request, _("Choose one encoder only."), messages.ERROR)
        except (indexing.NotReady, EncoderError) as error:
            self.message_user(request, str(error), messages.ERROR)


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    list_display = ("words",)
    search_fields = ("words",)
