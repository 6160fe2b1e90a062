"""Words for the same thing in all languages, built in; a shop adds its own in admin.

Only the shop's vocabulary gives them a meaning: a group counts where one of its words is a
category, material, attribute... of this shop, and the others then stand for it. Each word stands
for it in its own language alone: a "robe" is a dress only to who writes French.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property

from catalog.folding import fold
from search.understanding.lexicon import lexicon, lexicons
from search.understanding.lexicon.entry import listed, rows


@dataclass
class Group:
    """Words for one thing: language -> its words."""

    words: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def languages(self) -> dict[str, str]:
        """Each folded word -> its language; English has the first say."""
        found: dict[str, str] = {}
        for code, words in self.words.items():
            for word in words:
                found.setdefault(fold(word), code)
        return found


@cache
def groups() -> tuple[Group, ...]:
    """One a line of `same` in the English lexicon, with the words of all other languages."""
    english = lexicon("en")
    found = [
        Group({"en": list(listed(line))})
        for line in (english.same.strip().splitlines() if english else ())
    ]
    by_word = {word: group for group in reversed(found) for word in group.words["en"]}
    for each in lexicons():
        for word, words in each.thing_words.items():
            by_word[word].words.setdefault(each.language, []).extend(words)
    return tuple(found)


@cache
def wider() -> dict[str, str]:
    """ "Ankle boots" -> "boots": what is meant where a shop has no category for the narrower."""
    english = lexicon("en")
    kinds = rows(english.kinds) if english else {}
    return {narrow: wide for wide, narrower in kinds.items() for narrow in narrower}
