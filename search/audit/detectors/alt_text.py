"""Alt texts that are missing or useless, with one made from the photo.

Image to text without a language model: the products whose photos look alike vote, together with
the product itself, what the photo shows; colour, material and kind make the phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.models import Product
from search.audit.alt_words import useless
from search.audit.detector import Suspicion
from search.audit.kin import colors_of
from search.audit.neighbours import Neighbour, nearest
from search.audit.piece import Photo, Piece
from search.audit.shop import Shop
from search.models import Finding
from search.retrieval.embeddings.tables import Table
from search.retrieval.presentation.card_products import card_products
from search.retrieval.presentation.describe import guesses, phrase, stats

KIN = 8
CERTAINTY = {"missing": 1.0, "file": 0.95, "generic": 0.9, "title": 0.7}


class AltText:
    kind = str(Finding.Kind.ALT)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        reasons = {
            pk: reason
            for pk, photo in piece.photos.items()
            if (reason := useless(photo.image.alt, photo.product.title, sku_of(photo.product)))
        }
        kin = nearest(Table(self.shop.version, photos=True), reasons, KIN)
        alike = [near for nearby in kin.values() for near in nearby]
        products = card_products({near.product for near in alike}, active=False)
        colors = colors_of([*reasons, *(near.key for near in alike)])
        for pk, reason in reasons.items():
            photo = piece.photos[pk]
            said = self.described(photo, kin.get(pk, []), {**products, **piece.products}, colors)
            yield self.suspicion(photo, reason, said)

    def described(
        self,
        photo: Photo,
        kin: Sequence[Neighbour],
        products: dict[int, Product],
        colors: dict[int, str],
    ) -> str:
        """The product speaks of its own photo as much as half of its kin do."""
        own = (KIN / 2, dict(stats(photo.product, colors.get(photo.image.pk, ""))))
        votes = [
            (near.cosine, dict(stats(products[near.product], colors.get(near.key, ""))))
            for near in kin
            if near.product in products and near.product != photo.product.pk
        ]
        said = phrase(guesses([own, *votes]))
        return said[:1].upper() + said[1:] or photo.product.title

    def suspicion(self, photo: Photo, reason: str, said: str) -> Suspicion:
        return Suspicion(
            kind=self.kind,
            product=photo.product,
            photo=photo.image,
            score=CERTAINTY[reason],
            proposal={"do": "set_alt", "value": said},
            said={"reason": reason, "alt": photo.image.alt},
            judged=(photo.image.pk, photo.image.fingerprint, photo.image.alt),
        )


def sku_of(product: Product) -> str:
    return next((variant.sku for variant in product.all_variants), "")
