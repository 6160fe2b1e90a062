"""Answers to searches as JSON. Names and types here are the API's contract."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from search.api.plain import PlainSerializer
from search.api.serializers import AbsoluteSerializer, HitSerializer, PartialHitSerializer
from search.query import SORTS, Facet, Interpretation, SearchResult
from search.retrieval.listings.sorting import offered


class EntitySerializer(PlainSerializer):
    kind = serializers.CharField(help_text="a filter's name, `not`, or `correction`")
    value = serializers.CharField()
    words = serializers.CharField(help_text="the words of the query that this was read from")
    label = serializers.CharField()
    hard = serializers.BooleanField(help_text="a filter; else a preference that lifts what fits")
    key = serializers.CharField(help_text="send as `off` to switch this chip off")


class FacetValueSerializer(PlainSerializer):
    value = serializers.CharField()
    label = serializers.CharField()
    count = serializers.IntegerField(help_text="products, were this value chosen")
    count_is_exact = serializers.BooleanField(help_text="else: at least so many")
    selected = serializers.BooleanField()


class RelaxationSerializer(PlainSerializer):
    name = serializers.CharField(help_text="the parameter to leave out")
    label = serializers.CharField()
    count = serializers.IntegerField(help_text="products without it")


class NoticeSerializer(PlainSerializer):
    kind = serializers.CharField(
        help_text="not_sold, color or size: what there is none of; unstated: an amount that no "
        "product states; faint: nothing fits well"
    )
    words = serializers.CharField()
    sentence = serializers.CharField()


class AnswerSerializer(PlainSerializer, AbsoluteSerializer):
    """What was understood, and what it finds."""

    total = serializers.IntegerField()
    interpretation = serializers.SerializerMethodField()
    notices = NoticeSerializer(many=True)
    results = HitSerializer(source="hits", many=True)
    relaxations = RelaxationSerializer(many=True)

    @extend_schema_field(EntitySerializer(many=True))
    def get_interpretation(self, result: SearchResult) -> list[dict[str, Any]]:
        entities = EntitySerializer(result.interpretation.entities, many=True).data
        return [*corrections(result.interpretation), *entities]


class IntentSerializer(PlainSerializer):
    """One of several products in a query: search for `text` to get all of it."""

    text = serializers.CharField()
    result = AnswerSerializer()


class SearchResultSerializer(AnswerSerializer):
    """The answer to a search; a page of it."""

    search_id = serializers.CharField()
    total_is_exact = serializers.BooleanField()
    wishes = IntentSerializer(
        source="intents",
        many=True,
        help_text="the products of “dress size 2 and shoes”, kept apart; `results` has all of them",
    )
    partial = PartialHitSerializer(
        many=True, help_text="meets some of what was asked for; not counted in `total`"
    )
    less_similar = HitSerializer(many=True, help_text="merely near; not counted in `total`")
    facets = serializers.SerializerMethodField()
    sorts = serializers.SerializerMethodField()
    degraded = serializers.ListField(child=serializers.CharField())
    encoder = serializers.CharField()
    next = serializers.SerializerMethodField()
    photo_id = serializers.SerializerMethodField()
    banners = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="what rules of the shop say above the results; only where there are some",
    )
    redirect = serializers.CharField(
        required=False,
        help_text="where a rule of the shop would rather lead; only where there is one",
    )
    rules = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="rules of the shop that acted, by name; only with explain=1",
    )

    def to_representation(self, result: SearchResult) -> dict[str, Any]:
        shown = super().to_representation(result)
        if not self.context.get("explain"):
            del shown["rules"]
        return {
            name: value
            for name, value in shown.items()
            if value or name not in ("banners", "redirect")
        }

    @extend_schema_field(
        serializers.DictField(child=serializers.ListField(child=FacetValueSerializer()))
    )
    def get_facets(self, result: SearchResult) -> dict[str, list[dict[str, Any]]]:
        return {facet.name: facet_values(facet) for facet in result.facets}

    @extend_schema_field(
        serializers.ListField(
            child=serializers.ChoiceField(SORTS), help_text="those for which the shop has data"
        )
    )
    def get_sorts(self, result: SearchResult) -> list[str]:
        return list(offered())

    @extend_schema_field(
        serializers.CharField(
            allow_null=True, help_text="the address of the next page; null on the last"
        )
    )
    def get_next(self, result: SearchResult) -> str | None:
        return self.context["next"]

    @extend_schema_field(
        serializers.CharField(allow_null=True, help_text="names the photo that was sent, for a day")
    )
    def get_photo_id(self, result: SearchResult) -> str | None:
        return next((part.photo_id for part in result.query.parts if part.photo_id), None)


def facet_values(facet: Facet) -> list[dict[str, Any]]:
    """As FacetValueSerializer describes them."""
    return [dict(vars(each)) for each in facet.values]


def corrections(understood: Interpretation) -> list[dict[str, Any]]:
    """A corrected spelling, in the shape of an entity: its key searches for what was typed."""
    if not understood.correction:
        return []
    typed, to = understood.correction.typed, understood.correction.to
    about = {"kind": "correction", "value": to, "words": typed, "label": to}
    return [{**about, "hard": False, "key": "correction"}]
