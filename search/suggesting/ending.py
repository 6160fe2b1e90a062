"""The shopper's own search with its last word brought to an end, where the shop can answer that.

"black leather ha" becomes "black leather handbags", "rote t" in German "rote taschen".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from catalog.folding import fold
from catalog.models import Product
from search.full_text import any_of
from search.query import Filters, Interpretation, Part, Query
from search.retrieval.conditions.condition import conditions_of
from search.retrieval.conditions.one_variant import on_one_variant
from search.suggesting.offered import Base, base, completions, places
from search.suggesting.showcase import shown
from search.understanding import Vocabulary, is_grammar, vocabulary
from search.understanding.spelling.beginnings import beginning
from search.understanding.understand import understand
from search.understanding.words import colors
from search.understanding.words.tokens import words_of

TRIED = 6  # endings that are looked up: each costs a query
ENDED = 3
# Where a colour stands before its noun, and "rote" says how it agrees with it.
ADJECTIVE_FIRST = ("de", "en", "nl")


def ended(words: list[str], known: Vocabulary, language: str) -> list[str]:
    """Searches that begin as typed, at most ENDED, each with something to be found."""
    if len(words) < 2:
        return []
    tried = islice(dict.fromkeys(endings(words, known, language)), TRIED)
    return list(islice(filter(answered, tried), ENDED))


def endings(words: list[str], known: Vocabulary, language: str) -> Iterator[str]:
    """Each with another thing, not with one thing in singular and plural; kinds of things first."""
    *whole, start = words
    found: dict[Base, str] = {}
    for text in [*of_things(start, known, language), *beginning(start, known)]:
        found.setdefault(base(text, language), text)
    for text in sorted(found.values(), key=lambda text: not places(text, known, language)):
        yield " ".join([*whole, text])


def of_things(start: str, known: Vocabulary, language: str) -> list[str]:
    """The words of the page's language for things of the shop that begin so."""
    found = completions(known, language).matching([start])
    named = (each.text for each in found if each.kind == "query" and " " not in each.text)
    return [text for text in named if fold(text).startswith(start)]


def answered(text: str) -> bool:
    """Whether a product meets all that is understood of the words and has what titles have."""
    read = understand(Query(parts=(Part(text=text),)))
    if read.correction or read.unknown or read.unsold or read.gibberish:
        return False
    conditions = conditions_of(read.entities)
    found = Product.objects.active().filter(on_one_variant(conditions, Filters()))
    for each in conditions:
        found = found.filter(each.met)
    for word in left(read):
        found = found.filter(words=any_of([word]))
    return found.exists()


def left(read: Interpretation) -> list[str]:
    """The words of titles that belong to no condition and mean something."""
    said = {word for each in read.entities for word in words_of(each.words)}
    titled, languages = vocabulary().stats.words, read.languages or ("en",)
    others = (word for word in words_of(read.text) if word not in said and word in titled)
    return [word for word in others if not is_grammar(word, languages)]


def examples(words: list[str], language: str) -> list[str]:
    """The searches that the home page offers to try, which begin as typed."""
    start = " ".join(words)
    return [text for text in shown().queries.get(language, ()) if fold(text).startswith(start)]


def colored(words: list[str], known: Vocabulary, language: str) -> list[str]:
    """A colour of the page's language that was typed whole, with things that the shop has in it."""
    if language not in ADJECTIVE_FIRST or not words:
        return []
    color, start = colors.asked(words[0], [language]), " ".join(words[1:])
    if color not in colors.NEIGHBOURS:
        return []
    counted: dict[str, int] = {}
    for (name, url_path), products in known.stats.combinations.items():
        if colors.canonical(name) == color:
            counted[url_path] = counted.get(url_path, 0) + products
    found: dict[str, int] = {}
    for each in completions(known, language).phrases:
        if each.kind == "query" and " " not in each.text and fold(each.text).startswith(start):
            sold = sum(counted.get(path, 0) for path in places(each.text, known, language))
            found |= {f"{words[0]} {each.text}": sold} if sold else {}
    return sorted(found, key=lambda text: (-found[text], text))[:ENDED]
