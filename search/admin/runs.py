"""Runs in admin: begun on a set, watched, read, cancelled."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.paging import LongListAdmin
from search.admin.interval_plot import interval_plot, shown
from search.admin.settings_form import differing
from search.evaluation.metrics import Estimate
from search.experiments import runs
from search.experiments.measuring import METRIC, METRICS_SHOWN, estimate_of, values_of
from search.models import EvaluationRun, JudgedQuery, JudgementSet
from search.tasks import evaluate, ring

State = EvaluationRun.State
REFRESH_SECONDS = 3  # seconds between two looks at a run that is not over
PLOTTED = 30  # runs
WORST = 10  # queries
UNSURE = 0.2  # share of unjudged results from which on the metrics are said to be lower bounds
GROUPS = {
    "asked_with": gettext_lazy("How it is asked"),
    "kind": gettext_lazy("Kind"),
    "language": gettext_lazy("Language"),
}
NAMES = {
    ("asked_with", "words"): gettext_lazy("words"),
    ("asked_with", "photo"): gettext_lazy("photo"),
    ("asked_with", "both"): gettext_lazy("photo and words"),
}


@admin.register(EvaluationRun)
class EvaluationRunAdmin(LongListAdmin):
    """A run is made, not changed; its page says what it has found."""

    fields = ("judgements", "settings", "encoder", "rules", "by")
    list_display = ("__str__", "judgements", "state", "reached", "made")
    list_filter = ("judgements", "state")
    list_select_related = ("judgements", "settings")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def get_urls(self) -> list[Any]:
        cancel = self.admin_site.admin_view(self.cancel)
        return [
            path("<int:pk>/cancel/", cancel, name="vitrine_search_evaluationrun_cancel"),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.made_by = request.user
        super().save_model(request, runs.prepared(obj), form, change)
        transaction.on_commit(lambda: ring(evaluate))

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        return HttpResponseRedirect(address(obj))

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        run = get_object_or_404(EvaluationRun, pk=object_id if object_id.isdecimal() else 0)
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        facts = {
            **self.admin_site.each_context(request),
            "title": str(run),
            "run": run,
            "sets": differing(run.values),
            "may_cancel": run.is_open and self.has_add_permission(request),
            "tables": tables(run),
            "columns": METRICS_SHOWN,
            "unsure": is_unsure(run),
            "worst": worst(run) if run.state == State.DONE else [],
            "plot": over_time(run.judgements),
        }
        reply = render(request, "admin/search/evaluationrun/run.html", facts)
        if run.is_open:
            reply["Refresh"] = str(REFRESH_SECONDS)
        return reply

    def cancel(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST" or not self.has_add_permission(request):
            raise PermissionDenied
        run = get_object_or_404(EvaluationRun, pk=pk)
        if runs.cancel(run):
            self.log_change(request, run, "Cancelled.")
        return HttpResponseRedirect(address(run))

    @admin.display(description=METRIC)
    def reached(self, run: EvaluationRun) -> SafeString | str:
        found = estimate_of(run)
        return said(found) if found else "–"


def address(run: EvaluationRun) -> str:
    return reverse("admin:vitrine_search_evaluationrun_change", args=[run.pk])


def said(found: Estimate) -> SafeString | str:
    """The mean with its interval; a single query says nothing of how far others are from it."""
    if found.queries < 2:
        return shown(found.mean)
    low, high = shown(found.low), shown(found.high)
    return format_html('{} <span class="quiet">({} – {})</span>', shown(found.mean), low, high)


def tables(run: EvaluationRun) -> list[tuple[Any, list[tuple[Any, int, list[Any]]]]]:
    """All queries, then group by group: a name, how many queries, each metric."""
    found = [(_("All"), [row_of(_("all queries"), run.summary["all"])])] if run.summary else []
    for group, named in run.summary.get("groups", {}).items():
        rows = [
            row_of(NAMES.get((group, name), name or _("none")), metrics)
            for name, metrics in named.items()
        ]
        found.append((GROUPS[group], rows))
    return found


def row_of(name: Any, metrics: dict[str, dict[str, Any]]) -> tuple[Any, int, list[Any]]:
    queries = max((one["queries"] for one in metrics.values()), default=0)
    cells = [(m, said(Estimate(**metrics[m])) if m in metrics else "–") for m in METRICS_SHOWN]
    return name, queries, cells


def is_unsure(run: EvaluationRun) -> bool:
    found = estimate_of(run, METRICS_SHOWN[-1])
    return found is not None and found.mean > UNSURE


def worst(run: EvaluationRun) -> list[tuple[JudgedQuery, float]]:
    """The queries that are answered worst, for a look at what is wrong."""
    scores = {query: row[METRIC] for query, row in values_of(run).items()}
    lowest = sorted(scores.items(), key=lambda item: item[1])[:WORST]
    queries = JudgedQuery.objects.light().in_bulk([int(query) for query, _s in lowest])
    return [(queries[int(q)], score) for q, score in lowest if int(q) in queries and score < 1]


def over_time(judgements: JudgementSet) -> SafeString | str:
    """The latest runs on a set, the oldest first."""
    latest = judgements.runs.filter(state=State.DONE).select_related("settings")[:PLOTTED]
    measured = [
        (found, f"{run.made:%Y-%m-%d} {run}", address(run))
        for run in reversed(latest)
        if (found := estimate_of(run))
    ]
    return interval_plot(_("nDCG@10 of the runs so far"), measured) if measured else "–"
