"""Image to text: the catalogue's own words for a photo.

The products nearest to the photo, by their photos and by their texts, vote with their scores: what
most of them are, the photo shows (k nearest neighbours, Cover and Hart, 1967). The closest
descriptions come from the photo against the text vectors alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.models import Category, Product, ProductImage
from catalog.models.values import several
from catalog.templatetags.wording import worded
from search.query import Interpretation, Part, Query
from search.ranking.calibration import IMAGE_TEXT
from search.retrieval.embeddings.query_encoder import NoVector, serving
from search.retrieval.presentation.cards import best_photos
from search.retrieval.retrievers.scored import Scored
from search.retrieval.state import Search

NEIGHBOURS = 10  # of 5, 10, 20, 30 and 50 the best for category and colour on 6,000 products
ORDER_SPOKEN = ("color", "material", "category", "gender")  # in the order of an English noun phrase
NOUN_FIRST = ("category", "color", "material")
SHARE_SAID = 0.35  # the share of the votes from which on something is said at all


@dataclass(frozen=True)
class Guess:
    """Something that the photo may show; `score` is its share of the votes, 0 to 1."""

    kind: str  # category, brand, color, material, gender, or an attribute's name
    value: str
    label: str
    score: float


@dataclass(frozen=True)
class Closest:
    """A product whose text is near to the photo; `score` as in a search by that retriever alone."""

    product: Product
    score: float


@dataclass(frozen=True)
class Description:
    photo_id: str
    phrase: str  # "navy canvas sneakers"; "" where nothing is sure
    guesses: tuple[Guess, ...]  # colour, material, category, gender, then attributes
    closest: tuple[Closest, ...]
    encoder: str


def describe(photo_id: str, limit: int = 5) -> Description:
    """The words for a photo that was stored with `retrieval.store_photo`.

    Raises ExpiredPhoto, NoVector where no encoder serves, and Django's OperationalError.
    """
    searcher = serving()
    if searcher.version is None:
        raise NoVector(_("No encoder serves."))
    asked = Search(Query(parts=(Part(photo_id=photo_id),)), Interpretation(), searcher)
    scored = asked.scored
    best = np.argsort(-scored.scores, kind="stable")[:NEIGHBOURS]
    nearest = scored.ids[best].tolist()
    texts, text_scores = nearest_texts(scored, limit)
    products = Product.objects.active().for_page().in_bulk([*nearest, *texts])
    colors = colors_of(best_photos(asked, nearest))
    votes = [
        (score, dict(stats(products[pk], colors.get(pk, ""))))
        for pk, score in zip(nearest, scored.scores[best].tolist(), strict=True)
        if pk in products
    ]
    found = guesses(votes)
    return Description(
        photo_id=photo_id,
        phrase=phrase(found),
        guesses=found,
        closest=tuple(
            Closest(products[pk], score)
            for pk, score in zip(texts, text_scores, strict=True)
            if pk in products
        ),
        encoder=searcher.version.name,
    )


def nearest_texts(scored: Scored, limit: int) -> tuple[list[int], list[float]]:
    """The products whose texts are nearest to the photo, and how sure that retriever is of them."""
    scores = np.nan_to_num(scored.trace.get(IMAGE_TEXT, np.zeros(len(scored.ids))))
    best = np.argsort(-scores, kind="stable")[:limit]
    return scored.ids[best].tolist(), [round(score, 4) for score in scores[best].tolist()]


def colors_of(photos: dict[int, int]) -> dict[int, str]:
    """Product id -> the colour that its nearest photo shows, where the catalogue says so."""
    shown = ProductImage.objects.in_bulk(photos.values())
    return {pk: shown[photo].color for pk, photo in photos.items() if photo in shown}


def stats(product: Product, color: str) -> Iterable[tuple[str, str]]:
    """What the catalogue says that a photo of this product shows, as (kind, value)."""
    colors = {variant.color for variant in product.all_variants if variant.color}
    if color or len(colors) == 1:
        yield "color", color or colors.pop()
    if product.category:
        yield "category", product.category.url_path
    for kind in ("material", "gender"):
        yield from ((kind, value) for value in product.said(kind))
    for name, value in product.attributes.items():
        yield from ((name, str(each)) for each in several(value))


def guesses(votes: Sequence[tuple[float, Mapping[str, str]]]) -> tuple[Guess, ...]:
    """Per kind the value with the most votes, among those products that say something of it."""
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for score, said in votes:
        for kind, value in said.items():
            counted[kind][value] += score
    total = sum(score for score, _said in votes) or 1.0
    found = []
    for kind, values in counted.items():
        value = max(values, key=lambda name: values[name])
        share = values[value] / total
        if share >= SHARE_SAID:
            found.append(Guess(kind, value, label(kind, value), round(share, 4)))
    return tuple(sorted(found, key=lambda guess: (order(guess.kind), -guess.score)))


def order(kind: str) -> int:
    return ORDER_SPOKEN.index(kind) if kind in ORDER_SPOKEN else len(ORDER_SPOKEN)


def label(kind: str, value: str) -> str:
    """What people call it; a category goes by its name, not by its address."""
    if kind != "category":
        return value
    return Category.objects.values_list("name", flat=True).get(url_path=value)


def phrase(found: Iterable[Guess]) -> str:
    """Colour, material and category as one phrase, in the words of the catalogue.

    Other languages of a page bend words to their nouns, so there they stand side by side:
    "Stiefel, braun, Veloursleder".
    """
    said = {guess.kind: guess.label for guess in found}
    if (get_language() or settings.LANGUAGE_CODE) == settings.LANGUAGE_CODE:
        return " ".join(said[kind].lower() for kind in ORDER_SPOKEN[:3] if kind in said)
    return ", ".join(worded(said[kind]) for kind in NOUN_FIRST if kind in said)
