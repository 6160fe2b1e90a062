"""A product's words in the visitor's language, where the shop has them."""

from django import template
from django.conf import settings
from django.utils.translation import get_language

from catalog.models import Product, Translation

register = template.Library()


@register.filter
def titled(product: Product) -> str:
    """Return the title in the language of the page, else the shop's own."""
    translation = _translation(product)
    return translation.title if translation else product.title


@register.filter
def described(product: Product) -> str:
    translation = _translation(product)
    return (translation and translation.description) or product.description


def _translation(product: Product) -> Translation | None:
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return None
    return next((t for t in product.translations.all() if t.language == language), None)
