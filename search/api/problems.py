"""Errors of the API, every one of them as application/problem+json (RFC 9457)."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from catalog.away import is_away
from catalog.importing.errors import Busy, FileError
from catalog.pictures import DecodersBusy
from search.admission.shedding import Overloaded
from search.retrieval import BadCursor, ExpiredPhoto, NoVector, RetrievalUnavailable

logger = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"
RETRY_SECONDS = 5  # a restart of the database is over by then


class Problem(Exception):
    """An answer other than the one asked for: a status and a sentence about it."""

    def __init__(
        self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more

    def body(self) -> dict[str, Any]:
        title = HTTPStatus(self.status).phrase
        about = {"type": "about:blank", "title": title, "status": self.status}
        return {**about, "detail": self.detail, **self.more}


def invalid(errors: Mapping[str, list[str]]) -> Problem:
    """400 with what is wrong with each parameter; `detail` tells the first."""
    name, sentences = next(iter(errors.items()))
    detail = sentences[0] if name == "__all__" else f"{name}: {sentences[0]}"
    return Problem(400, detail, errors=dict(errors))


def answer(error: Exception, context: Mapping[str, Any]) -> Response:
    """DRF's exception handler: whatever was raised becomes a problem, never a stack trace."""
    set_rollback()
    request: HttpRequest = context["request"]
    problem = as_problem(error, request)
    if problem.status >= 500 and not isinstance(error, Overloaded | DecodersBusy | Busy):
        logger.error("%s %s failed: %r", request.method, request.path, error, exc_info=error)
    return Response(
        problem.body(), problem.status, headers=problem.headers, content_type=CONTENT_TYPE
    )


def as_problem(error: Exception, request: HttpRequest) -> Problem:
    """What to tell a client about an exception."""
    match error:
        case Problem():
            return error
        case exceptions.Throttled():
            return throttled(error.wait)
        case exceptions.APIException():
            wanted = getattr(error, "auth_header", "")  # by DRF, where a key is asked for
            headers = {"WWW-Authenticate": wanted} if wanted else {}
            return Problem(error.status_code, str(error.detail), headers)
        case BadCursor() | ExpiredPhoto() | NoVector() | RetrievalUnavailable():
            return search_failed(error)
        case Overloaded() | DecodersBusy():
            return busy(error.retry_after)
        case FileError():  # another import is at it, or the disk is nearly full
            return unavailable(str(error))
        case Http404():
            return Problem(404, str(error) or nothing_here())
        case ObjectDoesNotExist():  # taken out of the shop while it was asked for
            return Problem(404, nothing_here())
        case RequestDataTooBig():
            return too_large(request)
        case SuspiciousOperation():
            return Problem(400, str(error))
    if is_away(error):
        return unavailable()
    return Problem(500, _("Something went wrong on our side. It has been noted."))


def nothing_here() -> str:
    return _("There is nothing at this address.")


def search_failed(error: Exception) -> Problem:
    match error:
        case BadCursor():
            return invalid({"cursor": [str(error)]})
        case ExpiredPhoto():
            over = _("This photo search is over: photos are forgotten after a day. Send it again.")
            return Problem(410, over)
        case NoVector():
            return unavailable(
                _("Photos cannot be read at the moment. Please try again, or use words.")
            )
    return unavailable()


def unavailable(detail: str = "") -> Problem:
    sentence = detail or _("The search is not available at the moment. Please try again.")
    return Problem(503, sentence, {"Retry-After": str(RETRY_SECONDS)})


def busy(seconds: int) -> Problem:
    sentence = _("Too many people are searching right now. Please try again.")
    return Problem(503, sentence, {"Retry-After": str(seconds)})


def throttled(wait: float | None) -> Problem:
    seconds = max(math.ceil(wait or 0), 1)
    sentence = ngettext(
        "Too many requests. Please wait %(seconds)d second.",
        "Too many requests. Please wait %(seconds)d seconds.",
        seconds,
    )
    return Problem(429, sentence % {"seconds": seconds}, {"Retry-After": str(seconds)})


def too_large(request: HttpRequest) -> Problem:
    brings_photo = (request.content_type or "").startswith("multipart/")
    limit = settings.UPLOAD_BYTES if brings_photo else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    sentence = _("This request is larger than %(limit)s. Please send less.")
    return Problem(413, sentence % {"limit": filesizeformat(limit)})


def as_response(problem: Problem) -> HttpResponse:
    """The problem outside DRF, where no endpoint was reached."""
    return JsonResponse(
        problem.body(),
        status=problem.status,
        headers=dict(problem.headers),
        content_type=CONTENT_TYPE,
    )
