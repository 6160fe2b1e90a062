"""Attributes as they stand in a JSON column: names with a value, or a list of values, each."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.models.attribute import code_of


def validate_attributes(value: Any) -> None:
    """Names with texts, numbers, yes or no, or lists of these."""
    if not isinstance(value, dict) or not all(
        isinstance(one, str | int | float) for each in value.values() for one in several(each)
    ):
        raise ValidationError(
            _('Attributes are names with texts or numbers, such as {"season": "Summer"}.')
        )


def several(value: Any) -> list[Any]:
    """The values of an attribute that may have one or many."""
    return value if isinstance(value, list) else [value]


def said_under(code: str, attributes: dict[str, Any]) -> tuple[Any, ...]:
    found: Any = next((value for name, value in attributes.items() if code_of(name) == code), [])
    return tuple(several(found))
