"""The queue of the audit: pictures beside what was said, and accept, change or reject."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from search.admin.numbers import number
from search.admin.read_only import ReadOnly
from search.audit import deciding, queue
from search.audit.remedies import Unfit
from search.models import Finding

DECIDED_AT_ONCE = 2 * queue.PAGE


@admin.register(Finding)
class FindingAdmin(ReadOnly, admin.ModelAdmin):
    """One page: a post decides about one finding, or about those that are marked."""

    list_display = ("kind", "product", "state")
    fields = ("kind", "product", "other", "photo", "state", "who", "decided", "found")
    readonly_fields = fields
    change_list_template = "admin/search/finding/change_list.html"

    class Media:
        css = {"all": ["catalog/admin.css", "vitrine/css/audit.css"]}
        js = ["vitrine/js/audit.js"]

    def may_decide(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("vitrine_search.decide_finding"))

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request)
        kind = request.GET.get("kind", "")
        kind = kind if kind in Finding.Kind.values else ""
        decided = "decided" in request.GET
        context = {
            **self.admin_site.each_context(request),
            "title": gettext_lazy("Findings"),
            "opts": self.opts,
            "media": self.media,
            "may_decide": self.may_decide(request) and not decided,
            "tabs": tabs(kind, queue.waiting()),
            "kind": kind,
            "decided": decided,
            "page": queue.page(kind, decided, number(request.GET.get("p"))),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.change_list_template, context)

    def decide(self, request: HttpRequest) -> HttpResponse:
        """About the finding whose button was pressed, or about all that are marked."""
        if not self.may_decide(request):
            raise PermissionDenied
        for action in ("accept", "reject"):
            if action in request.POST:
                marked = request.POST[action] == "marked"
                chosen = request.POST.getlist("marked" if marked else action)
                self.decide_about(request, action, list(map(number, chosen)))
        return HttpResponseRedirect(request.get_full_path())

    def decide_about(self, request: HttpRequest, action: str, chosen: Iterable[int]) -> None:
        done = 0
        for pk in list(chosen)[:DECIDED_AT_ONCE]:
            try:
                if action == "accept":
                    deciding.accept(pk, request.user, request.POST.get(f"value-{pk}"))
                else:
                    deciding.reject(pk, request.user)
                done += 1
            except Unfit as error:
                self.message_user(request, str(error), messages.ERROR)
        if done:
            said = ngettext("%d finding is decided.", "%d findings are decided.", done)
            self.message_user(request, said % done, messages.SUCCESS)


def tabs(chosen: str, waiting: dict[str, int]) -> list[dict[str, Any]]:
    """Every kind of finding with how many wait, after all of them together."""
    everything = {"kind": "", "label": _("all"), "waiting": sum(waiting.values())}
    kinds = [
        {"kind": kind, "label": label, "waiting": waiting.get(kind, 0)}
        for kind, label in Finding.Kind.choices
    ]
    return [{**tab, "chosen": tab["kind"] == chosen} for tab in (everything, *kinds)]
