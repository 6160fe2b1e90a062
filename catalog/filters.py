"""The conditions that a shopper can put on products, as plain values and as SQL conditions.

Conditions on variants hold on one and the same variant: "red, size 42, under 80" means that a
red 42 is to be had for less than 80, not that some variant is red and another one cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import cached_property, reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, Func, IntegerField, OuterRef, Q, Value
from django.db.models.lookups import Exact

from catalog.bigrams import inside_stretches
from catalog.conditions import Condition, within, within_known
from catalog.currencies import main_currency
from catalog.denials import denies
from catalog.fields import CONFIGURATIONS
from catalog.folding import fold
from catalog.models import Attribute, Translation, Variant
from catalog.models.attribute import code_of
from catalog.querysets import IN_STOCK, ON_SALE

# Attributes that have a field of their own here; any other stands in `attribute`.
CHOICES = ("brand", "color", "size", "material", "gender")
COLUMNS = {name: name for name in CHOICES} | {"brand": "brand__name"}
WORDS_KEPT = "numnode(phraseto_tsquery('english', %(expressions)s))"  # words that are no stop words
TOGETHER = " + "  # between conditions that exclude only what meets all of them


__all__ = ["CHOICES", "COLUMNS", "TOGETHER", "Filters", "condition", "one_of"]


@dataclass(frozen=True)
class Filters:
    """Several values of one filter are alternatives; letter case does not matter."""

    category: str = ""  # `Category.url_path`; its descendants count
    brand: tuple[str, ...] = ()
    color: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    material: tuple[str, ...] = ()
    gender: tuple[str, ...] = ()
    # "code:value" of any attribute; a value may be a range, "ram:16 GB..", or "washable:yes"
    attribute: tuple[str, ...] = ()
    price_min: Decimal | None = None
    price_max: Decimal | None = None
    currency: str = ""  # of the prices; "": the one that most products of the shop have
    on_sale: bool = False
    in_stock: bool = False
    excluded: tuple[str, ...] = ()  # what no hit is: "color:Black", "color:Black + category:boots"
    without: tuple[str, ...] = ()  # words that no hit has, but to say that it has none of it
    phrases: tuple[str, ...] = ()  # words that every hit has, in this order
    # What the shop itself does not want to show: ids of products, and all of "brand:Palm".
    hidden: tuple[int, ...] = ()
    barred: tuple[str, ...] = ()

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the filters that are set."""
        unset: tuple[object, ...] = ("", (), None, False)
        return tuple(f.name for f in fields(self) if getattr(self, f.name) not in unset)

    def but(self, **values: Any) -> Filters:
        """The same conditions with some of them set anew."""
        return replace(self, **values)

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The values chosen of each attribute, by its code."""
        built_in = ((name, value) for name in CHOICES for value in getattr(self, name))
        return by_code((*built_in, *map(coded, self.attribute)))

    def choosing(self, code: str, *values: str) -> Filters:
        """The same conditions with these values of an attribute, whichever it is."""
        if code in CHOICES:
            return self.but(**{code: values})
        others = (each for each in self.attribute if coded(each)[0] != code)
        return self.but(attribute=(*others, *(f"{code}:{value}" for value in values)))

    def on_variants(self, ignoring: str = "") -> Q:
        """The conditions that one variant has to meet."""
        where = self.on_offers(ignoring)
        for each in self.conditions(ignoring):
            if each.of_variant:
                where &= each.variants()
        for each in self.excluding:
            if each.of_variant:
                where &= ~each.variants()
        return where

    def on_offers(self, ignoring: str = "") -> Q:
        """Price, sale and stock of a variant, of products `in_currency` alone."""
        where = Q()
        if self.price_min is not None:
            where &= Q(price__gte=self.price_min)
        if self.price_max is not None:
            where &= Q(price__lte=self.price_max)
        if self.on_sale:
            where &= ON_SALE
        if self.in_stock or (self.size and ignoring != "size"):
            where &= IN_STOCK  # who chooses a size wants to buy it
        return where

    def in_currency(self) -> Q:
        """Products whose prices can be compared with the bounds; all, where there are none.

        A condition on the product: asked of its variants, it would join all products once more.
        """
        bounded = self.price_min is not None or self.price_max is not None
        return Q(currency=self.currency or main_currency()) if bounded else Q()

    def on_products(self, ignoring: str = "") -> Q:
        """The conditions on the product itself and, as one EXISTS, on its variants."""
        where = self.on_itself(ignoring)
        if self.concerns_variants(ignoring):
            where &= having_variant(self.on_variants(ignoring))
        return where

    def estimated_by(self) -> Q:
        """What Postgres should be asked for how many products pass.

        The options of a variant stand in the product's tokens already, and who has one has stock
        as a rule: it would take all that for independent, and expect a tenth of those that pass.
        """
        where = self.but(category="").on_itself()
        if self.category:
            where &= within_known(self.category)
        return where & having_variant(self.on_offers(ignoring="size"))

    def on_itself(self, ignoring: str = "") -> Q:
        where = self.on_facts(ignoring) & self.in_currency()
        for words in self.without:
            where &= ~says(words) | denies(words)
        for words in self.phrases:
            where &= says(words)
        return where

    def concerns_variants(self, ignoring: str = "") -> bool:
        """Whether variants have to be looked at: one condition on an option the product answers."""
        on_options = [each for each in self.conditions(ignoring) if each.of_variant]
        excluding = [each for each in self.excluding if each.of_variant]
        return bool(self.on_offers(ignoring) or excluding or len(on_options) > 1)

    def on_facts(self, ignoring: str) -> Q:
        """What the indexes on tokens find, each condition for itself."""
        where = ~Q(pk__in=self.hidden) if self.hidden else Q()
        for spelt in self.barred:
            where &= ~condition(*coded(spelt))
        if self.category and ignoring != "category":
            where &= within(self.category)
        for each in self.conditions(ignoring):
            where &= each.products()
        for each in self.excluding:
            if not each.of_variant:
                where &= ~each.products()
        for together in map(parted, self.excluded):
            if len(together) > 1 or together[0][0] == "category":
                where &= ~reduce(and_, (condition(kind, value) for kind, value in together))
        return where

    def conditions(self, ignoring: str = "") -> list[Condition]:
        return [each for code, each in self.of_attributes.items() if code != ignoring]

    @cached_property
    def of_attributes(self) -> dict[str, Condition]:
        """By code; read once, though a search asks a dozen times."""
        chosen = self.chosen()
        return dict(zip(chosen, conditions(chosen), strict=True))

    @cached_property
    def excluding(self) -> list[Condition]:
        """The attributes that exclude by themselves: who has any of the values is no hit."""
        alone = (each[0] for each in map(parted, self.excluded) if len(each) == 1)
        return conditions(
            by_code(attributed(kind, value) for kind, value in alone if kind != "category")
        )


def having_variant(wanted: Q) -> Q:
    """Products with a variant as `wanted`; all products where nothing is."""
    return Q(Exists(Variant.objects.filter(wanted, product=OuterRef("pk")))) if wanted else Q()


def parted(excluded: str) -> list[tuple[str, str]]:
    """ "color:Black + category:boots" -> [("color", "Black"), ("category", "boots")]."""
    found = re.split(rf"{re.escape(TOGETHER)}(?=[a-z]+:)", excluded)
    return [coded(each) for each in found]


def coded(spelt: str) -> tuple[str, str]:
    """ "ram:16 GB" -> ("ram", "16 GB")."""
    code, _, value = spelt.partition(":")
    return code, value


def by_code(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The values of each code, in the order in which they came."""
    found: dict[str, tuple[str, ...]] = {}
    for code, value in pairs:
        found[code] = (*found.get(code, ()), value)
    return found


def attributed(kind: str, value: str) -> tuple[str, str]:
    """Code and value of an attribute, which may be spelt "attribute", "ram:16 GB"."""
    code, said = coded(value) if kind == "attribute" else (kind, value)
    return code_of(code), said


def conditions(chosen: Mapping[str, tuple[str, ...]]) -> list[Condition]:
    """A condition for each attribute; the rows of those of the shop's own come by one query."""
    codes = {name: code_of(name) for name in chosen}
    own = set(codes.values()) - set(CHOICES)
    rows = {row.code: row for row in Attribute.objects.filter(code__in=own)} if own else {}
    return [
        Condition(codes[name], values, rows.get(codes[name])) for name, values in chosen.items()
    ]


def condition(kind: str, value: str) -> Q:
    """Whether a product is of the category (or below it), brand, colour, attribute ... `value`."""
    if kind == "category":
        return within(value)
    code, said = attributed(kind, value)
    return conditions({code: (said,)})[0].products()


def one_of(code: str, values: tuple[str, ...]) -> Q:
    """Variants of which one of the values of a built-in attribute is said."""
    return Condition(code, values).variants()


def says(words: str) -> Q:
    """Products with the phrase in their own texts or, as it is, in any translation of them.

    Of small words alone ("the who") full text keeps nothing: then the title has to have them.
    """
    folded = fold(words)
    inside = inside_stretches(folded)
    asked, how = (inside, "raw") if inside else (folded, "phrase")
    own = Q(words=SearchQuery(asked, config="english", search_type=how))
    spoken = (
        Q(language=code, words=SearchQuery(asked, config=config, search_type=how))
        for code, config in CONFIGURATIONS.items()
    )
    translated = Translation.objects.filter(reduce(or_, spoken), product=OuterRef("pk"))
    kept = Func(Value(folded), template=WORDS_KEPT, output_field=IntegerField())
    return own | Q(Exists(translated)) | (Q(Exact(kept, 0)) & Q(title__icontains=words))
