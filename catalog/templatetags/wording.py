"""A catalogue's words in the visitor's language: the shop's own translations, and common words."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.utils.translation import get_language, pgettext

from catalog.models import Product, Translation

register = template.Library()


@register.filter
def titled(product: Product) -> str:
    """Return the title in the language of the page, else the shop's own."""
    translation = translation_of(product)
    return translation.title if translation else product.title


@register.filter
def described(product: Product) -> str:
    translation = translation_of(product)
    return (translation and translation.description) or product.description


@register.filter
def described_in(product: Product) -> str:
    """Return the language of the description, for whoever reads it aloud: not always the page's."""
    translation = translation_of(product)
    return (
        translation.language if translation and translation.description else settings.LANGUAGE_CODE
    )


@register.filter
def worded(name: str) -> str:
    """Return a colour, material, category or attribute in the language of the page.

    What many shops have is in the .po files (context "catalogue"); all else stays as it is. Of
    "Pattern: floral" both sides are put so.
    """
    return put(str(name), get_language())


@lru_cache(maxsize=4096)  # a page says some forty such words, and a shop's are much the same
def put(name: str, language: str | None) -> str:
    attribute, colon, value = name.partition(": ")
    if colon:
        return f"{put(attribute, language)}: {put(value, language)}"
    known = pgettext("catalogue", name.lower())
    return name if known == name.lower() else known


def translation_of(product: Product) -> Translation | None:
    """Return the title and description in the language of the page, None in the shop's own."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return None
    return next((t for t in product.translations.all() if t.language == language), None)
