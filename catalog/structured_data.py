"""schema.org descriptions of a product page, for search engines (JSON-LD)."""

from collections.abc import Callable
from typing import Any

from catalog.models import Category, Product, Variant
from catalog.renditions import WIDTHS
from catalog.templatetags.catalog import picture

SCHEMA = "https://schema.org"
LARGEST = max(WIDTHS)


def offer(product: Product, absolute: Callable[[str], str]) -> dict[str, Any]:
    """Return a Product with one Offer for each variant that has a price."""
    described: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Product",
        "name": product.title,
        "url": product.url or absolute(product.get_absolute_url()),
        "productID": product.group,
        "image": [absolute(picture(photo, LARGEST)) for photo in product.photos],
        "offers": [_offer(product, v) for v in product.all_variants if v.price is not None],
    }
    if product.description:
        described["description"] = product.description
    if product.brand:
        described["brand"] = {"@type": "Brand", "name": product.brand.name}
    if product.material:
        described["material"] = product.material
    if product.rating is not None and product.rating_count:
        described["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": str(product.rating),
            "reviewCount": product.rating_count,
        }
    return described


AVAILABILITY = {
    Variant.Availability.PREORDER: "PreOrder",
    Variant.Availability.BACKORDER: "BackOrder",
    Variant.Availability.DISCONTINUED: "Discontinued",
}


def _offer(product: Product, variant: Variant) -> dict[str, Any]:
    there = "InStock" if variant.available else "OutOfStock"
    found = {
        "@type": "Offer",
        "sku": variant.sku,
        "price": str(variant.price),
        "priceCurrency": product.currency,
        "availability": f"{SCHEMA}/{AVAILABILITY.get(variant.availability, there)}",
    }
    own = {"gtin": variant.gtin, "mpn": variant.mpn, "url": variant.url or product.url}
    return {**found, **{name: value for name, value in own.items() if value}}


def breadcrumbs(product: Product, absolute: Callable[[str], str]) -> dict[str, Any]:
    """Return the way from the first category down to the product."""
    steps = [(c.name, c.get_absolute_url()) for c in ancestry(product.category)]
    steps.append((product.title, product.get_absolute_url()))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(url)}
        for number, (name, url) in enumerate(steps, start=1)
    ]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}


def ancestry(category: Category | None) -> list[Category]:
    """Return the categories from the root to this one."""
    above: list[Category] = []
    while category:
        above.insert(0, category)
        category = category.parent
    return above
