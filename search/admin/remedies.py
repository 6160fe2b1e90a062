"""What can be done about the words of a search: one link each, to pages that the person may use."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from search.models import JudgedQuery, Rule


class Remedy(NamedTuple):
    """Adding a row of `model`, with the words in `field` and all of `given` filled in."""

    label: Promise
    model: type[Model]
    field: str
    given: dict[str, str] = {}
    takes_both: bool = False  # also what was searched then, as it seems to mean the same


class Link(NamedTuple):
    label: Any
    address: str


REMEDIES = (
    Remedy(_("Synonym"), Rule, "synonyms", {"act": "synonym"}, takes_both=True),
    Remedy(_("Rule"), Rule, "query"),
    Remedy(_("Judgement"), JudgedQuery, "text"),
)


def remedies(request: HttpRequest) -> list[Remedy]:
    """Those that the person may use."""
    pages = admin.site._registry
    return [each for each in REMEDIES if pages[each.model].has_add_permission(request)]


def links(offered: list[Remedy], words: str, then: str = "") -> list[Link]:
    """For words of a search, and those searched after them."""
    return [results_link(words), *(link(each, words, then) for each in offered)]


def results_link(words: str) -> Link:
    """The page of results, with the reasons of each."""
    asked = urlencode({"q": words, "explain": 1})
    return Link(_("Results"), f"{reverse('search')}?{asked}")


def link(remedy: Remedy, words: str, then: str) -> Link:
    said = ", ".join(filter(None, (words, then))) if remedy.takes_both else words
    address = reverse(f"admin:vitrine_search_{remedy.model._meta.model_name}_add")
    return Link(remedy.label, f"{address}?{urlencode({**remedy.given, remedy.field: said})}")
