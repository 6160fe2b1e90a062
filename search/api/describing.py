"""Image to text: what the shop would call the thing on a photo."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from search.admission.shedding import admitted
from search.api.documentation import BOX, PHOTO
from search.api.endpoint import Endpoint
from search.api.parameters import asked_of, checked
from search.api.searching import photo_id
from search.api.serializers import AbsoluteSerializer
from search.forms.fields import PHOTO_ID_PATTERN
from search.forms.search import DescribeForm
from search.retrieval.presentation.describe import Closest, Description, Guess, describe

PHOTO_ID = {
    "type": "string",
    "pattern": PHOTO_ID_PATTERN,
    "description": "One that was sent before.",
}
LIMIT = {"type": "integer", "minimum": 1, "maximum": 100, "default": 5}


class GuessSerializer(serializers.Serializer[Guess]):
    kind = serializers.CharField(help_text="category, color, material, gender or an attribute")
    value = serializers.CharField(help_text="as the search's filters take it")
    label = serializers.CharField()
    score = serializers.FloatField(help_text="0 to 1: its share of the votes of what is nearest")


class ClosestSerializer(AbsoluteSerializer):
    """A product whose own text is near to the photo."""

    sku = serializers.CharField(source="product.sku")
    title = serializers.CharField(source="product.title")
    description = serializers.CharField(source="product.description")
    url = serializers.SerializerMethodField()
    score = serializers.FloatField(
        help_text="0 to 1: the chance that this text describes the photo"
    )

    def get_url(self, closest: Closest) -> str:
        return self.address(closest.product)


class DescriptionSerializer(serializers.Serializer[Description]):
    photo_id = serializers.CharField(help_text="to search with the same photo")
    phrase = serializers.CharField(help_text="such as “navy canvas sneakers”; empty if unsure")
    category = serializers.SerializerMethodField()
    color = serializers.SerializerMethodField()
    attributes = serializers.SerializerMethodField()
    descriptions = ClosestSerializer(many=True, source="closest")
    encoder = serializers.CharField()

    @extend_schema_field(GuessSerializer(allow_null=True))
    def get_category(self, description: Description) -> dict[str, Any] | None:
        return next(iter(guessed(description, {"category"})), None)

    @extend_schema_field(GuessSerializer(allow_null=True))
    def get_color(self, description: Description) -> dict[str, Any] | None:
        return next(iter(guessed(description, {"color"})), None)

    @extend_schema_field(GuessSerializer(many=True))
    def get_attributes(self, description: Description) -> list[dict[str, Any]]:
        kinds = {guess.kind for guess in description.guesses}
        return guessed(description, kinds - {"category", "color"})


def guessed(description: Description, kinds: set[str]) -> list[dict[str, Any]]:
    guesses = [guess for guess in description.guesses if guess.kind in kinds]
    return list(GuessSerializer(guesses, many=True).data)


class DescribeEndpoint(Endpoint):
    @extend_schema(
        operation_id="describe",
        request={
            "multipart/form-data": {
                "type": "object",
                "properties": {"photo": PHOTO, "box": BOX, "limit": LIMIT},
                "required": ["photo"],
                "additionalProperties": False,
            },
            "application/json": {
                "type": "object",
                "properties": {"photo_id": PHOTO_ID, "limit": LIMIT},
                "required": ["photo_id"],
                "additionalProperties": False,
            },
        },
        responses=DescriptionSerializer,
    )
    def post(self, request: Request) -> Response:
        """The catalogue's words for a photo: what it is, its colour, the closest descriptions."""
        asked = asked_of(request, DescribeForm, ["photo", "box"])
        form = DescribeForm(asked)
        checked(form)
        photo = form.cleaned_data["photo_id"]
        if request.FILES or not photo:
            photo = photo_id(request, asked)
        with admitted(words_serve=False):
            answer = describe(photo, form.cleaned_data["limit"] or 5)
        return Response(DescriptionSerializer(answer, context={"request": request}).data)
