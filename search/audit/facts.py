"""What two listings say of themselves: whether both may be true of one thing."""

from __future__ import annotations

import math
import re
from functools import cache

from catalog.folding import fold
from catalog.models import Product
from catalog.models.values import several
from search.audit.color_words import keys_of
from search.understanding.words.colors import names

DEARER = math.log(1.35)  # how far apart the prices of one thing are at most
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
WORD = re.compile(r"\w+")


def contradict(one: Product, other: Product) -> bool:
    """Whether a fact is told of both, and told differently: then they are two things.

    A colour, a brand, a material, any attribute, the numbers in their titles, or the price.
    """
    mine, its = facts(one), facts(other)
    if any(mine[name].isdisjoint(its[name]) for name in mine.keys() & its.keys()):
        return True
    price, its_price = lowest_price(one), lowest_price(other)
    return bool(price and its_price and abs(math.log(price / its_price)) > DEARER)


def facts(product: Product) -> dict[str, set[str]]:
    """By name, the values that are told; a fact that is not told is not there."""
    told = {name: folded(product.said(name)) for name in ("brand", "material", "gender")}
    told |= {f"={name}": folded(several(value)) for name, value in product.attributes.items()}
    told["color"] = {key for color in colors(product) for key in keys_of(color)}
    told["number"] = set(NUMBER.findall(product.title))
    return {name: values for name, values in told.items() if values}


def folded(values: object) -> set[str]:
    return {fold(str(each)).strip() for each in values} - {""}  # type: ignore[attr-defined]


def colors(product: Product) -> list[str]:
    return list(dict.fromkeys(each.color for each in product.all_variants if each.color))


def lowest_price(product: Product) -> float | None:
    """None where no price is known but 0."""
    known = [float(each.price) for each in product.all_variants if each.price]
    return min(known, default=None)


def siblings(one: Product, other: Product) -> bool:
    """One thing in two colours or sizes: their titles differ in nothing but such words."""
    return bool(thing(one)) and thing(one) == thing(other)


def thing(product: Product) -> frozenset[str]:
    """The words of a title without numbers, colours, sizes and the brand."""
    told = [*colors(product), *(each.size for each in product.all_variants)]
    told += product.said("brand")
    left_out = color_words() | {word for each in told for word in words(each)}
    return frozenset(word for word in words(product.title) - left_out if not word.isdigit())


def words(text: str) -> set[str]:
    return set(WORD.findall(fold(text)))


@cache
def color_words() -> frozenset[str]:
    return frozenset(name for name in names() if " " not in name)
