"""The rules of this process, under a number that every search reads with the encoder that serves.

So a rule acts from the next search on, in every process, and costs no statement of its own.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from catalog.models import Category
from search.models import Rule, RuleVersion
from search.rules.published import RuleSet, published
from search.understanding import synonyms_changed


@dataclass
class Kept:
    number: int = -1
    rules: RuleSet = field(default_factory=RuleSet)
    synonyms_at: datetime | None = None  # when the vocabulary was told last
    lock: threading.Lock = field(default_factory=threading.Lock)


kept = Kept()


def rules(number: int | None = None) -> RuleSet:
    """What is published. `number`: of the present state, where the caller has read it already."""
    present = number if number is not None else numbered()
    now = timezone.now()
    if present == kept.number and not due(now):
        return kept.rules
    with kept.lock:
        if present != kept.number:
            kept.rules, kept.number = read(), present
        kept.synonyms_at = now
    synonyms_changed()
    return kept.rules


def due(now: datetime) -> bool:
    """Whether a synonym has begun or ended since the vocabulary was told."""
    last = kept.synonyms_at
    return last is not None and any(last < at <= now for at in kept.rules.instants)


def numbered() -> int:
    """The number of the present state; 0 where there has never been a rule."""
    return RuleVersion.objects.values_list("number", flat=True).first() or 0


def read() -> RuleSet:
    found = list(Rule.objects.filter(live__isnull=False).order_by("pk").values_list("pk", "live"))
    wanted = {content["category_id"] for _pk, content in found if content.get("category_id")}
    categories = Category.objects.filter(pk__in=wanted) if wanted else Category.objects.none()
    paths = dict(categories.values_list("pk", "url_path"))
    return RuleSet(tuple(published(pk, content, paths) for pk, content in found))


def forget() -> None:
    """Read again at the next call."""
    kept.number, kept.synonyms_at = -1, None
