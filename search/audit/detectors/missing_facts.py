"""A category, colour, material or attribute that is missing although its kin have one.

The nearest products by text and by photo vote (k nearest neighbours, Cover and Hart, 1967); a
colour is read off the photos (`audit.color_model`). A fact is only missing where most kin have it:
nobody asks for the sleeves of a mug.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from catalog import attributes
from catalog.models import Product
from catalog.models.attribute import Attribute
from catalog.models.product import LIST_SEPARATOR
from search.audit.color_model import ColorModel
from search.audit.detector import Suspicion
from search.audit.facts import colors
from search.audit.neighbours import nearest
from search.audit.piece import Piece
from search.audit.shop import Shop
from search.models import Finding
from search.retrieval.embeddings.tables import Table
from search.retrieval.presentation.card_products import card_products

KIN = 12  # by text, and as many by photo
USUAL_SHARE = 0.6  # share of the kin that has to have a fact for it to be missing elsewhere
SHARP = 8  # power of a cosine: the nearest count more
NOT_VOTED = frozenset({"brand", "color", "size", "tag"})  # nobody guesses brands

Kin = list[tuple[float, Product]]  # weight, product


class Vote(NamedTuple):
    value: str
    share: float  # of the kin that says anything
    told: float  # share of the kin that says anything


class MissingFacts:
    kind = str(Finding.Kind.MISSING)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.colors = ColorModel(shop)
        self.voted = [each.code for each in attributes.table() if is_voted(each)]

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        lacking = [product for product in piece.products.values() if self.lacks(product)]
        kin = self.kin(piece, lacking)
        for product in lacking:
            if near := kin.get(product.pk):
                yield from self.missing(piece, product, near)

    def lacks(self, product: Product) -> bool:
        told = all(product.said(field) for field in self.voted)
        return not (told and product.category_id and colors(product))

    def missing(self, piece: Piece, product: Product, kin: Kin) -> Iterator[Suspicion]:
        if product.category is None:
            yield from self.proposed(product, "category", vote(kin, category_of))
            return  # its kin is not known before
        kin = [(weight, each) for weight, each in kin if each.category_id == product.category_id]
        for field in self.voted:
            if not product.said(field):
                yield from self.proposed(product, field, vote(kin, told_under(field)))
        if not colors(product) and vote(kin, first_color).told >= USUAL_SHARE:
            photos = [each for each in piece.photos.values() if each.product.pk == product.pk]
            key, sure = self.colors.best(photos)
            yield from self.proposed(product, "color", Vote(self.colors.spelling(key), sure, 1.0))

    def proposed(self, product: Product, field: str, found: Vote) -> Iterator[Suspicion]:
        if found.value and found.share >= 0.5 and found.told >= USUAL_SHARE:
            yield Suspicion(
                kind=self.kind,
                product=product,
                photo=next(iter(product.photos), None),
                score=found.share,
                proposal={"do": "set_fact", "field": field, "value": found.value},
                said={"field": field},
                judged=(field, product.text_fingerprint),
            )

    def kin(self, piece: Piece, products: Sequence[Product]) -> dict[int, Kin]:
        """The nearest by text and by first photo; who is both counts twice."""
        wanted = {product.pk for product in products}
        firsts = {
            photo.image.pk: photo.product.pk
            for photo in piece.photos.values()
            if photo.product.pk in wanted and photo.image.position == 0
        }
        texts = nearest(Table(self.shop.version, photos=False), wanted, KIN)
        photos = nearest(Table(self.shop.version, photos=True), firsts, KIN)
        near = [*texts.items(), *((firsts[pk], nearby) for pk, nearby in photos.items())]
        others = card_products({each.product for _pk, n in near for each in n}, active=False)
        kin: dict[int, Kin] = defaultdict(list)
        for pk, nearby in near:
            for each in nearby:
                if each.product != pk and each.product in others:
                    kin[pk].append((max(each.cosine, 0.0) ** SHARP, others[each.product]))
        return kin


def vote(kin: Kin, said: Callable[[Product], str]) -> Vote:
    counted: dict[str, float] = defaultdict(float)
    total = sum(weight for weight, _product in kin)
    for weight, product in kin:
        if value := said(product):
            counted[value] += weight
    if not counted:
        return Vote("", 0.0, 0.0)
    told = sum(counted.values())
    best = max(counted, key=lambda value: counted[value])
    return Vote(best, counted[best] / told, told / total)


def category_of(product: Product) -> str:
    return product.category.path if product.category else ""


def first_color(product: Product) -> str:
    return next(iter(colors(product)), "")


def told_under(code: str) -> Callable[[Product], str]:
    return lambda product: LIST_SEPARATOR.join(str(value) for value in product.said(code))


def is_voted(attribute: Attribute) -> bool:
    """Facets of the product itself that are chosen from a list: no measures, no brands."""
    chosen = attribute.kind in (attributes.Kind.CHOICE, attributes.Kind.CHOICES)
    return (
        attribute.facet and chosen and not attribute.on_variant and attribute.code not in NOT_VOTED
    )
