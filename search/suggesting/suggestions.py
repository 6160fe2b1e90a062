"""Suggestions while typing: searches, categories, brands, and products with their pictures.

In the language of the page. Words come from the vocabulary in memory, products from a few index
scans; the encoder is never asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language

from catalog import addresses
from catalog.folding import fold
from search.suggesting.completion import Completion
from search.suggesting.ending import colored, ended, examples
from search.suggesting.marks import Mark, marks
from search.suggesting.offered import completions
from search.suggesting.products import Found, by_number, first_pictures, products
from search.understanding import Vocabulary, vocabulary
from search.understanding.spelling.beginnings import completed

OF_A_KIND = {"query": 3, "category": 2, "brand": 2}
PICTURE_WIDTH = 200


@dataclass(frozen=True)
class Suggestion:
    kind: str  # query, category, brand or product
    text: str
    url: str
    image: str = ""  # address of a small picture
    marks: tuple[Mark, ...] = ()  # which characters of the text were typed: [first, end)


def suggest(text: str, limit: int = 8) -> list[Suggestion]:
    """What `text` may become, at most `limit`: searches first, then places, then products."""
    words = fold(text).split()
    if not words or limit < 1:
        return []
    known, language = vocabulary(), (get_language() or "en")[:2]
    found = looked_up(text, words, known, language)
    meant = words if found else completed(words, known, language)
    if meant != words:
        found = looked_up(" ".join(meant), meant, known, language)
    return best(found, limit)


def looked_up(text: str, words: list[str], known: Vocabulary, language: str) -> list[Suggestion]:
    named = of_words(words, known, language)
    if not any(each.kind == "query" for each in named):
        named = [*of_own_words(words, known, language), *named]
    return [*named, *of_products(text, words, language)]


def best(found: list[Suggestion], limit: int) -> list[Suggestion]:
    """A few of each kind of word; products take what is left, and words the rest of that.

    Searches stand first, then places, then products; none twice, though two categories may be
    called alike ("Men > Pants", "Women > Pants").
    """
    first: list[Suggestion] = []
    rest: list[Suggestion] = []
    taken = dict.fromkeys(OF_A_KIND, 0)
    for each in dict.fromkeys(found):
        fits = each.kind == "product" or taken[each.kind] < OF_A_KIND[each.kind]
        (first if fits else rest).append(each)
        if each.kind in taken:
            taken[each.kind] += 1
    kinds = [*OF_A_KIND, "product"]
    return sorted([*first, *rest][:limit], key=lambda each: kinds.index(each.kind))


def of_words(words: list[str], known: Vocabulary, language: str) -> list[Suggestion]:
    matching = completions(known, language).matching(words)
    return [
        Suggestion(each.kind, each.text, address(each), marks=marks(each.text, words))
        for kind in OF_A_KIND
        for each in matching
        if each.kind == kind
    ]


def of_own_words(words: list[str], known: Vocabulary, language: str) -> list[Suggestion]:
    """The search as typed, brought to an end: "black leather ha" becomes "... handbags"."""
    in_color = [] if language == known.language else colored(words, known, language)
    texts = in_color or ended(words, known, language) or examples(words, language)
    return [searching(text, words) for text in texts]


def searching(text: str, words: list[str]) -> Suggestion:
    return Suggestion(
        "query", text, address(Completion("query", text, text, 0)), marks=marks(text, words)
    )


def address(completion: Completion) -> str:
    if completion.kind == "category":
        return reverse("category", args=[completion.value])
    name = "brand" if completion.kind == "brand" else "q"
    return f"{reverse('search')}?{urlencode({name: completion.value})}"


def of_products(text: str, words: list[str], language: str) -> list[Suggestion]:
    found = list(dict.fromkeys([*by_number(text), *products(words, language)]))
    pictures = first_pictures(found)
    return [shown(each, words, pictures.get(each.product)) for each in found]


def shown(found: Found, words: list[str], fingerprint: str | None) -> Suggestion:
    return Suggestion(
        "product",
        found.title,
        addresses.of_product(found.product, found.slug),
        addresses.of_picture(fingerprint, PICTURE_WIDTH) if fingerprint else "",
        marks(found.title, words),
    )
