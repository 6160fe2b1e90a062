"""Uploads are counted while they stream in: Django itself has no cap on their size."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


class UploadTooLargeError(RequestDataTooBig):
    """More than settings.UPLOAD_BYTES arrived."""


class CappedUploadHandler(FileUploadHandler):
    """Count all files of one request together and stop reading at the cap."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_BYTES:
            raise UploadTooLargeError
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class UploadCapMiddleware:
    """Answer 413 in a sentence when an upload is over the cap."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return too_large(request) if isinstance(exception, UploadTooLargeError) else None


def too_large(request: HttpRequest) -> HttpResponse:
    """Return the 413 answer, as a problem for the API and as text for people."""
    limit = filesizeformat(settings.UPLOAD_BYTES)
    detail = _("This file is larger than %(limit)s. Please choose a smaller photo.") % {
        "limit": limit
    }
    if not request.path.startswith("/api/"):
        return HttpResponse(detail, status=413, content_type="text/plain; charset=utf-8")
    problem: dict[str, Any] = {"type": "about:blank", "title": "Upload too large", "status": 413}
    return JsonResponse(
        problem | {"detail": detail}, status=413, content_type="application/problem+json"
    )
