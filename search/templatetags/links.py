"""Links that carry the whole state of a page and change one thing of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BaseForm
from django.http import QueryDict
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from catalog.models import Category, Variant
from catalog.models.attribute import code_of
from catalog.variant_selection import Choice, Option, value_of
from search.query import CHOICES, Entity, Facet, FacetValue, Hit, Relaxation, SearchResult
from search.retrieval.conditions.demands import values_of
from search.retrieval.facets.counting import code_and_value, yes_or_no
from search.retrieval.facets.relaxing import in_money
from search.templatetags.facets import FIND

register = template.Library()

# A page number belongs to one list; a changed question starts at its first page, and with what was
# looked for in a facet found or given up.
PLACE = ("page", "cursor")
UNSAFE_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
PAGES_BESIDE = 2  # pages shown on either side of the current one


@dataclass(frozen=True)
class Chosen:
    """A filter that the shopper set, and the way to be rid of it."""

    name: str
    value: str
    label: str
    without: str


@register.simple_tag
def without(asked: QueryDict, name: str, value: str = "") -> str:
    """Return the query string with one value of a parameter taken away (all, with no value)."""
    kept = _elsewhere(asked)
    left = [each for each in kept.getlist(name) if value and each != value]
    kept.setlist(name, left)
    return f"?{kept.urlencode()}"


@register.simple_tag
def readable(form: BaseForm) -> str:
    """Return the query string without what the form could not read."""
    kept = _elsewhere(form.data)
    for name in form.errors:
        kept.pop(name, None)
    return f"?{kept.urlencode()}"


@register.simple_tag
def adding(asked: QueryDict, name: str, value: str) -> str:
    """Return the query string with one more value of a parameter."""
    more = _elsewhere(asked)
    more.appendlist(name, value)
    return f"?{more.urlencode()}"


@register.simple_tag
def same_filters(asked: QueryDict, words: str) -> str:
    """Return the query string of other words under the same filters."""
    other = _elsewhere(asked)
    other["q"] = words
    return f"?{other.urlencode()}"


@register.simple_tag
def hidden(asked: QueryDict, *shown: str) -> SafeString:
    """Return hidden inputs for all that a form does not itself ask."""
    left = [
        (name, value)
        for name, values in _elsewhere(asked).lists()
        for value in values
        if name not in shown and value
    ]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', left)


@register.simple_tag
def chosen(asked: QueryDict, result: SearchResult) -> list[Chosen]:
    """Return the filters in the address, in the order of the page."""
    labels = {(f.param, v.value): v.label for f in result.facets for v in f.values}
    for name in ("price_min", "price_max"):
        amount = getattr(result.query.filters, name)
        if amount is not None:
            labels[name, asked.get(name, "")] = in_money(amount, result.query.filters)
    names = ("category", *CHOICES, "attribute", "price_min", "price_max")
    found = [
        Chosen(name, value, labels.get((name, value), value), without(asked, name, value))
        for name in names
        for value in asked.getlist(name)
        if value
    ]
    for flag in ("in_stock", "on_sale"):
        if asked.get(flag):
            found.append(Chosen(flag, "1", "", without(asked, flag)))
    return found


@register.simple_tag
def category_link(asked: QueryDict, url_path: str, here: Category | None) -> str:
    """Return where a category of the facet leads: on a listing to a listing, else to a filter."""
    if here is None:
        kept = _elsewhere(asked)
        kept["category"] = url_path
        return f"?{kept.urlencode()}"
    return reverse("category", args=[url_path]) + without(asked, "category")


@register.simple_tag
def relaxed(asked: QueryDict, way: Relaxation, result: SearchResult) -> str:
    """Return the same search without one condition, be it of the address or read from the words."""
    left = _elsewhere(asked)
    if way.off or way.prefer:
        left.setlist("off", [*left.getlist("off"), *way.off])
        left.setlist("prefer", [*left.getlist("prefer"), *way.prefer])
        return f"?{left.urlencode()}"
    left.pop(way.name, None)
    if way.name in ("without", "excluded"):
        dropped = [e.key for e in result.interpretation.entities if e.kind == "not"]
        left.setlist("off", [*left.getlist("off"), *dropped])
    return f"?{left.urlencode()}"


@register.simple_tag
def said(asked: QueryDict, result: SearchResult, facet: Facet, value: FacetValue) -> Entity | None:
    """Return the entity that chose a facet's value, where words did it and not a click."""
    if not value.selected or value.value in asked.getlist(facet.param):
        return None
    return next(
        (
            entity
            for entity in result.interpretation.entities
            for meant in values_of(entity)
            if names_same(facet, value, *code_and_value(entity.kind, meant))
        ),
        None,
    )


def names_same(facet: Facet, value: FacetValue, code: str, said: str) -> bool:
    """Whether an entity that says `said` of the attribute `code` means the value of the facet."""
    known = {value.label.lower(), value.value.lower()}
    return facet.name == code and not known.isdisjoint({said.lower(), yes_or_no(said)})


@register.simple_tag
def page_numbers(result: SearchResult) -> list[int]:
    """Return the pages to offer, with 0 for a gap: [1, 0, 5, 6, 7, 8, 9, 0, 20]."""
    here, last = result.query.page, result.pages
    near = {1, last, *range(max(1, here - PAGES_BESIDE), min(last, here + PAGES_BESIDE) + 1)}
    numbers: list[int] = []
    for number in sorted(near):
        if numbers and number - numbers[-1] > 1:
            numbers.append(0)
        numbers.append(number)
    return numbers


@register.simple_tag(takes_context=True)
def address(context: Context, hit: Hit) -> str:
    """Return the product page with the colour that matched, and size or options if asked for.

    A product of a shop that has a page for it is shown there.
    """
    variant, result = hit.variant, context.get("result")
    if elsewhere := (variant.url if variant else "") or hit.product.url:
        return elsewhere
    wanted = {"color": variant.color} if variant else {}
    if variant and result and size_is_meant(variant, result):
        wanted["size"] = variant.size
    if variant and result and options_are_meant(variant, result):
        wanted |= {code: value_of(variant, code) for code in map(code_of, variant.options)}
    chosen_by = {name: value for name, value in wanted.items() if value}
    query = f"?{urlencode(chosen_by)}" if chosen_by else ""
    return f"{hit.product.get_absolute_url()}{query}"


def size_is_meant(variant: Variant, result: SearchResult) -> bool:
    """Whether the question names a size, or the very article."""
    understood = result.interpretation
    named = variant.sku in understood.skus
    return (
        named
        or bool(result.query.filters.size)
        or any(c.kind == "size" for c in understood.entities)
    )


def options_are_meant(variant: Variant, result: SearchResult) -> bool:
    """Whether the question names an attribute, or the very article."""
    understood = result.interpretation
    return (
        variant.sku in understood.skus
        or bool(result.query.filters.attribute)
        or any(each.kind == "attribute" for each in understood.entities)
    )


@register.simple_tag(takes_context=True)
def why(context: Context, hit: Hit) -> str:
    """Return the page, for staff, that tells why a product is where it is in this search."""
    question = _elsewhere(context["form"].data)
    if wish := context.get("wish"):  # a shelf of its own searches for its own words
        question["q"] = wish.text
    question["product"] = hit.sku
    return f"{reverse('why')}?{question.urlencode()}"


@register.simple_tag
def option_link(choice: Choice, name: str, option: Option) -> str:
    """Return the page with this value of an option, and the others as they are chosen."""
    color = choice.variant.color if choice.variant else ""
    wanted = {**choice.asked, "color": color, name: option.value}
    return "?" + urlencode({key: value for key, value in wanted.items() if value})


@register.filter
def json_ld(described: dict[str, Any]) -> SafeString:
    """Return JSON that cannot end the script element that it stands in."""
    return mark_safe(json.dumps(described, ensure_ascii=False).translate(UNSAFE_IN_SCRIPT))


def _elsewhere(asked: QueryDict) -> QueryDict:
    copied = asked.copy()
    for name in [*PLACE, *(each for each in asked if each.startswith(FIND))]:
        copied.pop(name, None)
    return copied
