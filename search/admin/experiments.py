"""Experiments in admin: two settings or two encoders on the same judgements, side by side."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.in_turn import InTurnAdmin
from search.admin.interval_plot import shown
from search.admin.runs import REFRESH_SECONDS, said
from search.evaluation.metrics import ROUNDING
from search.evaluation.significance import Decision, Verdict
from search.experiments import runs
from search.experiments.measuring import METRIC, METRICS_SHOWN, decision_of, estimate_of
from search.experiments.side_by_side import Pair, pairs
from search.models import (
    EncoderVersion,
    EvaluationRun,
    Experiment,
    Judgement,
    JudgementSet,
    SettingsVersion,
)
from search.tasks import evaluate, ring

State = EvaluationRun.State
LISTED = 10  # queries won, and as many lost
VERDICTS = {
    Verdict.BETTER: gettext_lazy("Better, beyond chance."),
    Verdict.WORSE: gettext_lazy("Worse, beyond chance."),
    Verdict.ALIKE: gettext_lazy("No difference: one of 2 points would have been seen."),
    Verdict.UNDECIDED: gettext_lazy("Too few queries to tell."),
}


class ExperimentForm(forms.ModelForm):
    """One set, and what is different between the two sides."""

    judgements = forms.ModelChoiceField(
        JudgementSet.objects, label=gettext_lazy("Judgement set"),
        help_text=gettext_lazy("Queries with grades, as made under “Judgement sets”."),
    )  # fmt: skip
    by = forms.ChoiceField(choices=Judgement.By, label=gettext_lazy("Judgements of"))
    old_settings = forms.ModelChoiceField(
        SettingsVersion.objects, required=False, label=gettext_lazy("Settings"),
        empty_label=gettext_lazy("published"),
    )  # fmt: skip
    new_settings = forms.ModelChoiceField(
        SettingsVersion.objects, required=False, label=gettext_lazy("Settings"),
        empty_label=gettext_lazy("published"),
    )  # fmt: skip
    old_encoder = forms.ModelChoiceField(
        EncoderVersion.objects, required=False, label=gettext_lazy("Encoder"),
        empty_label=gettext_lazy("live"),
    )  # fmt: skip
    new_encoder = forms.ModelChoiceField(
        EncoderVersion.objects, required=False, label=gettext_lazy("Encoder"),
        empty_label=gettext_lazy("live"),
    )  # fmt: skip

    old_rules = forms.BooleanField(
        required=False, initial=True, label=gettext_lazy("With the shop's rules")
    )
    new_rules = forms.BooleanField(
        required=False, initial=True, label=gettext_lazy("With the shop's rules")
    )

    class Meta:
        model = Experiment
        fields = ("name",)

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        same = all(data.get(f"old_{what}") == data.get(f"new_{what}") for what in DIFFERS)
        if same and not self.errors:
            raise ValidationError(
                _("Both sides are the same: choose other settings, another encoder, or no rules.")
            )
        return data

    def run(self, side: str, user: Any) -> EvaluationRun:
        data = self.cleaned_data
        chosen = {what: data[f"{side}_{what}"] for what in DIFFERS}
        return runs.begin(data["judgements"], by=data["by"], made_by=user, **chosen)


DIFFERS = ("settings", "encoder", "rules")


@admin.register(Experiment)
class ExperimentAdmin(InTurnAdmin):
    form = ExperimentForm
    fieldsets = (
        (None, {"fields": ("name", "judgements", "by")}),
        (gettext_lazy("As it is"), {"fields": ("old_settings", "old_encoder", "old_rules")}),
        (gettext_lazy("As it would be"), {"fields": ("new_settings", "new_encoder", "new_rules")}),
    )
    list_display = ("name", "old_side", "new_side", "made", "made_by")
    list_select_related = (
        *("old__settings", "old__judgements", "new__settings", "new__judgements", "made_by"),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.made_by = request.user
        obj.old, obj.new = form.run("old", request.user), form.run("new", request.user)
        super().save_model(request, obj, form, change)
        transaction.on_commit(lambda: ring(evaluate))

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        return HttpResponseRedirect(
            reverse("admin:vitrine_search_experiment_change", args=[obj.pk])
        )

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        chosen = self.get_queryset(request).select_related(*self.list_select_related)
        found = get_object_or_404(chosen, pk=object_id if object_id.isdecimal() else 0)
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        facts = {**self.admin_site.each_context(request), "title": found.name, "experiment": found}
        both = (found.old, found.new)
        facts["open"] = any(run.is_open for run in both)
        if all(run.state == State.DONE for run in both):
            facts |= decided(found)
        reply = render(request, "admin/search/experiment/experiment.html", facts)
        if facts["open"]:
            reply["Refresh"] = str(REFRESH_SECONDS)
        return reply

    @admin.display(description=gettext_lazy("as it is"))
    def old_side(self, experiment: Experiment) -> str:
        return side(experiment.old)

    @admin.display(description=gettext_lazy("as it would be"))
    def new_side(self, experiment: Experiment) -> str:
        return side(experiment.new)


def side(run: EvaluationRun) -> str:
    found = estimate_of(run)
    return f"{run} · {shown(found.mean)}" if found else f"{run} · {run.get_state_display()}"


def decided(experiment: Experiment) -> dict[str, Any]:
    old, new = experiment.old, experiment.new
    try:
        decision = decision_of(new, old)
    except ValueError:
        return {"undecidable": True}
    lost, won = lost_and_won(decision, old, new)
    return {
        "decision": decision,
        "verdict": VERDICTS[decision.verdict],
        "points": 100 * decision.comparison.difference.mean,
        "low": 100 * decision.comparison.difference.low,
        "high": 100 * decision.comparison.difference.high,
        "metric": METRIC,
        "columns": METRICS_SHOWN,
        "rows": [(run, [(name, cell(run, name)) for name in METRICS_SHOWN]) for run in (old, new)],
        "lost": lost,
        "won": won,
    }


def cell(run: EvaluationRun, metric: str) -> Any:
    found = estimate_of(run, metric)
    return said(found) if found else "–"


def lost_and_won(
    decision: Decision, old: EvaluationRun, new: EvaluationRun
) -> tuple[list[Pair], list[Pair]]:
    changes = list(decision.comparison.by_query.items())
    lost = [(query, change) for query, change in changes if change < -ROUNDING][:LISTED]
    won = [(query, change) for query, change in reversed(changes) if change > ROUNDING][:LISTED]
    both = pairs(old, new, [*lost, *won])
    return [each for each in both if each.change < 0], [each for each in both if each.change > 0]
