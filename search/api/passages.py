"""A text as the query: passages, each with its products."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response

from search.admission.shedding import admitted
from search.admission.throttles import KeyThrottle, SearchThrottle, cost_of_list, seconds_to_wait
from search.api.documentation import described
from search.api.endpoint import Endpoint
from search.api.parameters import asked_of, checked
from search.api.serializers import HitSerializer
from search.forms.search import PassagesForm
from search.query import Query
from search.retrieval.passages import PASSAGES_SEARCHED, PIECES_READ, Found, search_text

PRODUCTS_SHOWN = 6
BODY = {
    "type": "object",
    "properties": {name: described(field) for name, field in PassagesForm.base_fields.items()},
    "required": ["text"],
    "additionalProperties": False,
}


class FoundSerializer(serializers.Serializer[Found]):
    """A passage with its place in the text, and what a search for it finds."""

    text = serializers.CharField(source="passage.text")
    start = serializers.IntegerField(source="passage.start", help_text="characters before it")
    end = serializers.IntegerField(source="passage.end")
    total = serializers.IntegerField(source="result.total")
    results = HitSerializer(source="result.hits", many=True)


class PassagesSerializer(serializers.Serializer[Any]):
    passages = FoundSerializer(many=True)
    more = serializers.BooleanField(
        help_text=f"only the first {PASSAGES_SEARCHED} passages of {PIECES_READ} lines were read"
    )


class PassagesEndpoint(Endpoint):
    # These charge one search; what else the text costs is charged once it is read.
    throttle_classes = [KeyThrottle, SearchThrottle]

    @extend_schema(
        operation_id="passages", request={"application/json": BODY}, responses=PassagesSerializer
    )
    def post(self, request: Request) -> Response:
        """A text cut into passages (lines, sentences, things named), each with its products."""
        form = PassagesForm(asked_of(request, PassagesForm))
        checked(form)
        cost = cost_of_list(form.cleaned_data["text"])
        if wait := seconds_to_wait(request, "search", cost - 1):
            raise Throttled(wait)
        query = Query(
            filters=form.filters(), page_size=form.cleaned_data["limit"] or PRODUCTS_SHOWN
        )
        with admitted() as level:
            query = replace(query, words_only=level.words_only)
            found, more = search_text(form.cleaned_data["text"], query)
        answer = {"passages": found, "more": more}
        return Response(PassagesSerializer(answer, context={"request": request}).data)
