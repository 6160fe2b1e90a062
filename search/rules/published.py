"""Rules as they serve: plain values, indexed so that a question meets few of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from search.models import Rule
from search.rules.matching import Key, Question, key_of_filter, phrase
from search.understanding import Vocabulary, vocabulary
from search.understanding.shop_words.catalogue_stats import Synonyms
from search.understanding.shop_words.catalogue_summary import split

Act, When = Rule.Act, Rule.When


@dataclass(frozen=True)
class PublishedRule:
    """One rule as it was published last; of a preview, as its draft is."""

    pk: int
    name: str
    act: Any  # one of Rule.Act
    when: Any  # one of Rule.When
    phrases: tuple[tuple[str, ...], ...] = ()  # folded words, of each query or line of words
    category: str = ""  # its url_path
    filter: str = ""
    examples: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    place: int = 1
    strength: int = 2
    synonyms: str = ""
    also: str = ""
    text: str = ""
    address: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    priority: int = 0

    def keys(self) -> list[Key]:
        """Under which a question that it may match has it."""
        match self.when:
            case When.QUERY:
                return [("query", " ".join(words)) for words in self.phrases]
            case When.WORDS:
                return [("word", max(words, key=len)) for words in self.phrases]
            case When.CATEGORY:
                return [("category", self.category)] if self.category else []
            case When.FILTER:
                return [("filter", key_of_filter(self.filter))]
        return [(self.when, "")]

    def is_on(self, now: datetime) -> bool:
        return (self.starts is None or self.starts <= now) and (
            self.ends is None or now < self.ends
        )

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Of a synonym: the words and phrases that it gives a meaning to, folded."""
        return tuple(filter(None, map(phrase, split(self.synonyms))))

    def matches(self, question: Question) -> bool:
        """Of a question that has one of its keys; what a photo looks like is asked elsewhere."""
        if self.when != When.WORDS:
            return True
        return any(question.words.issuperset(words) for words in self.phrases)


def published(pk: int, content: Mapping[str, Any], paths: Mapping[int, str]) -> PublishedRule:
    """From what a row holds as `live`. `paths`: url_path by category id."""
    made = {name: content[name] for name in SAME_COLUMNS if name in content}
    return PublishedRule(
        pk=pk,
        **made,
        phrases=tuple(filter(None, map(phrase, content.get("words", "").splitlines()))),
        category=paths.get(content.get("category_id") or 0, ""),
        examples=tuple(content.get("examples", ())),
        products=tuple(content.get("products", ())),
        targets=tuple(filter(None, map(str.strip, content.get("targets", "").splitlines()))),
        starts=parse_datetime(content.get("starts") or ""),
        ends=parse_datetime(content.get("ends") or ""),
    )


SAME_COLUMNS = (
    *("name", "act", "when", "filter", "place", "strength", "synonyms", "also", "text", "address"),
    "priority",
)


@dataclass(frozen=True)
class RuleSet:
    """All published rules, the higher priority first; of equals the older."""

    rules: tuple[PublishedRule, ...] = ()
    differs: bool = False  # from those that serve: one is a draft, or they are left out

    @cached_property
    def by_key(self) -> dict[Key, list[PublishedRule]]:
        found: dict[Key, list[PublishedRule]] = {}
        for rule in self.rules:
            if rule.act != Act.SYNONYM:
                for key in dict.fromkeys(rule.keys()):
                    found.setdefault(key, []).append(rule)
        return found

    def candidates(self, question: Question, now: datetime) -> list[PublishedRule]:
        """The rules that match a question, but for what its photo looks like; best first."""
        met = {
            rule.pk: rule
            for key in question.met()
            for rule in self.by_key.get(key, ())
            if rule.is_on(now) and rule.matches(question)
        }
        return sorted(met.values(), key=lambda rule: (-rule.priority, rule.pk))

    @cached_property
    def acts_on_filters(self) -> bool:
        """Whether what is in a list may depend on the filters that are chosen."""
        deciding = (rule for rule in self.rules if rule.act in (Act.PIN, Act.HIDE))
        return any(rule.when in (When.CATEGORY, When.FILTER) for rule in deciding)

    @cached_property
    def of_synonyms(self) -> tuple[PublishedRule, ...]:
        return tuple(rule for rule in self.rules if rule.act == Act.SYNONYM)

    def synonyms_of(self, question: Question, now: datetime) -> list[PublishedRule]:
        """The synonyms that say what some words of the question mean."""
        return [
            rule
            for rule in self.of_synonyms
            if rule.is_on(now) and any(map(question.says, rule.names))
        ]

    @cached_property
    def instants(self) -> tuple[datetime, ...]:
        """When a synonym begins or ends: the vocabulary is then another one."""
        found = (at for rule in self.of_synonyms for at in (rule.starts, rule.ends))
        return tuple(sorted(at for at in found if at is not None))

    def signature(self, acting: Iterable[PublishedRule], now: datetime) -> str:
        """Names what these rules, and the synonyms of now, make of a list."""
        synonyms = [rule for rule in self.of_synonyms if rule.is_on(now)]
        said = repr(([*acting], synonyms))
        return hashlib.sha256(said.encode()).hexdigest()[:16] if acting or synonyms else ""

    def but(self, rule: PublishedRule) -> RuleSet:
        """The same with a draft in place of what is published of the rule."""
        others = tuple(each for each in self.rules if each.pk != rule.pk)
        return RuleSet((*others, rule), differs=True)

    @cached_property
    def drafted(self) -> Vocabulary | None:
        """The vocabulary that these synonyms make; None where the shop's own does."""
        if not self.differs:
            return None
        now = timezone.now()
        said = [
            Synonyms(split(rule.synonyms), split(rule.also))
            for rule in self.of_synonyms
            if rule.is_on(now)
        ]
        stats = vocabulary().stats
        drafted = stats.with_synonyms(said)
        return Vocabulary(drafted) if drafted != stats else None
