"""A product that says one colour, in its column or its title, and looks another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from catalog.folding import fold
from catalog.models import Product
from search.audit.color_model import Claim, ColorModel
from search.audit.color_words import keys_of
from search.audit.detector import Suspicion
from search.audit.facts import WORD, color_words, colors
from search.audit.kin import colors_of
from search.audit.piece import Photo, Piece
from search.audit.plausibility import doubt_of
from search.audit.shop import Shop
from search.models import Finding

COLUMN, TITLE = "column", "title"
Said = dict[tuple[int, str, str], list[Photo]]  # product, where it stands, the colour


class ColorMismatch:
    """Where none of the photos looks like it: a single one may be of another thing."""

    kind = str(Finding.Kind.COLOR)

    def __init__(self, shop: Shop) -> None:
        self.model = ColorModel(shop)

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        said = self.said(piece)
        claims = [
            Claim(photo, keys_of(word))
            for (_product, _where, word), photos in said.items()
            for photo in photos
        ]
        odds = iter(self.model.odds(claims).tolist())
        for (_product, where, word), photos in said.items():
            doubt = float(doubt_of(max(next(odds) for _photo in photos)))
            seen, _sure = self.model.best(photos) if doubt >= 0.5 else ("", 0.0)
            if seen and seen not in keys_of(word):
                yield self.suspicion(where, word, self.model.spelling(seen), photos, doubt)

    def said(self, piece: Piece) -> Said:
        """Every colour that a product says, with the photos that should show it.

        That of a title where it is the only one there and the column has not the same.
        """
        said: Said = defaultdict(list)
        for pk, color in colors_of(piece.photos).items():
            if keys_of(color):
                said[piece.photos[pk].product.pk, COLUMN, color].append(piece.photos[pk])
        for photo in piece.photos.values():
            word = color_of_title(photo.product)
            if word and len(colors(photo.product)) < 2:
                said[photo.product.pk, TITLE, word].append(photo)
        return said

    def suspicion(
        self, where: str, said: str, color: str, photos: Sequence[Photo], doubt: float
    ) -> Suspicion:
        product = photos[0].product
        proposal = {"do": "set_color", "from": said, "value": color}
        if where == TITLE:
            proposal = {"do": "set_title", "value": replaced(product.title, said, color)}
        return Suspicion(
            kind=self.kind,
            product=product,
            photo=photos[0].image,
            score=doubt,
            proposal=proposal,
            said={"says": said, "looks": color},
            judged=(where, said, *sorted(photo.image.fingerprint for photo in photos)),
        )


def color_of_title(product: Product) -> str:
    """The only colour in it, "" where there is none, several, or that of the column."""
    words = [word for word in WORD.findall(product.title) if fold(word) in color_words()]
    found = [word for word in words if keys_of(word)]
    told = {key for color in colors(product) for key in keys_of(color)}
    return found[0] if len(words) == len(found) == 1 and keys_of(found[0]).isdisjoint(told) else ""


def replaced(title: str, word: str, color: str) -> str:
    new = color.capitalize() if word[0].isupper() else color.lower()
    return re.sub(rf"\b{re.escape(word)}\b", lambda _found: new, title, count=1)
