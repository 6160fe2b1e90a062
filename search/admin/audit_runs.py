"""Runs of the audit: begun here or at night, followed and cancelled here."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.paging import LongListAdmin
from search.audit import runs
from search.models import AuditRun, Finding
from search.tasks import audit, ring

REFRESH_SECONDS = 5  # seconds between two looks at a run that is not finished


@admin.register(AuditRun)
class AuditRunAdmin(LongListAdmin):
    list_display = ("started", "state", "progress", "products", "findings", "note")
    fields = (*list_display, "kinds", "seen", "finished")
    readonly_fields = fields
    list_per_page = 20
    actions = ("cancel",)
    change_list_template = "admin/search/auditrun/change_list.html"

    class Media:
        css = {"all": ["vitrine/css/audit.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.start)
        return [path("start/", view, name="vitrine_search_auditrun_start"), *super().get_urls()]

    def start(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not may_start(request):
            raise PermissionDenied
        run = runs.start(request.POST.getlist("kind"))
        self.log_addition(request, run, _("Began an audit."))
        ring(audit)
        return HttpResponseRedirect(reverse("admin:vitrine_search_auditrun_changelist"))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        running = AuditRun.objects.filter(state=AuditRun.State.RUNNING).exists()
        context = {
            "title": gettext_lazy("Audit runs"),
            "kinds": Finding.Kind.choices,
            "may_start": may_start(request) and not running,
            **(extra_context or {}),
        }
        reply = super().changelist_view(request, context)
        if running:
            reply["Refresh"] = str(REFRESH_SECONDS)
        return reply

    @admin.display(description=gettext_lazy("progress"))
    def progress(self, run: AuditRun) -> str:
        return f"{run.percent} %"

    @admin.action(description=gettext_lazy("Cancel"), permissions=["change"])
    def cancel(self, request: HttpRequest, chosen: QuerySet[AuditRun]) -> None:
        for run in chosen:
            runs.cancel(run)
            self.log_change(request, run, _("Cancelled the audit."))


def may_start(request: HttpRequest) -> bool:
    return bool(request.user.has_perm("vitrine_search.add_auditrun"))
