"""A thing that is listed twice: a photo and a text as near as those of one thing told anew.

How near that is differs from shop to shop and from encoder to encoder, so it is learnt on the shop:
products of the sample told once more (the title alone; the photo smaller and cut a little) beside
their own listing, against the product that looks most like each. What contradicts each other
(`audit.facts`) is two things however near. A product has a bounded number of near ones, so nothing
is compared with everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from catalog.models import Product, ProductImage
from catalog.pictures import PictureError, open_picture
from search.audit.detector import Suspicion
from search.audit.facts import contradict
from search.audit.neighbours import nearest, text_cosines
from search.audit.piece import Piece
from search.audit.plausibility import Floats, Plausibility, learn
from search.audit.shop import Shop
from search.models import Finding
from search.retrieval.embeddings.tables import Table
from search.retrieval.presentation.card_products import card_products

NEIGHBOURS = 8  # photos of each photo that are looked at
EVEN = 0.5  # what does not contradict and looks most alike is as likely one thing as two
TOLD_ANEW = 120  # products that are encoded once more
CUT, SMALLER = 0.04, 0.7  # what a copied picture has lost

Pair = tuple[int, int]  # the later listing, the earlier one


class Duplicates:
    kind = str(Finding.Kind.DUPLICATE)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.judge = self.learnt()

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        """The later of two listings, with the earlier one that it repeats most surely."""
        if self.judge is None:
            return
        photos, others = self.earlier(piece)
        possible = list(photos)
        cosines = text_cosines(self.shop.version, possible)
        doubts = self.judge.doubt(features(photos, possible, cosines))
        best: dict[int, tuple[float, int]] = {}
        for (pk, other), doubt in zip(possible, doubts.tolist(), strict=True):
            best[pk] = max(best.get(pk, (0.0, 0)), (1 - doubt, other))
        for pk, (score, other) in best.items():
            if score >= 0.5:
                yield self.suspicion(piece.products[pk], others[other], score)

    def earlier(self, piece: Piece) -> tuple[dict[Pair, float], dict[int, Product]]:
        """What each product may repeat, with the nearness of their photos."""
        photos = {pair: near for pair, near in self.near_photos(piece).items() if pair[1] < pair[0]}
        others = card_products({other for _pk, other in photos}, active=False)
        possible = {
            (pk, other): near
            for (pk, other), near in photos.items()
            if other in others and not contradict(piece.products[pk], others[other])
        }
        return possible, others

    def suspicion(self, product: Product, other: Product, score: float) -> Suspicion:
        return Suspicion(
            kind=self.kind,
            product=product,
            other=other,
            score=score,
            proposal={"do": "hide", "value": product.pk},
            judged=(product.text_fingerprint, other.pk, other.text_fingerprint),
        )

    def near_photos(self, piece: Piece) -> dict[Pair, float]:
        """By pair of products, how near their most alike photos are."""
        found: dict[Pair, float] = {}
        for pk, nearby in nearest(
            Table(self.shop.version, photos=True), piece.photos, NEIGHBOURS
        ).items():
            own = piece.photos[pk].product.pk
            for near in nearby:
                if near.product != own:
                    pair = own, near.product
                    found[pair] = max(found.get(pair, -1.0), near.cosine)
        return found

    def learnt(self) -> Plausibility | None:
        return learn(self.told_anew(), self.different(), prior=EVEN)

    def told_anew(self) -> Floats:
        """(n, 2) nearness of photo and text of products to themselves, told once more."""
        sample, found = self.shop.sample, []
        firsts = {photo.product.pk: photo for photo in reversed(list(sample.photos.values()))}
        chosen = [pk for pk in firsts if pk in sample.texts]
        self.shop.chance().shuffle(chosen)
        for pk in chosen[:TOLD_ANEW]:
            picture = copied(firsts[pk].image, self.shop.encoder.image_size)
            if picture is not None:
                found.append((pk, picture))
        if not found:
            return np.zeros((0, 2))
        titles = [sample.products[pk].title for pk, _picture in found]
        texts = self.shop.encoder.encode_texts(titles)
        photos = self.shop.encoder.encode_images([picture for _pk, picture in found])
        return np.array(
            [
                [firsts[pk].vector @ photo, sample.texts[pk] @ text]
                for (pk, _picture), photo, text in zip(found, photos, texts, strict=True)
            ],
            float,
        )

    def different(self) -> Floats:
        """(m, 2) the same of products and the one that looks most like each; most are two."""
        photos, nearest_one = self.near_photos(self.shop.sample), {}
        for pair in sorted(photos, key=lambda pair: photos[pair]):
            nearest_one[pair[0]] = pair
        pairs = list(nearest_one.values())
        return features(photos, pairs, text_cosines(self.shop.version, pairs))


def features(photos: dict[Pair, float], pairs: Sequence[Pair], texts: Floats) -> Floats:
    """(n, 2): nearness of the photos and of the texts of each pair."""
    return np.column_stack([np.array([photos[pair] for pair in pairs], float), texts])


def copied(image: ProductImage, side: int) -> Image.Image | None:
    """The picture as somebody saves it who lists it once more; None where it cannot be read."""
    try:
        with image.image.open("rb") as file:
            picture = open_picture(file, near=side)
    except (PictureError, OSError, ValueError):
        return None
    width, height = picture.size
    cut = picture.crop((int(width * CUT), int(height * CUT), width, height))
    return cut.resize((max(int(width * SMALLER), 1), max(int(height * SMALLER), 1)))
