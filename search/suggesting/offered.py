"""What can be suggested of a shop's words, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.conf import settings

from catalog.templatetags.wording import worded
from search.suggesting.completion import Completion, Completions
from search.understanding import Vocabulary
from search.understanding.lexicon import lexicon
from search.understanding.words.inflection import base_form
from search.understanding.words.synonyms import groups
from search.understanding.words.tokens import words_of

Base = tuple[str, ...]  # the base forms of a name's words


@lru_cache(maxsize=8)
def completions(known: Vocabulary, language: str) -> Completions:
    return Completions(offered(known, language))


def offered(known: Vocabulary, language: str) -> Iterator[Completion]:
    """Categories, brands, and searches that the shop can answer.

    In its own words also where it has no pages in its language.
    """
    own = language == known.language or known.language not in dict(settings.LANGUAGES)
    if own or not lexicon(language):
        yield from in_own_language(known)
    else:
        yield from translated(known, language)
    for rank, brand in enumerate(known.stats.brands):
        yield Completion("brand", brand, brand, len(known.stats.brands) - rank)


def in_own_language(known: Vocabulary) -> Iterator[Completion]:
    """The shop's categories, and the colours that a category has: "blue sneakers"."""
    stats = known.stats
    names = {category.url_path: category.name for category in stats.categories}
    for url_path, products in stats.products.items():
        if url_path in names:
            yield Completion("category", names[url_path], url_path, products)
    for (color, url_path), products in stats.combinations.items():
        if url_path in names:
            text = f"{color} {names[url_path]}".lower()
            yield Completion("query", text, text, products)


def translated(known: Vocabulary, language: str) -> Iterator[Completion]:
    """Things as the pages of the language name them, and by its other words for them.

    Colours are left to the shopper's own words: how they agree with a noun, no list tells.
    """
    stats = known.stats
    said: set[tuple[str, Base]] = set()
    for category in stats.categories:
        if products := stats.products.get(category.url_path, 0):
            name = str(worded(category.name))
            said.add((category.url_path, base(name, language)))
            yield Completion("category", name, category.url_path, products)
            if category.url_path in places(name, known, language):
                yield Completion("query", name.lower(), name.lower(), products)
    for group in groups():
        words = plurals(group.words.get(language, []), language)
        for word in words:
            found = places(word, known, language)
            new = [each for each in found if (each, base(word, language)) not in said]
            if new:
                yield Completion("query", word, word, sum(found.values()))
            for each in new if word == words[0] else ():
                said.add((each, base(word, language)))
                yield Completion("category", word[:1].upper() + word[1:], each, found[each])


def places(word: str, known: Vocabulary, language: str) -> dict[str, int]:
    """The categories that a word of the language means, with their products."""
    meant = known.meanings(words_of(word), (language,))
    if not meant or meant[0].kind != "category":
        return {}
    counted = {each.value: known.stats.products.get(each.value, 0) for each in meant}
    return {url_path: products for url_path, products in counted.items() if products}


def base(text: str, language: str) -> Base:
    return tuple(base_form(word, language) for word in words_of(text))


def plurals(words: Iterable[str], language: str) -> list[str]:
    """Of the forms of each word the longest, which for most things is the plural."""
    found: dict[Base, str] = {}
    for word in words:
        key = base(word, language)
        found[key] = max(found.get(key, ""), word, key=len)
    return list(found.values())
