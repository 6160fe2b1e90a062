"""Listings that a screening rule does not allow: its words in the text and its thing on a photo.

Either alone is harmless. How like the thing a photo has to look is measured on the shop: much
nearer to the rule's examples than its photos usually are, and nearly as near as most examples are
to another. Where words say what is unwanted, the photos nearest to them stand for examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from catalog.folding import fold
from catalog.models import Product
from search.audit.detector import Suspicion
from search.audit.piece import Photo, Piece, Vector, read
from search.audit.shop import Shop
from search.models import Finding, ScreeningRule

EXAMPLES = 50  # products of a rule that are looked at
FARTHEST = 0.1  # share of the examples that may be less like the others than a photo has to be
NEAREST = 0.98  # of the shop's photos, the rest is taken for examples of a word
ODDS_EVEN = 0.75  # of the way from what is usual here to the examples
STEEP = 4.0  # of the curve there, over the whole way


@dataclass(frozen=True)
class Look:
    """Vectors of what a photo may show, and between which nearnesses it begins to."""

    vectors: Vector  # (n, d)
    usual: float  # nearness of the shop's photos, in the median
    alike: float  # that of the examples among themselves

    def probability(self, photo: Vector) -> float:
        nearness = float((self.vectors @ photo).max())
        way = max(self.alike - self.usual, 0.01)
        odds = STEEP * ((nearness - self.usual) / way - ODDS_EVEN)
        return float(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True)
class Screen:
    rule: ScreeningRule
    words: re.Pattern[str]
    looks: Sequence[Look]

    def finds(self, photo: Photo) -> float:
        return max((look.probability(photo.vector) for look in self.looks), default=0.0)


class Unwanted:
    kind = str(Finding.Kind.UNWANTED)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        rules = ScreeningRule.objects.filter(active=True).prefetch_related("examples")
        self.screens = [Screen(rule, pattern(rule), list(self.looks(rule))) for rule in rules]

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        for screen in self.screens:
            for product in piece.products.values():
                if found := screen.words.search(text_of(product)):
                    yield from self.screened(piece, product, screen, found[0])

    def screened(
        self, piece: Piece, product: Product, screen: Screen, words: str
    ) -> Iterator[Suspicion]:
        photos = [photo for photo in piece.photos.values() if photo.product.pk == product.pk]
        score, photo = max(
            ((screen.finds(photo), photo) for photo in photos),
            key=lambda each: each[0],
            default=(0.0, None),
        )
        if photo is None or score < 0.5:
            return
        rule = screen.rule
        yield Suspicion(
            kind=self.kind,
            product=product,
            photo=photo.image,
            score=score,
            proposal={"do": "hide", "value": product.pk},
            said={"rule": rule.name, "words": words},
            judged=(rule.pk, rule.words, photo.image.fingerprint, product.text_fingerprint),
        )

    def looks(self, rule: ScreeningRule) -> Iterator[Look]:
        photos = list(self.shop.sample.photos.values())
        if not photos:
            return
        known = np.stack([photo.vector for photo in photos])
        ids = [product.pk for product in rule.examples.all()[:EXAMPLES]]
        examples = list(read(self.shop.version, ids).photos.values())
        if examples:
            vectors = np.stack([photo.vector for photo in examples])
            usual = float(np.median((known @ vectors.T).max(1)))
            yield Look(vectors, usual, among_themselves(examples, vectors))
        if rule.shows:
            vectors = np.stack(list(self.shop.encoder.encode_texts([rule.shows])))
            cosines = (known @ vectors.T).max(1)
            usual, alike = np.quantile(cosines, (0.5, NEAREST)).tolist()
            yield Look(vectors, usual, alike)


def among_themselves(examples: Sequence[Photo], vectors: Vector) -> float:
    """How near nearly all examples come to another one; 1 where there is no other."""
    owners = np.array([photo.product.pk for photo in examples])
    cosines = np.where(owners[:, None] == owners, -1.0, vectors @ vectors.T).max(1)
    return float(np.quantile(cosines, FARTHEST)) if (cosines > -1).all() else 1.0


def pattern(rule: ScreeningRule) -> re.Pattern[str]:
    """Any of the phrases, as whole words; accents and capitals do not matter."""
    phrases = [r"\s+".join(map(re.escape, fold(each).split())) for each in rule.phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?!\w)")


def text_of(product: Product) -> str:
    return fold(f"{product.title}\n{product.description}\n{product.keywords}")
