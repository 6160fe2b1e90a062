"""Oscar's products, as rows for Vitrine; call `copy` from a task, a command or a signal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

import catalog


def rows() -> Iterator[dict[str, Any]]:
    from oscar.apps.catalogue.models import Product

    for product in Product.objects.browsable().prefetch_related("stockrecords", "images"):
        offer = product.stockrecords.first()
        yield {
            "source_id": product.pk,
            "sku": offer.partner_sku if offer else product.upc,
            "title": product.get_title(),
            "description": product.description,
            "category": [each.full_name for each in product.categories.all()],
            "price": offer.price if offer else None,
            "currency": offer.price_currency if offer else None,
            "stock": offer.net_stock_level if offer else 0,
            "url": f"https://shop.example{product.get_absolute_url()}",
            "images": [image.original.name for image in product.images.all()],
        }


def copy() -> Any:
    return catalog.sync(rows(), source="oscar", missing="hide", images=Path(settings.MEDIA_ROOT))
