"""The search: words, photo, products, filters, all to `retrieval.search`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.datastructures import MultiValueDict
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from search import log, retrieval
from search.admission.shedding import admitted
from search.admission.visitors import visitor
from search.api.answers import SearchResultSerializer
from search.api.documentation import JSON_SEARCH, PAGING, PHOTO_SEARCH, parameters
from search.api.endpoint import Endpoint
from search.api.parameters import asked_of, checked, next_address
from search.api.problems import invalid
from search.forms.photo import WORDS_ALONE, PhotoError, open_photo
from search.forms.search import PhotoForm, SearchForm


class SearchEndpoint(Endpoint):
    @extend_schema(
        operation_id="search",
        parameters=parameters(SearchForm),
        responses=SearchResultSerializer,
        description=PAGING,
    )
    def get(self, request: Request) -> Response:
        """Products for words, for a photo sent before, for a product, or for filters alone."""
        return found(request, asked_of(request))

    @extend_schema(
        operation_id="search_with_photo_or_parts",
        request={"multipart/form-data": PHOTO_SEARCH, "application/json": JSON_SEARCH},
        responses=SearchResultSerializer,
        description=PAGING,
    )
    def post(self, request: Request) -> Response:
        """Products for an uploaded photo (multipart), or for several weighted parts (JSON)."""
        asked = asked_of(request, SearchForm, ["box"])
        if request.FILES:
            checked(SearchForm(without(asked, "photo")))  # before the photo is worked on
            return found_with_photo(request, asked)
        return found(request, asked)


def found_with_photo(request: Request, asked: MultiValueDict) -> Response:
    """Where the encoder is away, what the words alone find; `degraded` says so."""
    try:
        asked["photo"] = photo_id(request, asked)
    except retrieval.NoVector:
        if not asked.get("q"):
            raise
        return found(request, without(asked, "photo"), degraded=[str(WORDS_ALONE)])
    return found(request, asked)


def found(request: Request, asked: MultiValueDict, degraded: Sequence[str] = ()) -> Response:
    noted = log.begin()
    form = SearchForm(asked)
    checked(form)
    with admitted() as level:
        result = retrieval.search(replace(form.query(), words_only=level.words_only))
        result.degraded.extend(degraded)
        context = {
            "request": request,
            "explain": result.query.explain,
            "next": next_address(request, asked, result.next),
        }
        response = Response(SearchResultSerializer(result, context=context).data)
    log.note(noted, result, visitor(request), by_api=True)
    return response


def photo_id(request: Request, asked: MultiValueDict) -> str:
    """The id under which the vector of the uploaded photo is kept for a day; the photo is not."""
    form = PhotoForm(asked, request.FILES)
    checked(form)
    try:
        photo = open_photo(form.cleaned_data["photo"], form.cleaned_data["box"])
    except PhotoError as error:
        raise invalid({"photo": [str(error)]}) from error
    with admitted(words_serve=False):
        return retrieval.store_photo(photo).pk


def without(asked: MultiValueDict, name: str) -> MultiValueDict:
    copy = asked.copy()
    copy.pop(name, None)
    return copy
