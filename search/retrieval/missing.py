"""What a product of the partial shelf lacks of all that was understood, and the way there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from catalog.models import Product, Variant
from search.retrieval.conditions import Condition, values_of
from search.understanding.tokens import as_typed

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
    variants = list(product.variants.all())
    known = list(zip(conditions, evidence.tolist(), strict=True))
    lacking = [each for each, how in known if not how]
    said = [lack(each, variants, fit.colors) for each in lacking]
    fits = variant is None or variant.pk in fit.fitting or variant.sku in fit.skus
    if said or fits:
        return said
    sizes = [each for each in conditions if "size" in each.kinds]
    if sizes:
        return [lack(each, variants, fit.colors) for each in sizes]
    return [_("not all of it in one variant")]


def unsaid(words: Sequence[str], text: str) -> list[str]:
    """What a product lacks that meets all that was understood: the words that nobody knows."""
    said = {"words": quoted(words, text)}
    return [_("nothing says %(words)s") % said] if words else [_("less like it")]


def quoted(words: Iterable[str], text: str) -> str:
    """Folded words in quotation marks, spelt as in the shopper's text."""
    return ", ".join(_("“%(words)s”") % {"words": as_typed(word, text)} for word in words)


def lack(condition: Condition, variants: Iterable[Variant], colors: frozenset[str]) -> str:
    """ "Size 38 is sold out; there are 37, 39", of the colours that were asked for; "not red"."""
    if "size" not in condition.kinds:
        return _("not %(what)s") % {"what": condition.label}
    wanted = {value.lower() for each in condition.entities for value in values_of(each)}
    own = [v for v in variants if not colors or not v.color or v.color.lower() in colors]
    sold_out = any(v.size.lower() in wanted for v in own)
    there = list(dict.fromkeys(v.size for v in own if v.available and v.size))[:SIZES_NAMED]
    about = {"what": condition.label, "sizes": ", ".join(there)}
    if sold_out and there:
        return _("%(what)s is sold out; there are %(sizes)s") % about
    if sold_out:
        return _("%(what)s is sold out") % about
    return _("not %(what)s; there are %(sizes)s") % about if there else _("not %(what)s") % about
