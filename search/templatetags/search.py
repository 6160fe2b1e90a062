"""The products and words that pages ask search for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django import template
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.template import Context
from django.template.defaultfilters import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.models import Category, Product, ProductImage, Variant
from catalog.structured_data import ancestry as steps
from catalog.templatetags.wording import worded
from search import departments, retrieval
from search.forms.search import SORTINGS
from search.indexing import Coverage, recently_insufficient
from search.query import Hit
from search.retrieval.listings.sorting import offered
from search.retrieval.presentation.card_products import card_products
from search.suggesting.showcase import Showcase
from search.understanding.words.colors import canonical

register = template.Library()

NAMES = {
    "category": _("Category"),
    "brand": _("Brand"),
    "color": _("Colour"),
    "size": _("Size"),
    "material": _("Material"),
    "gender": _("For"),
    "price_min": _("From"),
    "price_max": _("Up to"),
    "in_stock": _("In stock"),
    "on_sale": _("On sale"),
    "attribute": _("With"),
    "not": _("Without"),
    "sort": _("Sort by"),
    "correction": _("Corrected spelling"),
    "all": _("What we understood"),
    "wishes": _("Several products"),
}
RETRIEVERS = {
    "words": _("Its words"),
    "chips": _("What was understood"),
    "text_text": _("The meaning of its text"),
    "text_image": _("Your words and its photos"),
    "image_image": _("Your photo and its photos"),
    "image_text": _("Your photo and its text"),
    "title": _("The shape on your photo and its title"),
}
# Chips of these kinds are names, which say little alone ("Palm"); others are phrases ("size M").
HEADED = {"category", "brand", "color", "material", "gender"}
EXAMPLES = 6
RECENT = 1_000  # products among which the new ones are looked for


@register.simple_tag
def heading(category: Category | None, asked: QueryDict) -> str:
    """Return what a page of results is called."""
    words = {"words": asked.get("q", "").strip()}
    if category:
        return worded(category.name)
    if asked.get("photo"):
        named = _("Like your photo, “%(words)s”") if words["words"] else _("Like your photo")
    elif asked.get("like"):
        named = _("Like this, but “%(words)s”") if words["words"] else _("More like this")
    else:
        named = _("“%(words)s”") if words["words"] else _("All products")
    return str(named) % words


register.simple_tag(offered, name="offered_sorts")


@register.simple_tag
def sorts(asked: QueryDict, known: Sequence[str]) -> list[tuple[str, str]]:
    """Return the ways to sort for which the shop has data, and the one that is chosen."""
    possible = {*known, asked.get("sort", "")}
    return [(value, str(name)) for value, name in SORTINGS if value in possible]


@register.filter
def label(name: str) -> str:
    """Return what a shopper calls a filter."""
    return str(NAMES.get(name, name))


@register.filter
def retriever_label(name: str) -> str:
    """Return what staff call a way of searching; "words 2" is that of the query's second part."""
    known, _space, number = name.partition(" ")
    return f"{RETRIEVERS.get(known, known)} {number}".strip()


@register.filter
def has_heading(kind: str) -> bool:
    return kind in HEADED


@register.filter
def swatch(color: str) -> str:
    """Return the CSS classes of a colour: "Navy blue" -> "swatch swatch-blue swatch-navy".

    What it is called in English is among them, so that "rosso" is red.
    """
    names = [color, canonical(color)]
    words = [slugify(word) for name in names for word in re.split(r"[\s/&,-]+", name)]
    return " ".join(dict.fromkeys(["swatch", *(f"swatch-{word}" for word in words if word)]))


@register.filter
def ancestry(category: Category | None) -> list[Category]:
    """Return the categories from the root to this one."""
    return steps(category)


@register.simple_tag
def still_indexing() -> Coverage | None:
    """Return how far the index is while searches by meaning miss much; None afterwards."""
    return recently_insufficient()


@register.simple_tag
def similar(product: Product, limit: int = 8) -> list[Hit]:
    """Return products like this one; none where search is away, for the page has other things."""
    try:
        return retrieval.similar(product, limit)
    except retrieval.RetrievalUnavailable:
        return []


@register.simple_tag
def newest(limit: int = 8) -> list[Hit]:
    """Return the newest product of each category, newest first: what can be had and be seen.

    Where nothing has a photo yet, what can be had.
    """
    sold = Variant.objects.available().filter(product=OuterRef("pk"))
    seen = ProductImage.objects.filter(product=OuterRef("pk"))
    shown = Product.objects.active().filter(Exists(sold))
    firsts = first_by_category(shown.filter(Exists(seen))) or first_by_category(shown)
    chosen = card_products(list(firsts.values())[:limit])
    return [as_hit(chosen[pk]) for pk in sorted(chosen, reverse=True)]


def first_by_category(products: QuerySet[Product]) -> dict[int | None, int]:
    """The newest product of each category, of the latest few."""
    firsts: dict[int | None, int] = {}
    for pk, category in products.order_by("-pk").values_list("pk", "category_id")[:RECENT]:
        firsts.setdefault(category, pk)
    return firsts


def as_hit(product: Product) -> Hit:
    variants = sorted(product.all_variants, key=lambda variant: not variant.available)
    variant = next(iter(variants), None)
    photos = product.photos
    own = [photo for photo in photos if variant and photo.color in ("", variant.color)]
    return Hit(product, variant, next(iter(own or photos), None), score=1.0)


@register.simple_tag(takes_context=True)
def aisles(context: Context) -> list[tuple[Category, bool]]:
    """Return the top categories that sell something; True for the one of this page."""
    shown = context.get("category") or getattr(context.get("product"), "category", None)
    here = shown.url_path.split("/")[0] if shown else None
    return [(root, root.url_path == here) for root in departments.selling()]


@register.simple_tag(name="departments")
def departments_shown() -> list[tuple[Category, ProductImage]]:
    """Return the top categories that sell something, each with a photo that stands for it."""
    return departments.with_photos()


@register.simple_tag
def example_searches(showcase: Showcase) -> list[str]:
    """Return searches to try in the page's language: the sample shop's, else its categories."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    names = Category.objects.exclude(parent=None).order_by("name").values_list("name", flat=True)
    own = [worded(name).lower() for name in names.distinct()[:EXAMPLES]]
    return list(showcase.queries.get(language, ())) or own


@register.simple_tag
def liked(sku: str) -> Product | None:
    """Return the product that is the question of "more like this"."""
    variant = Variant.objects.filter(sku=sku).first()
    if variant is None:
        return None
    return card_products([variant.product_id], active=False).get(variant.product_id)
