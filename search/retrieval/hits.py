"""From product ids to the cards of one page: the variant that matched, its photo, the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from catalog.filters import Filters
from catalog.models import Product, ProductImage, Variant
from search.query import Entity, Hit, Interpretation
from search.ranking import calibration as legs

CLOSE = 0.5  # a leg that is surer than this is a reason


def build(
    ids: Sequence[int],
    scores: Iterable[float],
    trace: dict[int, dict[str, float]],
    filters: Filters,
    understood: Interpretation,
    best_photos: dict[int, int],
    *,
    by_photo: bool = False,
) -> list[Hit]:
    """Hits in the order of `ids`; a product that was taken out meanwhile is left out.

    `by_photo`: whether pictures were compared with the shopper's own and not with a product's.
    """
    alike = _("matches your photo") if by_photo else _("looks like it")
    products = Product.objects.active().for_cards().in_bulk(ids)
    hits = []
    for pk, score in zip(ids, scores, strict=True):
        if product := products.get(pk):
            photos = list(product.images.all())
            seen = next((photo for photo in photos if photo.pk == best_photos.get(pk)), None)
            variant = matching_variant(product, filters, understood.entities, seen)
            hits.append(
                Hit(
                    product=product,
                    variant=variant,
                    image=photo_of(variant, photos, seen),
                    score=round(float(score), 4),
                    reasons=reasons(
                        product, variant, filters, understood, trace.get(pk, {}), alike
                    ),
                    trace=trace.get(pk, {}),
                )
            )
    return hits


def matching_variant(
    product: Product, filters: Filters, entities: Sequence[Entity], seen: ProductImage | None
) -> Variant | None:
    """The variant that meets the filters, then the intents, then is in stock, then comes first."""
    colors = {entity.value.lower() for entity in entities if entity.kind == "color"}
    seen_color = seen.color.lower() if seen else ""

    def fit(variant: Variant) -> tuple[bool, bool, bool, bool, int]:
        return (
            not passes(variant, filters),
            bool(colors) and variant.color.lower() not in colors,
            bool(seen_color) and variant.color.lower() != seen_color,
            not variant.available,
            variant.position,
        )

    return min(product.variants.all(), key=fit, default=None)


def passes(variant: Variant, filters: Filters) -> bool:
    """The same conditions as `Filters.on_variants`, for a variant that is already loaded."""
    price = variant.price

    def chosen(value: str, among: tuple[str, ...]) -> bool:
        return not among or value.lower() in {each.lower() for each in among}

    return (
        chosen(variant.color, filters.color)
        and chosen(variant.size, filters.size)
        and (filters.price_min is None or (price is not None and price >= filters.price_min))
        and (filters.price_max is None or (price is not None and price <= filters.price_max))
        and (not filters.in_stock or variant.available)
        and (
            variant.color.lower()
            not in {v.lower() for k, v in filters.exclusions() if k == "color"}
        )
    )


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
    product: Product,
    variant: Variant | None,
    filters: Filters,
    understood: Interpretation,
    trace: dict[str, float],
    alike: str,
) -> list[str]:
    """Why this product is here, in a few plain words, the most telling first."""
    found = []
    if variant and variant.sku in understood.skus:
        found.append(_("matches the article number"))
    if is_sure(trace, legs.IMAGE_IMAGE) or is_sure(trace, legs.IMAGE_TEXT):
        found.append(alike)
    found += [
        said(entity)
        for entity in understood.entities
        if not entity.hard and is_so(product, variant, entity)
    ]
    if variant and filters.size and variant.size and variant.available:
        found.append(_("in your size"))
    if is_sure(trace, legs.WORDS):
        found.append(_("has your words"))
    elif is_sure(trace, legs.TEXT_TEXT):
        found.append(_("close in meaning"))
    elif is_sure(trace, legs.TEXT_IMAGE):
        found.append(_("looks like it"))
    return list(dict.fromkeys(found))[:4]


def is_sure(trace: dict[str, float], leg: str) -> bool:
    """In any part of the query: the trace calls the legs of a second part "words 2"."""
    return any(p > CLOSE for name, p in trace.items() if name.split()[0] == leg)


def said(entity: Entity) -> str:
    return entity.value.partition(":")[2] if entity.kind == "attribute" else entity.label


def is_so(product: Product, variant: Variant | None, entity: Entity) -> bool:
    wanted = entity.value.lower()
    if entity.kind == "color":
        return variant is not None and variant.color.lower() == wanted
    if entity.kind == "brand":
        return product.brand is not None and product.brand.name.lower() == wanted
    if entity.kind == "category":
        path = product.category.url_path if product.category else ""
        return path == wanted or path.startswith(f"{wanted}/")
    if entity.kind == "attribute":
        name, _colon, value = entity.value.partition(":")
        return product.attributes.get(name) == value
    return entity.kind in ("material", "gender") and getattr(product, entity.kind).lower() == wanted
