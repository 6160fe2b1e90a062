"""What a thing is where no category says so: the noun that the titles of the shop say.

"Red shirt" in a shop without categories is what is called a shirt, and not whatever is red.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.folding import fold
from search.query import Entity
from search.understanding.alternatives import is_used, same
from search.understanding.lexicon import lexicon
from search.understanding.parse import Parse

BEHIND = {"for", "with", "of", "place", "mine"}  # what follows is not the thing itself


def find_title_noun(parse: Parse) -> None:
    if parse.vocabulary.stats.is_categorised or any(parse.categories()):
        return
    nouns = list(nouns_of(parse))
    if nouns:
        known = lexicon(parse.vocabulary.language)
        take(parse, nouns[0] if known and known.head_first else nouns[-1])


def nouns_of(parse: Parse) -> Iterator[int]:
    """The words of titles that nothing else explains, up to a "for" or a "with"."""
    found = False
    for i in range(len(parse.tokens)):
        if found and not parse.plays(i).isdisjoint(BEHIND):
            return
        if parse.unknown(i) and names_of(parse, i):
            found = True
            yield i


def names_of(parse: Parse, i: int) -> tuple[str, ...]:
    """The word and what is as good as it, as far as titles say it."""
    word, known = parse.tokens[i].text, parse.vocabulary
    spelled = dict.fromkeys(map(fold, [word, *same(word, known, parse.languages)]))
    return tuple(each for each in spelled if is_used(each, known))


def take(parse: Parse, i: int) -> None:
    word, names = parse.words(i, i + 1), names_of(parse, i)
    entity = Entity("category", names[0], word, word, span=parse.span(i, i + 1), names=names)
    parse.mention(entity, i, i + 1)
