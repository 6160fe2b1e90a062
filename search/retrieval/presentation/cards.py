"""From a shelf of the snapshot to its cards: the variant that fits, its photo, the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from numpy.typing import NDArray

from catalog.lookups import array_of
from catalog.models import Product, ProductImage, Variant
from catalog.models.product import LIST_SEPARATOR
from catalog.models.values import several
from catalog.templatetags.wording import worded
from search import sql
from search.query import Entity, Hit
from search.ranking import calibration as retrievers
from search.retrieval.conditions.condition import Condition, Evidence
from search.retrieval.conditions.demands import values_of
from search.retrieval.conditions.one_variant import together
from search.retrieval.listings.sorting import OF_OFFERS, of_offer
from search.retrieval.presentation.card_products import card_products
from search.retrieval.presentation.missing import Fit, missing
from search.retrieval.retrievers.vectors import VectorRetriever
from search.retrieval.shelves.snapshot import Shelf, Snapshot
from search.retrieval.state import Search

REASON_FROM = 0.5  # a retriever that is surer than this is a reason
REASONS = 4
NAMED_BY = {
    "sku": gettext_lazy("matches the article number"),
    "barcode": gettext_lazy("matches the barcode"),
    "model": gettext_lazy("matches the model number"),
    "title": gettext_lazy("has that very name"),
}


def cards(search: Search, snapshot: Snapshot, shelf: Shelf) -> list[Hit]:
    """Hits in the order of the shelf; a product that was taken out meanwhile is left out."""
    return cards_of(search, snapshot, [shelf])[0]


def cards_of(search: Search, snapshot: Snapshot, shelves: Sequence[Shelf]) -> list[list[Hit]]:
    """The cards of several shelves, with the statements of one."""
    ids = [pk for shelf in shelves for pk in shelf.ids.tolist()]
    products = card_products(ids, together(search.conditions, search.filters))
    fit = fit_of(search, products)
    return [
        [
            card(search, products[pk], fit, score, evidence, said(snapshot, trace))
            for pk, score, evidence, trace in rows_of(shelf)
            if pk in products
        ]
        for shelf in shelves
    ]


def rows_of(shelf: Shelf) -> Iterator[tuple[int, float, NDArray[np.int8], NDArray[np.float16]]]:
    return zip(shelf.ids.tolist(), shelf.scores.tolist(), shelf.evidence, shelf.trace, strict=True)


def card(
    search: Search,
    product: Product,
    fit: Fit,
    score: float,
    evidence: NDArray[np.int8],
    trace: dict[str, float],
) -> Hit:
    photos = product.photos
    pinned = {pk for _place, pk in search.pins}
    seen = next((photo for photo in photos if photo.pk == fit.photos.get(product.pk)), None)
    variant = chosen_variant(product, fit, seen)
    named = variant is not None and variant.sku in search.understood.wholly_named
    return Hit(
        product=product,
        variant=variant,
        image=photo_of(variant, photos, seen),
        score=round(score, 4),
        reasons=reasons(
            search, product, variant, fit, evidence, trace, pinned=product.pk in pinned
        ),
        trace=trace,
        missing=[] if named else missing(search.conditions, product, variant, fit, evidence),
    )


def said(snapshot: Snapshot, trace: NDArray[np.float16]) -> dict[str, float]:
    """What each retriever said of a product, without those that know nothing of it."""
    known = zip(snapshot.retrievers, trace.astype(float).tolist(), strict=True)
    return {name: round(p, 4) for name, p in known if not np.isnan(p)}


def fit_of(search: Search, products: Mapping[int, Product]) -> Fit:
    ids = list(products)
    colors = {
        value.lower()
        for each in search.conditions
        for entity in each.entities
        if entity.kind == "color"
        for value in values_of(entity)
    }
    return Fit(
        frozenset(each.pk for one in products.values() for each in fitting(one)),
        best_photos(search, ids),
        search.understood.skus,
        frozenset(colors),
        search.query.sort,
    )


def fitting(product: Product) -> list[Variant]:
    """Its variants that meet all filters and conditions at once, as `card_products` has found."""
    return [each for each in product.all_variants if getattr(each, "fits", False)]


def best_photos(search: Search, ids: Sequence[int]) -> dict[int, int]:
    """Product -> its photo nearest to the shopper's; empty for words, where the first is best."""
    if not any(part.photo_id for part in search.query.parts):
        return {}
    looking = [
        retriever
        for each in search.parts
        for retriever in each.retrievers
        if each.part.photo_id and each.part.weight > 0 and isinstance(retriever, VectorRetriever)
    ]
    seen = next((one for one in looking if one.name == retrievers.IMAGE_IMAGE), None)
    if seen is None or not ids:
        return {}
    table = seen.table
    text = f"""
        SELECT DISTINCT ON ({table.product}) {table.product}, {table.key} FROM {table.source}
         WHERE {table.where} AND {table.product} = ANY(%s::bigint[])
         ORDER BY {table.product}, {table.column} <=> %s::halfvec"""
    return dict(sql.rows(text, [array_of(ids), seen.probe]))


def chosen_variant(product: Product, fit: Fit, seen: ProductImage | None) -> Variant | None:
    """The variant that is named, else one that fits, in the colour seen, in stock, first."""
    shown = seen.color.lower() if seen else ""
    by_offer = fit.sort in OF_OFFERS

    def order(variant: Variant) -> tuple[bool | float, ...]:
        return (
            variant.sku not in fit.skus,
            variant.pk not in fit.fitting,
            bool(fit.colors) and variant.color.lower() not in fit.colors,
            not by_offer and bool(shown) and variant.color.lower() != shown,
            not variant.available,
            of_offer(variant, fit.sort),
            variant.position,
        )

    return min(product.all_variants, key=order, default=None)


def photo_of(
    variant: Variant | None, photos: Sequence[ProductImage], seen: ProductImage | None
) -> ProductImage | None:
    """The photo of the variant's colour; the one that matched, if it shows that colour."""
    color = variant.color.lower() if variant else ""
    showing = [photo for photo in photos if photo.color.lower() in ("", color)]
    if seen in showing:
        return seen
    exact = [photo for photo in showing if photo.color]
    return next(iter(exact or showing or photos), None)


def reasons(
    search: Search,
    product: Product,
    variant: Variant | None,
    fit: Fit,
    evidence: NDArray[np.int8],
    trace: dict[str, float],
    *,
    pinned: bool,
) -> list[str]:
    """Why this product is here, in a few plain words, the most telling first."""
    found = []
    if pinned:
        found.append(_("picked by the shop"))
    named = {each.sku: each.by for each in reversed(search.understood.identifiers)}
    if variant and variant.sku in named:
        found.append(str(NAMED_BY[named[variant.sku]]))
    if is_sure(trace, retrievers.IMAGE_IMAGE) or is_sure(trace, retrievers.IMAGE_TEXT):
        found.append(alike(search))
    known = zip(search.conditions, evidence.tolist(), strict=True)
    told = ((each, how) for each, how in known if how not in (Evidence.NONE, Evidence.UNDENIED))
    found += [because(each, product, how) for each, how in told if not each.demand]
    sized = any("size" in each.kinds for each in search.conditions) or search.filters.size
    if variant and sized and variant.pk in fit.fitting and variant.available:
        found.append(_("in your size"))
    if is_sure(trace, retrievers.WORDS):
        found.append(_("has your words"))
    elif is_sure(trace, retrievers.TEXT_TEXT):
        found.append(_("close in meaning"))
    elif is_sure(trace, retrievers.TEXT_IMAGE):
        found.append(_("looks like it"))
    return list(dict.fromkeys(found))[:REASONS]


def alike(search: Search) -> str:
    by_photo = any(part.photo_id for part in search.query.parts)
    return _("matches your photo") if by_photo else _("looks like it")


def because(condition: Condition, product: Product, how: int) -> str:
    """What a product meets; a colour that only its photos show is said to be seen.

    Of alternatives ("umbrellas or rain boots") the one that it is, as far as its columns tell.
    """
    own = [each for each in condition.entities if has(product, each)]
    met = (said_shortly(each.label) for each in own or condition.entities)
    label = " / ".join(dict.fromkeys(str(worded(each)) for each in met))
    return _("looks %(what)s") % {"what": label.lower()} if how == Evidence.SEEN else label


def said_shortly(label: str) -> str:
    """ "Pattern: striped" as "striped"; a bare number keeps its name: "Sleeps: 2"."""
    value = label.partition(": ")[2]
    return value if any(sign.isalpha() for sign in value) else label


def has(product: Product, entity: Entity) -> bool:
    """Whether one of the columns that a card loads says it."""
    wanted = {value.casefold() for value in values_of(entity)}
    if entity.kind == "category":
        path = product.category.url_path if product.category else ""
        return any(f"{path}/".casefold().startswith(f"{value}/") for value in wanted)
    return not wanted.isdisjoint(value.casefold() for value in said_of(product, entity.kind))


def said_of(product: Product, kind: str) -> Iterator[str]:
    """What the columns of a kind say, as the values of entities are spelt."""
    if kind == "color":
        yield from (variant.color for variant in product.all_variants)
    elif kind == "brand":
        yield product.brand.name if product.brand else ""
    elif kind in ("material", "gender"):
        yield from (each.strip() for each in getattr(product, kind).split(LIST_SEPARATOR.strip()))
    elif kind == "attribute":
        for name, values in product.attributes.items():
            yield from (f"{name}:{value}" for value in several(values))


def is_sure(trace: dict[str, float], name: str) -> bool:
    """In any part of the query: the trace calls the retrievers of a second part "words 2"."""
    return any(p > REASON_FROM for key, p in trace.items() if key.split()[0] == name)
