"""What a serializer of plain objects says is what DRF's own would say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from rest_framework import serializers

from search.api.plain import PlainSerializer


@dataclass
class Offer:
    price: Decimal | None = Decimal("9.50")
    names: list[str] = field(default_factory=lambda: ["a", "b"])


@dataclass
class Thing:
    title: Any = "Mug"
    offer: Offer | None = None
    offers: list[Offer] = field(default_factory=list)


class OfferFields(serializers.Serializer[Any]):
    price = serializers.FloatField(allow_null=True)
    names = serializers.ListField(child=serializers.CharField())


class ThingFields(serializers.Serializer[Any]):
    title = serializers.CharField()
    cost = serializers.FloatField(source="offer.price", allow_null=True, default=None)
    first = serializers.CharField(source="offer.names", default="none")
    offer = OfferFields(allow_null=True)
    offers = OfferFields(many=True)
    long = serializers.SerializerMethodField()

    def get_long(self, thing: Thing) -> bool:
        return len(str(thing.title)) > int(self.context["letters"])


class PlainOffer(PlainSerializer, OfferFields):
    pass


class PlainThing(PlainSerializer, ThingFields):
    offer = PlainOffer(allow_null=True)
    offers = PlainOffer(many=True)


@pytest.mark.parametrize(
    "thing",
    [
        Thing(),
        Thing(7, Offer()),
        Thing("Bottle", Offer(None, []), [Offer(), Offer(Decimal(3))]),
    ],
)
def test_it_says_the_same(thing: Thing) -> None:
    context = {"letters": 3}
    said = PlainThing(thing, context=context).data
    assert said == ThingFields(thing, context=context).data


def test_what_an_object_has_not_and_no_default_stands_for_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = PlainOffer(Thing()).data


def test_each_serializer_has_its_own_context() -> None:
    thing = Thing("Bottle")
    said = [PlainThing(thing, context={"letters": letters}).data["long"] for letters in (3, 9, 3)]
    assert said == [True, False, True]


class PlainShelf(PlainSerializer):
    things = PlainThing(many=True)


def test_what_is_nested_is_told_the_context_too() -> None:
    shelf = type("Shelf", (), {"things": [Thing("Mug"), Thing("Bottle")]})()
    said = PlainShelf(shelf, context={"letters": 4}).data
    assert [each["long"] for each in said["things"]] == [False, True]
