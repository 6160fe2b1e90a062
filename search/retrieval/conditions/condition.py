"""What a product has to meet of all that was understood, and how it is known that it does.

Entities that were read from the same words are alternatives and make one condition. A product
meets it by its columns; where these say nothing, by its words, and a colour, or a value whose looks
were learned, by what its photos show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property, reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from catalog.conditions import Condition as Stated
from catalog.denials import denying
from catalog.filters import TOGETHER, Filters, attributed, coded, condition, having_variant, one_of
from catalog.filters import conditions as attribute_conditions
from catalog.folding import fold
from catalog.models.attribute import code_of
from catalog.templatetags.wording import worded
from search.encoders.color_names import FAMILIES, nearest_color
from search.full_text import TITLE, any_of, followed, raw, tsquery
from search.models import EncoderVersion, ImageEmbedding
from search.query import Entity
from search.retrieval.conditions.demands import (
    PRICES,
    in_currency,
    of_option,
    of_variant,
    values_of,
)
from search.retrieval.conditions.silence import siblings, without_value
from search.retrieval.embeddings.prototypes import LOOKS, shown
from search.understanding import near_colors, vocabulary
from search.understanding.names.forms import FORM
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.noun_in_titles import BELIEVED
from search.understanding.names.product_types import accessories

QUALITIES = ("category", "brand", "color", "material", "gender", "attribute", FORM, MODIFIER)
DEMANDS = ("size", *PRICES, "in_stock", "on_sale")  # of a variant, and never by words
NO_PRODUCT = Q(pk__in=[])
SLEEVES = ("sleeve", "sleeved")


class Evidence(IntEnum):
    """How it is known that a product meets a condition; NONE: it does not, or nobody knows."""

    NONE = 0
    SEEN = 1  # its photos look like it
    SAID = 2  # its words say so
    COLUMN = 3
    UNDENIED = 4  # nothing says it, and its title says nothing else in its place


@dataclass(frozen=True)
class Condition:
    """Alternatives, of which a product has to be one."""

    entities: tuple[Entity, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(each.kind for each in self.entities)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The kinds; of an attribute of the shop's own its code, as filters and facets call it."""
        return frozenset(
            code_of(each.value.partition(":")[0]) if each.kind == "attribute" else each.kind
            for each in self.entities
        )

    @property
    def demand(self) -> bool:
        """On price, size or stock: who says it, means it."""
        return not self.kinds.isdisjoint(DEMANDS)

    @property
    def preferred(self) -> bool:
        """For the order alone."""
        return any(each.preferred for each in self.entities)

    @property
    def of_form(self) -> bool:
        return FORM in self.kinds

    @property
    def of_words(self) -> bool:
        """A noun that says which of a kind, and that no column has."""
        return MODIFIER in self.kinds

    @property
    def label(self) -> str:
        """What it asks for, in the shopper's language where the word is a common one."""
        return " / ".join(dict.fromkeys(str(worded(each.label)) for each in self.entities))

    @property
    def names(self) -> list[str]:
        """The folded words by which a text says it."""
        return [name for each in self.entities for name in each.names]

    @property
    def confidence(self) -> float:
        return max(each.confidence for each in self.entities)

    @cached_property
    def by_column(self) -> Q:
        """Products whose columns, or one of whose variants, have one of the values."""
        if self.demand:
            return having_variant(self.on_variant) & self.in_currency
        if self.of_form or self.of_words:
            return NO_PRODUCT
        within = [
            condition(each.kind, value)
            for each in self.entities
            if each.kind == "category"
            for value in each.values  # of what titles alone call so there is none
        ]
        return reduce(or_, [*within, *(each.products() for each in self.stated)], NO_PRODUCT)

    @cached_property
    def stated(self) -> list[Stated]:
        """Its values by the attributes that they are of, whose rows are looked up once."""
        asked: dict[str, list[str]] = {}
        for each in self.entities:
            if each.kind != "category":
                for code, said in (attributed(each.kind, value) for value in values_of(each)):
                    asked.setdefault(code, []).append(said)
        return attribute_conditions({code: tuple(values) for code, values in asked.items()})

    @cached_property
    def by_words(self) -> Q:
        """Products whose words say it: those of a title always, others where a column is empty.

        What kind of thing it is, only a title says: a description speaks of other things as well,
        and a "watch strap" of what it belongs to.
        """
        if self.demand or not self.names:
            return NO_PRODUCT
        titled = Q(words=any_of(self.names, TITLE))
        if self.of_form:
            return titled
        if self.of_words:
            by_titles = all(each.wholes for each in self.entities)
            said = titled if by_titles else Q(words=any_of(self.names))
            return said if self.preferred else said & ~denied(self.names)
        others = {phrase for each in self.entities for phrase in each.others} - {*self.names}
        if others:
            titled &= ~Q(words=any_of(sorted(others), TITLE))
        if "category" not in self.kinds:
            return titled | (Q(words=any_of(self.names)) & self.silent)
        titled &= ~of_part(self.names)
        found = titled & self.silent if self.confidence >= BELIEVED else titled
        wholes = [phrase for each in self.entities for phrase in each.wholes]
        return found | (Q(words=any_of(wholes, TITLE)) & ~of_part(wholes)) if wholes else found

    @cached_property
    def undenied(self) -> Q:
        """Products whose titles say no other form of a thing; "short-sleeved" is said of a part."""
        if not self.of_form:
            return NO_PRODUCT
        others = [name for each in self.entities for name in each.others]
        of_parts = raw(followed(others, SLEEVES, TITLE))
        return ~Q(words=any_of(others, TITLE)) | Q(words=of_parts)

    @cached_property
    def by_photos(self) -> Q:
        """Products of which neither columns nor words say a colour, and whose photos show it.

        Postgres asks in this order: photos are looked up of the few products that say nothing.
        """
        families = {nearest_color(name) for name in self.color_names} - {None}
        if not families:
            return NO_PRODUCT
        showing = ImageEmbedding.objects.filter(
            product=OuterRef("pk"),
            encoder__state=EncoderVersion.State.LIVE,
            colors__overlap=sorted(filter(None, families)),
        )
        return self.silent & ~Q(words=any_of(FAMILIES)) & Q(Exists(showing))

    def by_looks(self, version: EncoderVersion | None) -> Q:
        """Products of which neither columns nor words say a value, and whose photos look like it.

        For candidates alone: photos are compared, and no index finds what looks like it.
        """
        looks = shown(self.entities, version)
        if looks is None:
            return NO_PRODUCT
        others = [name for each in self.entities for name in siblings(each)]
        return self.silent & ~(Q(words=any_of(others)) if others else NO_PRODUCT) & looks

    @property
    def color_names(self) -> list[str]:
        """The colours of the condition as people call them."""
        asked = [each for each in self.entities if each.kind == "color"]
        return [name for each in asked for name in (each.value, *each.names)]

    @cached_property
    def silent(self) -> Q:
        """Products whose columns say nothing of the kind."""
        return reduce(or_, (without_value(each) for each in self.entities))

    @cached_property
    def possible(self) -> Q:
        """What an index finds at once and all that meet it are among; all, of a form."""
        if self.of_form:
            return Q()
        return self.by_column | self.by_words | self.silent

    @cached_property
    def met(self) -> Q:
        return self.by_column | self.by_words | self.by_photos | self.undenied

    @cached_property
    def nearby(self) -> Q:
        """Products in a neighbouring colour."""
        asked = [each.value for each in self.entities if each.kind == "color"]
        near = {color for each in asked for color in near_colors(each, vocabulary().stats.colors)}
        return reduce(or_, (condition("color", each) for each in near), NO_PRODUCT)

    @cached_property
    def on_variant(self) -> Q:
        """Variants that meet it; every one, where it is no matter of variants."""
        if "color" in self.kinds:
            titled = Q(product__words=any_of(self.names, TITLE)) if self.names else NO_PRODUCT
            values = tuple(value for each in self.entities for value in values_of(each))
            return one_of("color", values) | Q(color="") | titled
        if self.kinds == {"attribute"}:
            of_variants = all(each.of_variant for each in self.stated)
            return reduce(or_, map(of_option, self.stated)) if of_variants else Q()
        demands = [of_variant(each) for each in self.entities if each.kind in DEMANDS]
        return reduce(or_, demands) if demands else Q()

    @cached_property
    def in_currency(self) -> Q:
        """Products whose prices can be compared with it; all, where it is no matter of prices."""
        return reduce(or_, (in_currency(each) for each in self.entities))


def ruled_out(entity: Entity) -> Condition | None:
    """What a "not" rules out of all that has looks, as if it were asked for."""
    found = [coded(each) for each in entity.values if TOGETHER not in each]
    asked = tuple(
        replace(entity, kind=kind, value=value, values=(), names=(fold(value.rpartition(":")[2]),))
        for kind, value in found
        if kind in LOOKS
    )
    return Condition(asked) if asked else None


def conditions_of(entities: Iterable[Entity]) -> list[Condition]:
    """All that the words of a query ask for, one condition for each kind that they speak of.

    "Trainers" may be men's or women's, and are shoes besides; a "Ledertasche" (German) is a bag,
    and of leather; "20 to 40 €" is a least price and a highest.
    """
    spans: dict[tuple[str, str], list[Entity]] = {}
    found = list(entities)
    of_a_kind = any(each.kind == "category" for each in found)
    for each in found:
        # What is cheap is known of a kind of thing: what the page names for it has to be met.
        cheap = of_a_kind and each.kind == "price_max"
        if each.kind in QUALITIES or (
            each.kind in DEMANDS and (each.hard or each.preferred or cheap)
        ):
            spans.setdefault((each.words, each.kind), []).append(each)
    return [Condition(tuple(alternatives)) for alternatives in spans.values()]


def denied(names: Iterable[str]) -> Q:
    """Products whose title says that they are without it: a "mouse without cable" has none."""
    words = [name for name in names if name.isalpha()]
    return Q(words=raw(denying(tsquery(words, TITLE)))) if words else NO_PRODUCT


def of_part(names: Sequence[str]) -> Q:
    """Products whose title sells what belongs to a thing: its strap, its cover."""
    return Q(words=raw(followed(names, accessories(vocabulary().language), TITLE)))


def in_force(
    conditions: Iterable[Condition], chosen: Filters, ignoring: str = ""
) -> list[Condition]:
    """Those that have to be met: not what is preferred alone, nor what was chosen otherwise."""
    over = {*chosen.active, *map(code_of, chosen.chosen()), ignoring}
    return [each for each in conditions if not each.preferred and over.isdisjoint(each.codes)]
