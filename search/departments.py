"""The top categories that sell something: above every page and, with photos, below some.

They are the same for every visitor.
"""

from __future__ import annotations

from django.db.models import F, Func, TextField, Value

from catalog.models import Category, Product, ProductImage
from catalog.recent import FRESH_SECONDS, recent
from search.understanding import vocabulary

LATEST = 1_000  # products among which photos are looked for first
SOME = 100  # products of a category that sells nothing new, of which one may have a photo


@recent(FRESH_SECONDS)
def selling() -> list[Category]:
    """What sells something, as counted behind the page."""
    sold = vocabulary().stats.products
    paths = [path for path, products in sold.items() if products and "/" not in path]
    return list(Category.objects.filter(url_path__in=paths))


@recent(FRESH_SECONDS)
def with_photos() -> list[tuple[Category, ProductImage]]:
    """Each with a photo that stands for it; without those of which nothing has one."""
    newest = photos_of_latest()
    photos = [(root, newest.get(root.url_path) or any_photo(root)) for root in selling()]
    return [(root, photo) for root, photo in photos if photo]


def photos_of_latest() -> dict[str, ProductImage]:
    """Of the latest products, by top category a photo of the newest."""
    latest = Product.objects.active().order_by("-pk").values("pk")[:LATEST]
    path = F("product__category__url_path")
    root = Func(path, Value("/"), 1, function="split_part", output_field=TextField())
    photos = ProductImage.objects.filter(product__in=latest).annotate(root=root)
    newest = photos.order_by("root", "-product_id", "position").distinct("root")
    return {photo.root: photo for photo in newest if photo.root}


def any_photo(category: Category) -> ProductImage | None:
    """A photo of some product in the category, below it, or also in it.

    By the token itself, of which Postgres knows how rare it is.
    """
    inside = Product.objects.active().filter(facts__overlap=[f"category={category.pk}"])
    some = list(inside.order_by().values_list("pk", flat=True)[:SOME])
    return ProductImage.objects.filter(product__in=some).first()
