"""The encoders: how far each is, and the switch from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from search import indexing
from search.encoders import EncoderError
from search.indexing import hnsw
from search.indexing.calibrating import FEWEST
from search.indexing.content import KINDS, Kind
from search.indexing.gap import Gap
from search.models import EncoderVersion
from search.versions import State


def index_status(kind: Kind, version: EncoderVersion) -> str:
    percent = hnsw.building(kind, version)
    if percent is not None:
        return _("being built, %(percent)d %%") % {"percent": percent}
    valid = hnsw.state_of(kind, version) == hnsw.IndexState.VALID
    return _("built") if valid else _("not built yet")


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
