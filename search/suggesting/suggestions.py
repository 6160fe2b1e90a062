"""Suggestions while typing: searches, categories, brands, and products with their pictures.

In the language of the page. Words come from the vocabulary in memory, products from a few index
scans; the encoder is never asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language

from catalog.folding import fold
from search.suggesting.completion import Completion
from search.suggesting.marks import Mark, marks
from search.suggesting.offered import completions
from search.suggesting.products import Found, by_number, first_pictures, products
from search.understanding import Vocabulary, vocabulary
from search.understanding.colors import names
from search.understanding.spelling import completed, ending

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
    found = [*of_words(words, known, language), *of_products(text, words, language)]
    meant = words if found else completed(words, known, language)
    if meant != words:
        found = [*of_words(meant, known, language), *of_products(" ".join(meant), meant, language)]
    return best(found or ended(meant, known, language), limit)


def best(found: list[Suggestion], limit: int) -> list[Suggestion]:
    """A few of each kind of word; products take what is left, and words the rest of that."""
    first: list[Suggestion] = []
    rest: list[Suggestion] = []
    taken = dict.fromkeys(OF_A_KIND, 0)
    for each in found:
        fits = each.kind == "product" or taken[each.kind] < OF_A_KIND[each.kind]
        (first if fits else rest).append(each)
        if each.kind in taken:
            taken[each.kind] += 1
    return [*first, *rest][:limit]


def of_words(words: list[str], known: Vocabulary, language: str) -> list[Suggestion]:
    matching = completions(known, language).matching(words)
    return [
        Suggestion(each.kind, each.text, address(each), marks=marks(each.text, words))
        for kind in OF_A_KIND
        for each in matching
        if each.kind == kind
    ]


def ended(words: list[str], known: Vocabulary, language: str) -> list[Suggestion]:
    """The search as typed with its last word brought to an end: "gift for a runner sne".

    Not after a colour in the shop's own language: there, colour and category are offered only
    where they exist together.
    """
    colored = language == known.language and any(word in names() for word in words[:-1])
    if len(words) < 2 or colored:
        return []
    whole = ending_in(words[-1], known, language) or ending(words[-1], known)
    text = " ".join([*words[:-1], whole])
    completion = Completion("query", text, text, 0)
    return [Suggestion("query", text, address(completion), marks=marks(text, words))] * bool(whole)


def ending_in(start: str, known: Vocabulary, language: str) -> str:
    """The word of the page's language for something of the shop that begins so."""
    found = completions(known, language).matching([start])
    alone = (each.text for each in found if each.kind == "query" and " " not in each.text)
    return next((text for text in alone if fold(text).startswith(start)), "")


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
        reverse("product", args=[found.product, found.slug]),
        reverse("picture", args=[fingerprint, PICTURE_WIDTH]) if fingerprint else "",
        marks(found.title, words),
    )
