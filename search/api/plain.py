"""Objects as JSON, by the fields that a serializer declares.

DRF copies the declared fields for each serializer that it makes, nested ones too, and asks of every
value of every row whether it is a mapping's, callable, a key. Answers are none of these, and have
some seven hundred values: what is asked here is asked once a class.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty

Sayer = Callable[[Any], Any]  # what a field says of an object


class PlainSerializer(serializers.Serializer[Any]):
    """Of objects whose attributes are what is said; nothing is written through it."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return {name: say(instance) for name, say in self._sayers}

    @cached_property
    def _sayers(self) -> list[tuple[str, Sayer]]:
        kind: Any = type(self)
        return [(name, sayer_for(self)) for name, sayer_for in sayers_of(kind)]


@cache
def sayers_of(kind: type[PlainSerializer]) -> list[tuple[str, Callable[[PlainSerializer], Sayer]]]:
    """By field, what makes the sayer for a serializer of that class: its context is its own."""
    return [(str(each.field_name), sayer_maker(each)) for each in kind()._readable_fields]


def sayer_maker(field: serializers.Field[Any, Any, Any, Any]) -> Callable[[PlainSerializer], Sayer]:
    if isinstance(field, serializers.SerializerMethodField):
        return attrgetter(str(field.method_name))
    if isinstance(field, serializers.ListSerializer):
        kind = type(field.child)
        return lambda own: sayer(field, many(kind(context=own.context)))
    if isinstance(field, serializers.BaseSerializer):
        nested = type(field)
        return lambda own: sayer(field, nested(context=own.context).to_representation)
    said = sayer(field, field.to_representation)
    return lambda _own: said


def many(one: Any) -> Sayer:
    return lambda values: [one.to_representation(each) for each in values]


def sayer(field: serializers.Field[Any, Any, Any, Any], write: Sayer) -> Sayer:
    """What the field says of an object; its default where a part of the way there is missing."""
    get, default = attrgetter(str(field.source)), field.default

    def said(instance: Any) -> Any:
        try:
            value = get(instance)
        except AttributeError:
            if default is empty:
                raise
            value = default
        return None if value is None else write(value)

    return said
