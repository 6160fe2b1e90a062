"""The encoders: added and checked, filled, compared, switched to and back, dropped."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.in_turn import InTurnAdmin
from search import indexing
from search.admin.encoder_steps import BY_NAME, SWITCH, Step, offered
from search.admin.gap_picture import picture
from search.encoders import EncoderError
from search.examination import examine
from search.indexing import hnsw
from search.indexing.calibrating import FEWEST_PRODUCTS
from search.indexing.content import KINDS, Kind
from search.indexing.gap import Gap
from search.models import EncoderVersion
from search.versions import State

REFRESH_SECONDS = 10  # seconds between two looks at what a worker is about


def index_status(kind: Kind, version: EncoderVersion) -> str:
    percent = hnsw.building(kind, version)
    if percent is not None:
        return _("being built, %(percent)d %%") % {"percent": percent}
    valid = hnsw.state_of(kind, version) == hnsw.IndexState.VALID
    return _("built") if valid else _("not built yet")


class AddEncoderForm(forms.ModelForm):
    class Meta:
        model = EncoderVersion
        fields = ("source",)
        help_texts = {
            "source": gettext_lazy(
                "Such as google/siglip2-base-patch16-224, or a folder on the server. It is checked "
                "first; searches do not change before you make it live."
            )
        }

    def clean_source(self) -> str:
        source = str(self.cleaned_data["source"]).strip()
        if ":" in source:  # `module:Class` is code, which only the server's settings may name
            raise forms.ValidationError(_("This is neither a hub name nor a folder."))
        return source


@admin.register(EncoderVersion)
class EncoderVersionAdmin(InTurnAdmin):
    """The encoders that vectors were made with; one switch makes another one live."""

    list_display = ("name", "state", "indexed", "dimensions", "since")
    facts = ("name", "source", "dimensions", "state", "checked", "indexed", "indexes")
    readonly_fields = (*facts, "made", "since", "modality_gap")
    fieldsets = (
        (None, {"fields": (*facts, "made", "since")}),
        (gettext_lazy("Texts and photos"), {"fields": ("modality_gap",)}),
    )
    add_fieldsets = ((None, {"fields": ("source",)}),)
    change_form_template = "admin/search/encoderversion/change_form.html"
    actions = ("promote", "roll_back", "fill", "stop_filling")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.readonly_fields if obj else ()

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_form(request, obj, **kwargs) if obj else AddEncoderForm

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            added = indexing.add(form.cleaned_data["source"])
            obj.pk, obj.name = added.pk, added.name

    def get_urls(self) -> list[Any]:
        step = self.admin_site.admin_view(self.step)
        installation = self.admin_site.admin_view(self.installation)
        name = "vitrine_search_encoderversion"
        return [
            path("<int:pk>/step/<slug:name>/", step, name=f"{name}_step"),
            path("installation/", installation, name=f"{name}_installation"),
            *super().get_urls(),
        ]

    def installation(self, request: HttpRequest) -> HttpResponse:
        """What `manage.py doctor` says, for people without a shell."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Servers and workers"),
            "opts": self.opts,
            "findings": list(examine(loading=False)),
        }
        return TemplateResponse(request, "admin/search/installation.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With the steps from here; looks again by itself while a worker is about it."""
        number = int(object_id) if object_id.isdecimal() else 0
        version = EncoderVersion.objects.filter(pk=number).first()
        steps = offered(version, request.user) if version else []
        kwargs["extra_context"] = {"steps": steps}
        reply = super().change_view(request, object_id, *args, **kwargs)
        if version and version.state in (State.CHECKING, State.FILLING, State.LEAVING):
            reply["Refresh"] = str(REFRESH_SECONDS)
        return reply

    def step(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        chosen = BY_NAME.get(name)
        if (
            request.method != "POST"
            or chosen is None
            or not request.user.has_perm(chosen.permission)
        ):
            raise PermissionDenied
        version = get_object_or_404(EncoderVersion, pk=pk)
        self.take(request, chosen, version)
        return HttpResponseRedirect(
            reverse("admin:vitrine_search_encoderversion_change", args=[pk])
        )

    def take(self, request: HttpRequest, step: Step, version: EncoderVersion) -> None:
        """Do it, log it and say so; or say why not."""
        try:
            found = step.take(version) or version
        except (indexing.NotReady, EncoderError) as error:
            self.message_user(request, str(error), messages.ERROR)
            return
        self.log_change(request, found, f"{step.name}: {found}")
        said = str(step.said)
        self.message_user(request, said % found if "%s" in said else said)

    def has_switch_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SWITCH))

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

    @admin.display(description=gettext_lazy("check"))
    def checked(self, version: EncoderVersion) -> SafeString | str:
        report = version.report
        if "refusal" in report:
            return str(report["refusal"])
        if "here" not in report:
            return "–"
        said = _(
            "It loads, and its vectors are sound. A text takes %(text)s ms, a photo %(photo)s ms."
        )
        beside = _("With the encoder that serves it is %(text)s and %(photo)s ms.")
        serving = report["serving"]
        return f"{said % report['here']} {beside % serving if serving else ''}".strip()

    @admin.display(description=gettext_lazy("indexed"))
    def indexed(self, version: EncoderVersion) -> SafeString | str:
        if version.state in (State.CHECKING, State.REFUSED, State.LEAVING):
            return "–"
        done, total = indexing.coverage(version)
        said = _("%(done)d of %(total)d") % {"done": done, "total": total}
        if version.state != State.FILLING:
            return said
        return format_html('{} <progress max="{}" value="{}"></progress>', said, total, done)

    @admin.display(description=gettext_lazy("vector indexes"))
    def indexes(self, version: EncoderVersion) -> SafeString:
        """Of texts and photos: there, being built and how far, or not there yet."""
        found = [(_(kind.label), index_status(kind, version)) for kind in KINDS]
        return format_html_join("", "<div>{}: {}</div>", found)

    @admin.display(description=gettext_lazy("modality gap"))
    def modality_gap(self, version: EncoderVersion) -> SafeString:
        """What calibration has measured, in two sentences and a picture."""
        stored = version.calibration.get("gap")
        gap = Gap.from_json(stored) if stored else None
        facts = {"gap": gap, "fewest": FEWEST_PRODUCTS, **(picture(gap) if gap else {})}
        return render_to_string("admin/search/modality_gap.html", facts)

    @admin.action(description=gettext_lazy("Make live"), permissions=["switch"])
    def promote(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        self.take_one(request, "promote", versions)

    @admin.action(
        description=gettext_lazy("Roll back to the encoder before"), permissions=["switch"]
    )
    def roll_back(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        self.take_one(request, "roll_back", versions)

    @admin.action(description=gettext_lazy("Fill beside the live one"), permissions=["change"])
    def fill(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        self.take_one(request, "fill", versions)

    @admin.action(description=gettext_lazy("Pause"), permissions=["change"])
    def stop_filling(self, request: HttpRequest, versions: QuerySet[EncoderVersion]) -> None:
        self.take_one(request, "pause", versions)

    def take_one(self, request: HttpRequest, name: str, versions: QuerySet[EncoderVersion]) -> None:
        if len(chosen := list(versions)) != 1:  # none where it was deleted meanwhile
            self.message_user(request, _("Choose one encoder only."), messages.ERROR)
        else:
            self.take(request, BY_NAME[name], chosen[0])
