"""Rules on the results page of staff: those that acted, and a draft's before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from search import retrieval
from search.models import Rule
from search.query import Hit, Query, SearchResult
from search.rules import PublishedRule, published

SIDE_BY_SIDE = 12  # products on either side


@dataclass(frozen=True)
class Side:
    """One product on one side, and what becomes of it: new, gone, up, down or nothing."""

    hit: Hit
    change: str


def previewed(request: HttpRequest) -> Rule | None:
    """The rule that a member of staff wants to see at work on this page."""
    number = request.GET.get("preview", "")
    if not number.isascii() or not number.isdecimal() or len(number) > 18:
        return None
    if not (request.user.is_staff and request.user.has_perm("vitrine_search.view_rule")):
        return None
    return Rule.objects.select_related("category").filter(pk=number).first()


def acting(request: HttpRequest, result: SearchResult) -> list[Rule]:
    """The published rules that acted, for who may look at them."""
    if not result.rules or not request.user.has_perm("vitrine_search.view_rule"):
        return []
    return list(Rule.objects.filter(live__name__in=result.rules))


def drafted(rule: Rule) -> PublishedRule:
    """The rule as its row is, whether it serves or not."""
    paths = {rule.category_id: rule.category.url_path} if rule.category else {}
    return published(rule.pk, rule.content, paths)


def compared(rule: Rule, query: Query, after: SearchResult) -> dict[str, Any]:
    """What the page shows of `after`, the result with the draft, beside that of now."""
    before = retrieval.search(query)
    old, new = (result.hits[:SIDE_BY_SIDE] for result in (before, after))
    return {
        "rule": rule,
        "sides": [
            ("before", sides(old, new, missing="gone"), before.total),
            ("after", sides(new, old, missing="new"), after.total),
        ],
    }


def sides(hits: list[Hit], others: list[Hit], missing: str) -> list[Side]:
    places = {hit.product.pk: place for place, hit in enumerate(others)}
    return [
        Side(hit, change(place, places.get(hit.product.pk), missing))
        for place, hit in enumerate(hits)
    ]


def change(place: int, other: int | None, missing: str) -> str:
    if other is None:
        return missing
    if missing == "gone" or other == place:
        return ""
    return "up" if place < other else "down"
