"""Objects as JSON, by the fields that a serializer declares.

Of every value of every row DRF asks whether it is a mapping's, callable, a key. A hit is none of
these, and an answer has some seven hundred values: what is asked here is asked once a serializer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from operator import attrgetter
from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty


class PlainSerializer(serializers.Serializer[Any]):
    """Of objects whose attributes are what is said; nothing is written through it."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return {name: say(instance) for name, say in self._sayers}

    @cached_property
    def _sayers(self) -> list[tuple[str, Callable[[Any], Any]]]:
        return [(str(each.field_name), sayer(each)) for each in self._readable_fields]


def sayer(field: serializers.Field[Any, Any, Any, Any]) -> Callable[[Any], Any]:
    """What the field says of an object; its default where a part of the way there is missing."""
    if isinstance(field, serializers.SerializerMethodField):
        return getattr(field.parent, str(field.method_name))
    get, write, default = attrgetter(str(field.source)), field.to_representation, field.default

    def said(instance: Any) -> Any:
        try:
            value = get(instance)
        except AttributeError:
            if default is empty:
                raise
            value = default
        return None if value is None else write(value)

    return said
