"""Rules in admin: drafts, previews on the results page itself, publishing, history and undo."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from catalog.admin.paging import LongListAdmin
from catalog.models import Product
from search import retrieval
from search.forms.rule import RuleForm
from search.models import Rule, RuleState

SHOWN_STATES = 50


def preview_address(rule: Rule) -> str:
    """The results page that shows before and after, for the first query that the rule is about."""
    words = asked_for(rule)
    asked = {"q": words} if words else {}
    if rule.when == Rule.When.PHOTO and (photo := retrieval.example_photo(rule.examples)):
        asked = {"photo": photo.pk}
    if rule.category:
        asked["category"] = rule.category.url_path
    if rule.when == Rule.When.FILTER:
        code, _colon, value = rule.filter.partition(":")
        asked |= {code: value} if code in KNOWN else {"attribute": rule.filter}
    return f"{reverse('search')}?{urlencode({**asked, 'preview': rule.pk})}"


def asked_for(rule: Rule) -> str:
    """Words that bring the rule, or what it moves: without any words nothing is moved."""
    if words := (rule.words or rule.synonyms.replace(",", "\n")).split("\n")[0].strip():
        return words
    if rule.act not in (Rule.Act.BOOST, Rule.Act.BURY):
        return ""
    if rule.targets:
        return rule.targets.splitlines()[0].partition(":")[2].rpartition("/")[2].strip()
    titles = Product.objects.filter(pk__in=rule.products[:1]).values_list("title", flat=True)
    return next(iter(titles), "")


KNOWN = ("brand", "color", "size", "material", "gender", "category")


@admin.register(Rule)
class RuleAdmin(LongListAdmin):
    """A rule is saved as a draft; it acts once it is published."""

    form = RuleForm
    change_form_template = "admin/search/rule/change_form.html"
    object_history_template = "admin/search/rule/object_history.html"
    list_display = ("name", "act", "when", "state", "starts", "ends", "priority")
    list_filter = ("act", "when")
    search_fields = ("name", "words", "synonyms", "also", "note")
    list_per_page = 50
    autocomplete_fields = ("category",)
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 3})}}
    actions = ("publish_all", "withdraw_all")
    fieldsets = (
        (None, {"fields": ("name", "act", "state")}),
        (
            _("When"),
            {"fields": ("when", "words", "category", "filter", "examples", ("starts", "ends"))},
        ),
        (_("Pin, hide, boost, bury"), {"fields": ("products", "targets", ("place", "strength"))}),
        (_("Banner or redirect"), {"fields": ("text", "address")}),
        (_("Synonym"), {"fields": ("synonyms", "also")}),
        (_("Among the rules"), {"fields": ("priority", "note")}),
    )
    readonly_fields = ("state",)

    @admin.display(description=_("state"))
    def state(self, rule: Rule) -> str:
        if rule.pk is None or rule.live is None:
            return str(_("draft"))
        now = timezone.now()
        if rule.is_draft:
            return str(_("published, changed since"))
        if rule.ends and rule.ends <= now:
            return str(_("over"))
        return str(_("to come") if rule.starts and rule.starts > now else _("published"))

    # Prefilled from a query, a product or synonyms

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """`?query=` stands for a rule on that query; `?product=` names a product of it."""
        initial = dict(super().get_changeform_initial_data(request))
        for moment in ("starts", "ends"):  # a text, which Django would show as a moment
            initial.pop(moment, None)
        if query := initial.pop("query", ""):
            initial |= {"when": Rule.When.QUERY, "words": query, "synonyms": query}
        if words := query or initial.get("synonyms", ""):
            initial.setdefault("name", words[:100])
        if product := initial.pop("product", ""):
            initial["products"] = product
        return initial

    # Publish, withdraw, restore

    def get_urls(self) -> list[Any]:
        pages = {"publish": self.publish, "withdraw": self.withdraw}
        own = [
            path(
                f"<int:rule_id>/{name}/",
                self.admin_site.admin_view(require_POST(page)),
                name=f"vitrine_search_rule_{name}",
            )
            for name, page in pages.items()
        ]
        restoring = self.admin_site.admin_view(require_POST(self.restore))
        address, name = "<int:rule_id>/restore/<int:state_id>/", "vitrine_search_rule_restore"
        own.append(path(address, restoring, name=name))
        return [*own, *super().get_urls()]

    def changeable(self, request: HttpRequest, rule_id: int) -> Rule:
        rule = get_object_or_404(Rule, pk=rule_id)
        if not self.has_change_permission(request, rule):
            raise PermissionDenied
        return rule

    def publish(self, request: HttpRequest, rule_id: int) -> HttpResponse:
        rule = self.changeable(request, rule_id)
        if request.POST.get("shown", rule.fingerprint) != rule.fingerprint:
            said = _("The rule has been changed since its preview was made. Please look again.")
            self.message_user(request, said, messages.ERROR)
            return redirect(preview_address(rule))
        self.done(request, rule, rule.publish, _("Published."))
        return self.back(request, rule)

    def withdraw(self, request: HttpRequest, rule_id: int) -> HttpResponse:
        rule = self.changeable(request, rule_id)
        self.done(request, rule, rule.withdraw, _("Withdrawn."))
        return self.back(request, rule)

    def restore(self, request: HttpRequest, rule_id: int, state_id: int) -> HttpResponse:
        rule = self.changeable(request, rule_id)
        state = get_object_or_404(RuleState, pk=state_id, rule=rule)
        said = _("Restored to its state of %(at)s.") % {"at": f"{state.at:%Y-%m-%d %H:%M}"}
        self.done(request, rule, partial(rule.restore, state), said)
        return redirect("admin:vitrine_search_rule_history", rule.pk)

    def done(self, request: HttpRequest, rule: Rule, act: Any, said: Any) -> None:
        act(by=request.user.get_username())
        self.log_change(request, rule, str(said))
        self.message_user(request, f"{rule}: {said}", messages.SUCCESS)

    def back(self, request: HttpRequest, rule: Rule) -> HttpResponse:
        """To the page that the button was on, if it is one of ours."""
        after = request.POST.get("next", "")
        if url_has_allowed_host_and_scheme(after, {request.get_host()}, request.is_secure()):
            return redirect(after)
        return redirect("admin:vitrine_search_rule_change", rule.pk)

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish_all(self, request: HttpRequest, rules: Any) -> None:
        for rule in rules:
            self.done(request, rule, rule.publish, _("Published."))

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw_all(self, request: HttpRequest, rules: Any) -> None:
        for rule in rules:
            self.done(request, rule, rule.withdraw, _("Withdrawn."))

    # The buttons of the form

    def response_add(self, request: HttpRequest, obj: Rule, *args: Any, **kwargs: Any) -> Any:
        return self.chosen(request, obj) or super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Rule) -> Any:
        return self.chosen(request, obj) or super().response_change(request, obj)

    def chosen(self, request: HttpRequest, rule: Rule) -> HttpResponse | None:
        if "_preview" in request.POST:
            return redirect(preview_address(rule))
        if "_publish" in request.POST and self.has_change_permission(request, rule):
            self.done(request, rule, rule.publish, _("Published."))
            return redirect("admin:vitrine_search_rule_change", rule.pk)
        return None

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """With what was published when, each to be restored."""
        states = RuleState.objects.filter(rule_id=object_id) if object_id.isdecimal() else ()
        more = {"states": states[:SHOWN_STATES], **(extra_context or {})}
        return super().history_view(request, object_id, more)
