"""The icons of the pages, drawn once a process: a page of cards shows some thirty."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the icon of that name in `vitrine/icons.svg`."""
    return drawn(name, get_script_prefix())


@lru_cache(maxsize=128)
def drawn(name: str, _prefix: str) -> SafeString:
    """`_prefix`: where the shop lies, which is a part of the file's address."""
    return format_html(
        '<svg class="icon" aria-hidden="true" width="24" height="24"><use href="{}#{}"/></svg>',
        static("vitrine/icons.svg"),
        name,
    )
