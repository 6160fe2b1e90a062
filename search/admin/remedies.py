"""What can be done about the words of a search: one link each, to pages that the person may use."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class Remedy(NamedTuple):
    """Adding a row of `model`, with `field` filled in."""

    model: str
    field: str
    label: Promise


class Link(NamedTuple):
    label: Any
    address: str


REMEDIES = (
    Remedy("synonym", "words", _("Synonym")),
    Remedy("rule", "query", _("Rule")),
    Remedy("judgementset", "query", _("Judgement")),
)


def results_link(words: str) -> Link:
    """The page of results, with the reasons of each."""
    asked = urlencode({"q": words, "explain": 1})
    return Link(_("Results"), f"{reverse('search')}?{asked}")


def remedies(request: HttpRequest) -> list[Remedy]:
    """Those whose page there is, and which the person may add to."""
    return [each for each in REMEDIES if may_add(request, each.model)]


def may_add(request: HttpRequest, name: str) -> bool:
    try:
        model = apps.get_model("vitrine_search", name)
    except LookupError:
        return False
    page = admin.site._registry.get(model)
    return page is not None and page.has_add_permission(request)


def links(offered: list[Remedy], words: str, then: str = "") -> list[Link]:
    """For words of a search; `then` are words that mean the same, as it seems."""
    return [results_link(words), *(link(each, words, then) for each in offered)]


def link(remedy: Remedy, words: str, then: str) -> Link:
    said = ", ".join(filter(None, (words, then))) if remedy.model == "synonym" else words
    address = reverse(f"admin:vitrine_search_{remedy.model}_add")
    return Link(remedy.label, f"{address}?{urlencode({remedy.field: said})}")
