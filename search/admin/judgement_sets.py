"""Judgement sets in admin: read from a file, graded, run."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.admin.in_turn import InTurnAdmin
from catalog.changed_only import ChangedOnlyForm
from search.admin import grading
from search.admin.runs import over_time
from search.evaluation import JudgementError
from search.experiments import from_log
from search.experiments.reading import Read, read_into
from search.models import Judgement, JudgementSet

SKUS_NAMED = 10  # unknown SKUs that a message names


class JudgementSetForm(ChangedOnlyForm):
    file = forms.FileField(
        label=gettext_lazy("Judgements from a file"),
        required=False,
        help_text=gettext_lazy(
            "JSON lines as for “manage.py evaluate”, or a ZIP of them with the photos they name."
        ),
    )

    class Meta:
        model = JudgementSet
        fields = ("name", "note", "floor")


@admin.register(JudgementSet)
class JudgementSetAdmin(InTurnAdmin):
    """Its page leads to the grading of what runs have found, and to the runs themselves."""

    form = JudgementSetForm
    list_display = ("name", "query_total", "floor", "grade_link")
    readonly_fields = ("holds", "development")
    change_form_template = "admin/search/judgementset/change_form.html"
    fieldsets = (
        (None, {"fields": ("name", "note", "file", "holds", "development")}),
        (gettext_lazy("Gate"), {"fields": ("floor",)}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(total=Count("queries"))

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        name = "vitrine_search_judgementset"
        return [
            path("<int:pk>/grade/", view(grading.grade), name=f"{name}_grade"),
            path("<int:pk>/from-log/", view(self.from_log), name=f"{name}_from_log"),
            path("<int:pk>/by-clicks/", view(self.by_clicks), name=f"{name}_by_clicks"),
            *super().get_urls(),
        ]

    def change_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        kwargs["extra_context"] = {
            "may_grade": grading.may_grade(request),
            "may_use_log": self.may_use_log(request),
        }
        return super().change_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)
        if file := form.cleaned_data.get("file"):
            self.read(request, obj, file)

    def read(self, request: HttpRequest, judgements: JudgementSet, file: Any) -> None:
        try:
            found = read_into(judgements, file.read(), file.name, request.user)
        except JudgementError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, told(found))

    def may_use_log(self, request: HttpRequest) -> bool:
        """Whoever may change sets and read the log may take from the one into the other."""
        return self.has_change_permission(request) and request.user.has_perm(
            "vitrine_search.view_loggedsearch"
        )

    def from_log(self, request: HttpRequest, pk: int) -> HttpResponse:
        judgements = self.to_fill(request, pk)
        added = from_log.add_searched(judgements)
        self.log_change(request, judgements, f"Added {added} queries of the log.")
        said = ngettext(
            "%d query was added: what several people have searched, the most frequent first.",
            "%d queries were added: what several people have searched, the most frequent first.",
            added,
        )
        return self.back(request, judgements, said % added)

    def by_clicks(self, request: HttpRequest, pk: int) -> HttpResponse:
        judgements = self.to_fill(request, pk)
        found = from_log.grade_by_clicks(judgements)
        self.log_change(request, judgements, f"Graded by clicks: {found.grades}.")
        said = _("Clicks give %(grades)d grades to %(queries)d queries.") % {
            "grades": found.grades,
            "queries": found.queries,
        }
        return self.back(request, judgements, said)

    def to_fill(self, request: HttpRequest, pk: int) -> JudgementSet:
        if request.method != "POST" or not self.may_use_log(request):
            raise PermissionDenied
        return get_object_or_404(JudgementSet, pk=pk)

    def back(self, request: HttpRequest, judgements: JudgementSet, said: str) -> HttpResponse:
        self.message_user(request, said)
        address = reverse("admin:vitrine_search_judgementset_change", args=[judgements.pk])
        return HttpResponseRedirect(address)

    @admin.display(description=gettext_lazy("queries"), ordering="total")
    def query_total(self, judgements: Any) -> int:
        return int(judgements.total)

    @admin.display(description="")
    def grade_link(self, judgements: JudgementSet) -> SafeString:
        address = reverse("admin:vitrine_search_judgementset_grade", args=[judgements.pk])
        return format_html('<a href="{}">{}</a>', address, _("Grade"))

    @admin.display(description=gettext_lazy("holds"))
    def holds(self, judgements: JudgementSet) -> SafeString | str:
        if not judgements.pk:
            return "–"
        by = Judgement.By
        graded = Judgement.objects.filter(query__judgements=judgements).aggregate(
            people=Count("pk", filter=Q(by=by.PEOPLE)), clicks=Count("pk", filter=Q(by=by.CLICKS))
        )
        address = reverse("admin:vitrine_search_judgedquery_changelist")
        queries = judgements.queries.count()
        return format_html(
            '<a href="{}?judgements__id__exact={}">{}</a>, {}, {}',
            address,
            judgements.pk,
            ngettext("%d query", "%d queries", queries) % queries,
            ngettext("%d grade of people", "%d grades of people", graded["people"])
            % graded["people"],
            ngettext("%d of clicks", "%d of clicks", graded["clicks"]) % graded["clicks"],
        )

    @admin.display(description=gettext_lazy("runs over time"))
    def development(self, judgements: JudgementSet) -> SafeString | str:
        return over_time(judgements) if judgements.pk else "–"


def told(found: Read) -> str:
    said = _("%(queries)d queries with %(grades)d grades were read.") % {
        "queries": found.queries,
        "grades": found.grades,
    }
    if found.unknown:
        said += " " + _("%(count)d SKUs are not in the catalogue and were left out: %(some)s") % {
            "count": len(found.unknown),
            "some": ", ".join(found.unknown[:SKUS_NAMED])
            + (" …" if found.unknown[SKUS_NAMED:] else "."),
        }
    return said
