"""Whom a thing is made for: many words of shoppers, a few values of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.folding import fold

WORDS = {
    "man": """man men mens male males gentleman gentlemen gents guy guys him herren herr manner
        homme hommes masculin""",
    "woman": """woman women womens female females lady ladies her damen dame frau frauen femme
        femmes feminin""",
    "boy": "boy boys jungen junge garcon garcons",
    "girl": "girl girls madchen fille filles",
    "kid": "kid kids child children childrens junior juniors youth kinder kind enfant enfants",
    "baby": "baby babies infant infants newborn toddler toddlers bebe bebes kleinkind",
    "unisex": "unisex",
}
CONCEPTS = {word: concept for concept, listed in WORDS.items() for word in listed.split()}
# Where the catalogue has no value of its own for it.
WIDER = {"kid": ("boy", "girl"), "boy": ("kid",), "girl": ("kid",), "baby": ("kid",)}


def words(values: Iterable[str]) -> dict[str, list[str]]:
    """Every word that means one of the catalogue's `values` -> those values."""
    by_concept: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    for value in values:
        concept = CONCEPTS.get(fold(value).replace("'s", "").replace("’s", ""))
        if concept:
            by_concept.setdefault(concept, []).append(value)
        else:
            found[fold(value)] = [value]
    for word, concept in CONCEPTS.items():
        meant = by_concept.get(concept) or [
            value for wider in WIDER.get(concept, ()) for value in by_concept.get(wider, ())
        ]
        if meant:
            found[word] = meant
    return found
