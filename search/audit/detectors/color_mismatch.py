"""A product that says one colour and looks another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from search.audit.color_model import Claim, ColorModel
from search.audit.color_words import keys_of
from search.audit.detector import Suspicion
from search.audit.kin import colors_of
from search.audit.piece import Photo, Piece
from search.audit.plausibility import doubt_of
from search.audit.shop import Shop
from search.models import Finding


class ColorMismatch:
    """Where none of the photos looks like it: a single one may be of another thing."""

    kind = str(Finding.Kind.COLOR)

    def __init__(self, shop: Shop) -> None:
        self.model = ColorModel(shop)

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        groups: dict[tuple[int, str], list[Photo]] = defaultdict(list)
        for pk, said in colors_of(piece.photos).items():
            if keys_of(said):
                groups[piece.photos[pk].product.pk, said].append(piece.photos[pk])
        claims = [
            Claim(photo, keys_of(said))
            for (_pk, said), photos in groups.items()
            for photo in photos
        ]
        odds = iter(self.model.odds(claims).tolist())
        for (_pk, said), photos in groups.items():
            doubt = float(doubt_of(max(next(odds) for _photo in photos)))
            if doubt >= 0.5:
                yield self.suspicion(said, photos, doubt)

    def suspicion(self, said: str, photos: Sequence[Photo], doubt: float) -> Suspicion:
        seen, _sure = self.model.best(photos)
        color = self.model.spelling(seen)
        return Suspicion(
            kind=self.kind,
            product=photos[0].product,
            photo=photos[0].image,
            score=doubt,
            proposal={"do": "set_color", "from": said, "value": color},
            said={"says": said, "looks": color},
            judged=(said, *sorted(photo.image.fingerprint for photo in photos)),
        )
