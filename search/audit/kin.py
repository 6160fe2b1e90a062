"""What the products say that a photo or a text lies nearest to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from catalog.models import Category, Product, ProductImage, Variant

Said = dict[int, dict[str, Any]]  # by product: kind of fact -> value


def categories_of(products: Iterable[int]) -> dict[int, int | None]:
    found = Product.objects.filter(pk__in=set(products))
    return dict(found.values_list("pk", "category_id"))


def share(wanted: Any, said: Sequence[Any]) -> float:
    """Of those that say something, how many say what is wanted; nan where nobody does."""
    told = [value for value in said if value]
    return sum(value == wanted for value in told) / len(told) if wanted and told else float("nan")


def usual_category(products: Sequence[int], categories: dict[int, int | None]) -> str:
    """The name of the category that most of them stand in, "" where none does."""
    counted = Counter(categories[each] for each in products if categories.get(each))
    if not counted:
        return ""
    return str(Category.objects.get(pk=counted.most_common(1)[0][0]).name)


def colors_of(photos: Iterable[int]) -> dict[int, str]:
    """By photo, the colour that it is said to show; only where the catalogue says one.

    A photo without a colour of its own shows that of its product, if there is only one.
    """
    images = ProductImage.objects.filter(pk__in=set(photos)).values_list(
        "pk", "product_id", "color"
    )
    found = list(images)
    variants = Variant.objects.filter(product__in={product for _pk, product, _color in found})
    said: dict[int, set[str]] = defaultdict(set)
    for product, color in variants.exclude(color="").values_list("product_id", "color"):
        said[product].add(color)
    told = {
        pk: color or (next(iter(said[product])) if len(said[product]) == 1 else "")
        for pk, product, color in found
    }
    return {pk: color for pk, color in told.items() if color}
