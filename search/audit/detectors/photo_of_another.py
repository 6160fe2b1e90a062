"""A photo that shows another thing than its product.

Three things are asked of a photo: is its product's text nearer to it than texts of this shop
usually are, are the products whose photos look like it the same kind of thing by their texts, and
do they stand in the same category? What the answers are worth is learnt on the shop itself: its
photos with their own products against the same photos with products of other categories.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from search.audit.detector import Suspicion
from search.audit.kin import categories_of, share, usual_category
from search.audit.neighbours import Neighbour, nearest, text_cosines
from search.audit.piece import Photo, Piece
from search.audit.plausibility import Floats, Plausibility, learn
from search.audit.shop import Shop
from search.models import Finding
from search.retrieval.embeddings.tables import Table

KIN = 10  # photos that look alike; they vote
Pair = tuple[Photo, int]  # a photo and a product that it may belong to


class PhotoOfAnother:
    kind = str(Finding.Kind.PHOTO)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.judge = self.learnt()

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        if self.judge is None:
            return
        pairs = [
            (photo, photo.product.pk)
            for photo in piece.photos.values()
            if photo.product.pk in piece.texts
        ]
        kin = self.kin(pairs)
        doubts = self.judge.doubt(self.features(piece, pairs, kin))
        for (photo, _own), doubt in zip(pairs, doubts.tolist(), strict=True):
            if doubt >= 0.5:
                yield self.suspicion(photo, doubt, kin.get(photo.image.pk, []))

    def suspicion(self, photo: Photo, doubt: float, kin: Sequence[Neighbour]) -> Suspicion:
        product, alike = photo.product, [each.product for each in kin]
        return Suspicion(
            kind=self.kind,
            product=product,
            photo=photo.image,
            score=doubt,
            proposal={"do": "remove_photo", "value": ""},
            said={"looks": usual_category(alike, categories_of(alike))},
            judged=(photo.image.fingerprint, product.text_fingerprint),
        )

    def learnt(self) -> Plausibility | None:
        """On the first photo of each product of the sample."""
        sample, chance = self.shop.sample, self.shop.chance()
        firsts = {photo.product.pk: photo for photo in reversed(list(sample.photos.values()))}
        own = [(photo, pk) for pk, photo in firsts.items() if pk in sample.texts]
        ids = list(sample.texts)
        if not ids:
            return None
        others = []
        for photo, _pk in own:
            other = ids[chance.integers(len(ids))]
            if sample.products[other].category_id != photo.product.category_id or (
                photo.product.category_id is None and other != photo.product.pk
            ):
                others.append((photo, other))
        kin = self.kin(own)
        return learn(self.features(sample, own, kin), self.features(sample, others, kin))

    def kin(self, pairs: Sequence[Pair]) -> dict[int, list[Neighbour]]:
        """By photo, the nearest photos of other products."""
        photos = {photo.image.pk: photo.product.pk for photo, _pk in pairs}
        found = nearest(Table(self.shop.version, photos=True), photos, KIN + 6)
        return {
            key: [each for each in near if each.product != photos[key]][:KIN]
            for key, near in found.items()
        }

    def features(
        self, piece: Piece, pairs: Sequence[Pair], kin: dict[int, list[Neighbour]]
    ) -> Floats:
        """(n, 3): nearness of the product's text, of the texts of kin, share of its category."""
        asked = [(pk, near.product) for photo, pk in pairs for near in kin.get(photo.image.pk, ())]
        cosines = iter(text_cosines(self.shop.version, asked).tolist())
        categories = categories_of({product for _pk, product in asked})
        rows = []
        for photo, pk in pairs:
            near = [each.product for each in kin.get(photo.image.pk, ())]
            own_text = piece.texts[pk]
            itself = np.array([float(own_text @ photo.vector)])
            alike = np.array([next(cosines) for _each in near])
            rows.append(
                (
                    self.shop.deviations(photo.vector, itself)[0],
                    np.nanmean(self.shop.deviations(own_text, alike)) if near else np.nan,
                    share(piece.products[pk].category_id, [categories.get(each) for each in near]),
                )
            )
        return np.array(rows, float).reshape(len(pairs), 3)
