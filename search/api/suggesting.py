"""Suggestions while typing."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from search.admission.throttles import KeyThrottle, SuggestThrottle
from search.api.documentation import parameters
from search.api.endpoint import Endpoint
from search.api.parameters import asked_of, checked
from search.api.serializers import AbsoluteSerializer
from search.forms.search import SuggestForm
from search.suggesting.suggestions import Suggestion, suggest

SUGGESTIONS = 8


class SuggestionSerializer(AbsoluteSerializer):
    kind = serializers.ChoiceField(choices=["query", "category", "brand", "product"])
    text = serializers.CharField()
    url = serializers.SerializerMethodField()
    image = serializers.SerializerMethodField()
    marks = serializers.ListField(
        child=serializers.ListField(
            child=serializers.IntegerField(min_value=0), min_length=2, max_length=2
        ),
        help_text="Which characters of the text were typed: first and end of each run.",
    )

    def get_url(self, suggestion: Suggestion) -> str:
        return self.absolute(suggestion.url)

    def get_image(self, suggestion: Suggestion) -> str | None:
        return self.absolute(suggestion.image) if suggestion.image else None


class SuggestionsSerializer(AbsoluteSerializer):
    suggestions = SuggestionSerializer(many=True)


class SuggestEndpoint(Endpoint):
    throttle_classes = [KeyThrottle, SuggestThrottle]

    @extend_schema(
        operation_id="suggest",
        parameters=parameters(SuggestForm),
        responses=SuggestionsSerializer,
    )
    def get(self, request: Request) -> Response:
        """What the words typed so far may become: searches, categories, brands, products."""
        form = SuggestForm(asked_of(request, SuggestForm))
        checked(form)
        found = suggest(form.cleaned_data["q"], form.cleaned_data["limit"] or SUGGESTIONS)
        shown = SuggestionsSerializer({"suggestions": found}, context={"request": request})
        return Response(shown.data)
