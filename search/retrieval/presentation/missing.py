"""What a product of the partial shelf lacks of all that was understood, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from numpy.typing import NDArray

from catalog.currencies import main_currency
from catalog.models import Product, Variant
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.demands import values_of
from search.understanding.words.tokens import as_typed

SIZES_NAMED = 5  # of those that can be had instead


@dataclass(frozen=True)
class Fit:
    """Which variants of the products on a page fit the question, and what they are chosen by."""

    fitting: frozenset[int]  # ids of variants that meet all filters and conditions at once
    photos: dict[int, int] = field(default_factory=dict)  # product -> its photo that looks like it
    skus: tuple[str, ...] = ()  # that the query names
    colors: frozenset[str] = frozenset()
    sort: str = "relevance"


def missing(
    conditions: Sequence[Condition],
    product: Product,
    variant: Variant | None,
    fit: Fit,
    evidence: NDArray[np.int8],
) -> list[str]:
    """In the shopper's words; [] for a product that lacks nothing."""
    variants = product.all_variants
    known = list(zip(conditions, evidence.tolist(), strict=True))
    lacking = [each for each, how in known if not how]
    said = [lack(each, variants, fit.colors) for each in lacking]
    fits = variant is None or variant.pk in fit.fitting or variant.sku in fit.skus
    if said or fits:
        return said
    sizes = [each for each in conditions if "size" in each.kinds]
    gone = [each for each in sizes if not can_be_had(each, of_colors(variants, fit.colors))]
    return [lack(each, variants, fit.colors) for each in gone] or [
        _("not all of it in one variant")
    ]


def not_that(things: Iterable[str]) -> list[str]:
    """What a product lacks where the shop has not even the kind of thing: to be one."""
    return [_("is no “%(thing)s”") % {"thing": thing} for thing in things]


def unsaid(words: Sequence[str], text: str) -> list[str]:
    """What a product lacks that meets all that was understood: the words that nobody knows."""
    said = {"words": quoted(words, text)}
    return [_("nothing says %(words)s") % said] if words else [_("less like it")]


def quoted(words: Iterable[str], text: str) -> str:
    """Folded words in quotation marks, spelt as in the shopper's text."""
    return ", ".join(_("“%(words)s”") % {"words": as_typed(word, text)} for word in words)


def priced_apart(condition: Condition, variants: Iterable[Variant]) -> str:
    """ "costs more", where all have a price in the currency that was asked for, and all do."""
    bounds = [each for each in condition.entities if each.kind in ("price_max", "price_min")]
    offers = [(variant.price, variant.product.currency) for variant in variants]
    if not bounds or not offers:
        return ""
    bound, currency = Decimal(bounds[0].value), bounds[0].currency or main_currency()
    if any(price is None or other != currency for price, other in offers):
        return ""
    prices = [price for price, _currency in offers if price is not None]
    if bounds[0].kind == "price_max":
        return _("costs more") if min(prices) > bound else ""
    return _("costs less") if max(prices) < bound else ""


def of_colors(variants: Iterable[Variant], colors: frozenset[str]) -> list[Variant]:
    """Those in one of the colours that were asked for, or in none that is known."""
    return [v for v in variants if not colors or not v.color or v.color.lower() in colors]


def of_size(condition: Condition, variant: Variant) -> bool:
    wanted = {value.lower() for each in condition.entities for value in values_of(each)}
    return variant.size.lower() in wanted


def can_be_had(condition: Condition, variants: Iterable[Variant]) -> bool:
    return any(v.available and of_size(condition, v) for v in variants)


def lack(condition: Condition, variants: Iterable[Variant], colors: frozenset[str]) -> str:
    """ "Size 38 is sold out; there are 37, 39", of the colours that were asked for; "not red"."""
    if priced := priced_apart(condition, variants):
        return priced
    if condition.of_words:
        return unsaid([condition.label], condition.label)[0]
    if "size" not in condition.kinds:
        return pgettext("lacking", "not %(what)s") % {"what": condition.label}
    own = of_colors(variants, colors)
    sold_out = any(of_size(condition, v) for v in own)
    there = list(dict.fromkeys(v.size for v in own if v.available and v.size))[:SIZES_NAMED]
    about = {"what": condition.label, "sizes": ", ".join(there)}
    if sold_out and there:
        return _("%(what)s is sold out; there are %(sizes)s") % about
    if sold_out:
        return _("%(what)s is sold out") % about
    return _("not %(what)s; there are %(sizes)s") % about if there else _("not %(what)s") % about
