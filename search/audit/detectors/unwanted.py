"""Listings that a screening rule does not allow: its words in the text and its thing on a photo.

Either alone is harmless. How like the thing a photo has to look is measured on the shop: nearer to
the rule's examples (or to the words for the thing) than photos here usually are, and about as near
as the examples are to each other.
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
OTHERS = 0.95  # share of the shop's photos that may not look like it: the thing may be common
STEEP = 8.0  # of the curve between what is usual here and what the examples are


@dataclass(frozen=True)
class Look:
    """Vectors of what a photo may show, and between which nearnesses it begins to."""

    vectors: Vector  # (n, d)
    usual: float  # nearness that OTHERS of the shop's photos do not reach
    alike: float  # that of the examples among themselves

    def probability(self, photo: Vector) -> float:
        nearness = float((self.vectors @ photo).max())
        middle, width = (self.usual + self.alike) / 2, max(self.alike - self.usual, 0.01)
        return float(1 / (1 + np.exp(-STEEP * (nearness - middle) / width)))


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
            usual = float(np.quantile((known @ vectors.T).max(1), OTHERS))
            yield Look(vectors, usual, among_themselves(examples, vectors))
        if rule.shows:
            vectors = np.stack(list(self.shop.encoder.encode_texts([rule.shows])))
            cosines = (known @ vectors.T).max(1)
            yield Look(vectors, float(np.quantile(cosines, OTHERS)), float(cosines.max()))


def among_themselves(examples: Sequence[Photo], vectors: Vector) -> float:
    """How near the photo of one example is to the nearest of another, in the median."""
    owners = np.array([photo.product.pk for photo in examples])
    cosines = np.where(owners[:, None] == owners, -1.0, vectors @ vectors.T).max(1)
    return float(np.median(cosines)) if (cosines > -1).all() else 1.0


def pattern(rule: ScreeningRule) -> re.Pattern[str]:
    """Any of the phrases, as whole words; accents and capitals do not matter."""
    phrases = [r"\s+".join(map(re.escape, fold(each).split())) for each in rule.phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases) or '(?!)'})(?!\w)")


def text_of(product: Product) -> str:
    return fold(f"{product.title}\n{product.description}\n{product.keywords}")
