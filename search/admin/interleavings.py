"""Interleaving: two versions of settings in one list, and one page that says when it is decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.admin.in_turn import InTurnAdmin
from catalog.changed_only import ChangedOnlyForm
from search.log.votes import standing
from search.models import Interleaving, SettingsVersion
from search.ranking.sequential import LEVEL

State = Interleaving.State
PUBLISHED = 0
START = "_start"  # the button that saves and starts


def versions() -> dict[int, str]:
    """The versions of settings to choose from, by their keys."""
    found = SettingsVersion.objects.values_list("pk", "name")
    return {PUBLISHED: _("what is published"), **dict(found)}


class InterleavingForm(ChangedOnlyForm):
    first = forms.TypedChoiceField(label=gettext_lazy("First version"), coerce=int)
    second = forms.TypedChoiceField(label=gettext_lazy("Second version"), coerce=int)

    class Meta:
        model = Interleaving
        fields = ("name", "first", "second", "share")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"first", "second"} & self.fields.keys():
            self.fields[name].choices = list(versions().items())


@admin.register(Interleaving)
class InterleavingAdmin(InTurnAdmin):
    """Prepared in a form and started from it, stopped by a button; what was started stays."""

    form = InterleavingForm
    list_display = ("name", "names", "state", "started", "outcome")
    change_form_template = "admin/search/interleaving/change_form.html"
    settled = ("names", "share", "state", "started", "ended", "verdict")

    def get_queryset(self, request: HttpRequest) -> Any:
        def name_of(side: str) -> Subquery:
            versions = SettingsVersion.objects.filter(pk=OuterRef(side))
            return Subquery(versions.values("name"))

        found = super().get_queryset(request)
        return found.annotate(first_name=name_of("first"), second_name=name_of("second"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        prepared = obj is None or obj.state == State.READY
        return InterleavingForm.Meta.fields if prepared else ("name", *self.settled)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None or obj.state == State.READY else self.settled

    @admin.display(description=gettext_lazy("versions"))
    def names(self, contest: Interleaving) -> str:
        first, second = names_of(contest)
        return _("%(first)s against %(second)s") % {"first": first, "second": second}

    @admin.display(description=gettext_lazy("outcome"))
    def outcome(self, contest: Interleaving) -> str:
        found = standing(contest)
        if not found.decided:
            return _("not decided") if contest.started else "–"
        first, second = names_of(contest)
        return _("%s is better") % (first if found.first_is_better else second)

    @admin.display(description=gettext_lazy("what the clicks say"))
    def verdict(self, contest: Interleaving) -> SafeString:
        first, second = names_of(contest)
        found = standing(contest)
        better = first if found.first_is_better else second
        facts = {"found": found, "first": first, "second": second, "better": better}
        facts |= {"percent": 100 * found.share, "low": 100 * found.low, "high": 100 * found.high}
        return render_to_string(
            "admin/search/interleaving/verdict.html", facts | {"level": round(100 * LEVEL)}
        )

    def get_urls(self) -> list[Any]:
        name = "vitrine_search_interleaving"
        stop = self.admin_site.admin_view(self.stop)
        return [path("<int:pk>/stop/", stop, name=f"{name}_stop"), *super().get_urls()]

    def response_add(self, request: HttpRequest, obj: Interleaving, *args: Any) -> HttpResponse:
        return self.start(request, obj) or super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Interleaving) -> HttpResponse:
        return self.start(request, obj) or super().response_change(request, obj)

    def start(self, request: HttpRequest, contest: Interleaving) -> HttpResponse | None:
        """Have what was just saved run, where that was asked for."""
        if START not in request.POST or not self.has_change_permission(request, contest):
            return None
        if contest.state == State.READY:
            self.begin(request, contest)
        return back_to(contest)

    def stop(self, request: HttpRequest, pk: int) -> HttpResponse:
        contest = self.chosen(request, pk)
        if contest.state == State.RUNNING:
            contest.state, contest.ended = State.ENDED, timezone.now()
            contest.save(update_fields=["state", "ended"])
            self.log_change(request, contest, _("Stopped."))
        return back_to(contest)

    def chosen(self, request: HttpRequest, pk: int) -> Interleaving:
        contest = get_object_or_404(Interleaving, pk=pk)
        if request.method != "POST" or not self.has_change_permission(request, contest):
            raise PermissionDenied
        return contest

    def begin(self, request: HttpRequest, contest: Interleaving) -> None:
        """Have it run, unless another one does."""
        contest.state, contest.started = State.RUNNING, timezone.now()
        try:
            with transaction.atomic():
                contest.save(update_fields=["state", "started"])
        except IntegrityError:
            other = _("Another interleaving is running. Stop it first.")
            self.message_user(request, other, messages.ERROR)
        else:
            self.log_change(request, contest, _("Started."))


def back_to(contest: Interleaving) -> HttpResponse:
    page = reverse("admin:vitrine_search_interleaving_change", args=[contest.pk])
    return HttpResponseRedirect(page)


def names_of(contest: Any) -> tuple[str, str]:
    """Of one that `get_queryset` has read, with the names of its versions."""
    first, second = (
        _("what is published") if key == PUBLISHED else name or _("deleted")
        for key, name in (
            (contest.first, contest.first_name),
            (contest.second, contest.second_name),
        )
    )
    return first, second
