"""Versions of settings: written as a draft, tried in an experiment, published, rolled back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.in_turn import InTurnAdmin
from catalog.as_shown import OVERTAKEN
from search.admin.numbers import number
from search.admin.settings_form import SettingsForm, differing, flat, of_group
from search.experiments.publishing import Overtaken, publish, roll_back
from search.models import SettingsVersion

State = SettingsVersion.State
LIST = "admin:vitrine_search_settingsversion_changelist"


@admin.register(SettingsVersion)
class SettingsVersionAdmin(InTurnAdmin):
    """A draft may be changed; what was once published stays as it was, and is copied instead."""

    form = SettingsForm
    list_display = ("name", "state", "sets", "made_by", "since")
    list_select_related = ("made_by",)
    list_filter = ("state",)
    readonly_fields = ("state", "sets")
    change_form_template = "admin/search/settingsversion/change_form.html"
    change_list_template = "admin/search/settingsversion/change_list.html"
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "note", "sold_out"),
                "description": gettext_lazy(
                    "A number left empty keeps its default, which stands in its field in grey."
                ),
            },
        ),
        (gettext_lazy("How much each way of finding counts"), {"fields": of_group("weights")}),
        (gettext_lazy("Where the relevant end"), {"fields": of_group("cutoff")}),
        (gettext_lazy("The first row"), {"fields": of_group("mixing")}),
        (
            gettext_lazy("Calibration by hand"),
            {"fields": of_group("curves"), "classes": ("collapse",)},
        ),
    )
    kept_fieldsets = ((None, {"fields": ("name", "note", "state", "sets")}),)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The numbers where they can be changed, else what differs from the defaults."""
        if obj is not None and not self.has_change_permission(request, obj):
            return self.kept_fieldsets
        return self.fieldsets

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        draft = obj is None or obj.state == State.DRAFT
        return draft and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj) and super().has_delete_permission(
            request, obj
        )

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("vitrine_search.publish_settingsversion"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Not in heaps: the published version would be among those deleted."""
        return {k: v for k, v in super().get_actions(request).items() if k != "delete_selected"}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A copy of another version, where one was asked for."""
        copied = SettingsVersion.objects.filter(pk=number(request.GET.get("copy"))).first()
        return flat(copied.values) if copied else {}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        name = "vitrine_search_settingsversion"
        return [
            path("<int:pk>/publish/", view(self.publish), name=f"{name}_publish"),
            path("roll-back/", view(self.roll_back), name=f"{name}_roll_back"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        published = SettingsVersion.objects.filter(state=State.PUBLISHED).first()
        shown = {
            "may_publish": self.has_publish_permission(request),
            "published": published.pk if published else 0,
        }
        return super().changelist_view(request, {**(extra_context or {}), **shown})

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        kwargs["extra_context"] = {"may_publish": self.has_publish_permission(request)}
        return super().change_view(request, *args, **kwargs)

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        version = get_object_or_404(SettingsVersion, pk=pk)
        self.demand(request)
        publish(version)
        self.log_change(request, version, "Published.")
        self.message_user(request, _("“%s” is published: searches use it from now on.") % version)
        return HttpResponseRedirect(reverse(LIST))

    def roll_back(self, request: HttpRequest) -> HttpResponse:
        self.demand(request)
        given = request.POST.get("published")
        try:
            left, back = roll_back(None if given is None else number(given))
        except Overtaken:
            self.message_user(request, OVERTAKEN, messages.ERROR)
            return HttpResponseRedirect(reverse(LIST))
        if left is None:
            said = _("Nothing is published, so there is nothing to roll back.")
            self.message_user(request, said, messages.WARNING)
        else:
            name = str(back) if back else _("the defaults")
            self.log_change(request, left, f"Rolled back to {back or 'the defaults'}.")
            self.message_user(request, _("Searches use %s again.") % name)
        return HttpResponseRedirect(reverse(LIST))

    def demand(self, request: HttpRequest) -> None:
        if request.method != "POST" or not self.has_publish_permission(request):
            raise PermissionDenied

    @admin.display(description=gettext_lazy("differs from the defaults in"))
    def sets(self, version: SettingsVersion) -> SafeString | str:
        found = differing(version.values)
        return format_html_join("", "<div>{}: {}</div>", found) if found else _("nothing")
