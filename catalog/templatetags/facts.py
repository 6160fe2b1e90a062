"""What the product page tells of a product: its description, and its attributes by name."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from catalog import attributes
from catalog.markup import sanitised
from catalog.models import Attribute, AttributeValue, Product
from catalog.models.attribute import code_of, token_of
from catalog.templatetags.wording import translation_of, worded

register = template.Library()
SHOWN_ELSEWHERE = ("brand", "color", "size", "tag")


@register.filter
def description_shown(product: Product) -> SafeString:
    """Return the description as HTML: the shop's own sanitised, a text in paragraphs."""
    translation = translation_of(product)
    said = translation if translation and translation.description else product
    if said.description_html:
        return mark_safe(sanitised(said.description_html))
    return mark_safe(linebreaks(said.description, autoescape=True))


@register.filter
def facts_shown(product: Product) -> list[tuple[str, list[str]]]:
    """Return the names and values of what is said of a product, in the order of the table."""
    labels = {each.token: each.label for each in AttributeValue.objects.filter(
        token__in=product.facts).exclude(names={})}  # fmt: skip
    found = []
    for attribute in attributes.table():
        said = attribute.values_of(product)
        if said and attribute.code not in SHOWN_ELSEWHERE:
            spelt = [labels.get(token_of(attribute.code, v)) or value_shown(v) for v in said]
            found.append((name_shown(attribute), spelt))
    return found


@register.filter
def attribute_label(name: str) -> str:
    """Return the name of an attribute in the language of the page."""
    attribute = Attribute.objects.filter(code=code_of(name)).first()
    return name_shown(attribute) if attribute else worded(name)


def name_shown(attribute: Attribute) -> str:
    if attribute.code == "gender":
        return _("For")
    return attribute.label if attribute.label != attribute.name else worded(attribute.name)


def value_shown(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    said = worded(str(value))
    return said[:1].upper() + said[1:]
