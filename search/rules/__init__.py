"""Rules of the shop's people: which of them match a question, and what they then do."""

from search.rules.acts import Acts, acts_of
from search.rules.kept import forget, rules
from search.rules.matching import Question
from search.rules.published import PublishedRule, RuleSet, When, published

__all__ = [
    "Acts",
    "PublishedRule",
    "Question",
    "RuleSet",
    "When",
    "acts_of",
    "forget",
    "published",
    "rules",
]
