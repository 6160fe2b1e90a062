"""What the catalogue says of itself, as plain values: all that the vocabulary is built from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from search.understanding.words.inflection import base_form

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
YES = "yes"  # what is said of a product by the very name of an attribute, as filters call it


def as_decimal(digits: str) -> Decimal:
    """What NUMBER finds, with either decimal mark."""
    return Decimal(digits.replace(",", "."))


def ancestors(url_path: str) -> list[str]:
    """ "a/b/c" -> a, a/b, a/b/c."""
    parts = url_path.split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def products_in(places: Mapping[str, int], kinds: Iterable[str]) -> int:
    """Of the products at these places (url_path -> n) those in one of the categories or below."""
    inside = tuple(f"{kind}/" for kind in kinds)
    return sum(n for place, n in places.items() if f"{place}/".startswith(inside))


@dataclass(frozen=True)
class Category:
    path: str  # "Shoes > Boots"
    url_path: str

    @property
    def name(self) -> str:
        return self.path.rsplit(" > ", 1)[-1]


class Synonyms(NamedTuple):
    """Words or phrases that mean the same; or, one way, that find `also` what others name."""

    words: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class CatalogueStats:
    """Numbers are numbers of products. A `url_path` stands for the category and those below it."""

    categories: tuple[Category, ...] = ()
    brands: tuple[str, ...] = ()  # the commonest first
    colors: Mapping[str, int] = field(default_factory=dict)
    materials: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # name -> values
    # Attribute and value -> url_paths of the very categories, of values that are numbers.
    amounts: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    sizes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # url_path -> size -> n
    cheap: Mapping[str, Decimal] = field(default_factory=dict)  # url_path, "" for all -> price
    words: Mapping[str, int] = field(default_factory=dict)  # folded words of titles
    # Folded word of a title -> url_path of the very category -> n, of words that may name a kind.
    titled: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    products: Mapping[str, int] = field(default_factory=dict)  # url_path -> n
    total: int = 0  # of all products
    combinations: Mapping[tuple[str, str], int] = field(default_factory=dict)  # color, url_path
    synonyms: tuple[tuple[str, ...], ...] = ()  # the shop's own groups
    one_way: tuple[Synonyms, ...] = ()  # and those whose words find others as well
    currency: str = "EUR"
    language: str = "en"

    @property
    def is_categorised(self) -> bool:
        """Whether at least half of the products stand in a category."""
        departments = sum(n for place, n in self.products.items() if "/" not in place)
        return 2 * departments >= self.total

    @cached_property
    def titled_by_base(self) -> dict[str, dict[str, int]]:
        """Base form of a word of titles -> url_path of the very category -> n."""
        found: dict[str, dict[str, int]] = {}
        for word, places in self.titled.items():
            known = found.setdefault(base_form(word, self.language), {})
            for url_path, products in places.items():
                known[url_path] = known.get(url_path, 0) + products
        return found

    @cached_property
    def title_numbers(self) -> frozenset[Decimal]:
        """What words of titles begin with, whatever their unit."""
        begun = filter(None, map(NUMBER.match, self.words))
        return frozenset(as_decimal(digits.group()) for digits in begun)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The categories that are the main one of some product, or above such a one."""
        mains = {place for places in self.titled.values() for place in places if place}
        return frozenset(above for place in mains | set(self.sizes) for above in ancestors(place))

    @cached_property
    def departments(self) -> frozenset[str]:
        """The categories that have others below them, or most of what the shop sells in them."""
        paths = (category.url_path for category in self.categories)
        above = {place for path in paths for place in ancestors(path)[:-1]}
        return frozenset(above.union(p for p, n in self.products.items() if 2 * n > self.total))

    def is_aside(self, url_path: str) -> bool:
        """Whether it only ever stands beside a main category, by which words are counted."""
        return bool(self.titled) and url_path not in self.leading

    def with_synonyms(self, found: Sequence[Synonyms]) -> CatalogueStats:
        """The same of a shop with these synonyms of its own."""
        both = tuple(each.words for each in found if not each.also)
        return replace(self, synonyms=both, one_way=tuple(each for each in found if each.also))

    def names(self) -> Iterator[str]:
        """The shop's own names for what it sells."""
        yield from (category.name for category in self.categories)
        yield from self.brands
        yield from self.colors
        yield from self.materials
