"""What can be suggested of a shop's words, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.suggesting.completion import Completion, Completions
from search.understanding import Vocabulary
from search.understanding.inflection import base_form
from search.understanding.lexicon import lexicon
from search.understanding.synonyms import groups
from search.understanding.tokens import words_of


@lru_cache(maxsize=8)
def completions(known: Vocabulary, language: str) -> Completions:
    return Completions(offered(known, language))


def offered(known: Vocabulary, language: str) -> Iterator[Completion]:
    """Categories, brands, and searches that the shop can answer."""
    if language == known.language or not lexicon(language):
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
    """Things by their words of the page's language, as searches; the categories they lead to.

    Colours are left to the shopper's own words: how they agree with a noun, no list tells.
    """
    stats = known.stats
    titles = {category.url_path: category.name for category in stats.categories}
    said: set[str] = set()
    for group in groups():
        words = plurals(group.words.get(language, []), language)
        for word in words:
            meant = known.meanings(words_of(word), (language,))
            products = sum(stats.products.get(each.value, 0) for each in meant)
            if products and meant[0].kind == "category":
                yield Completion("query", word, word, products)
        for each in known.meanings(words_of(words[0]), (language,)) if words else ():
            products = stats.products.get(each.value, 0)
            if each.kind == "category" and products and each.value not in said:
                said.add(each.value)
                name = words[0][:1].upper() + words[0][1:]
                yield Completion("category", name, each.value, products)
    for url_path, products in stats.products.items():
        if url_path not in said and url_path in titles:
            yield Completion("category", titles[url_path], url_path, products)


def plurals(words: Iterable[str], language: str) -> list[str]:
    """Of the forms of each word the longest, which for most things is the plural."""
    found: dict[tuple[str, ...], str] = {}
    for word in words:
        key = tuple(base_form(part, language) for part in words_of(word))
        found[key] = max(found.get(key, ""), word, key=len)
    return list(found.values())
