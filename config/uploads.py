"""Uploads are counted while they stream in, and have to arrive whole: Django itself checks neither.

A body that was cut short would be read as far as it goes, and a photo that was lost on the way be
answered like a search without one.
"""

from collections.abc import Callable
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.utils.translation import gettext as _

MARK = "vitrine.upload_too_large"
TAIL_BYTES = 1_024  # of a body: its last boundary has at most 70, and little may follow it


class UploadTooLargeError(RequestDataTooBig):
    """More than settings.UPLOAD_BYTES arrived."""


class CappedUploadHandler(FileUploadHandler):
    """Count all files of one request together, stop reading at the cap, and see the end come."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.received = 0
        self.boundary = b""

    def handle_raw_input(self, *parsed: Any, **named: Any) -> None:
        """Django tells: the stream, META, the length, the boundary, the encoding."""
        self.boundary = parsed[3]

    def upload_complete(self) -> None:
        stream = getattr(self.request, "_stream", None)
        if isinstance(stream, TailedStream) and b"--%b--" % self.boundary not in stream.tail:
            raise MultiPartParserError(
                _("The upload did not arrive completely. Please send it again.")
            )

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_BYTES:
            if self.request is not None:
                self.request.META[MARK] = True
            raise UploadTooLargeError
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class TailedStream:
    """A request's body that remembers the last bytes which were read of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.tail = stream, b""

    def read(self, size: int | None = None) -> bytes:
        return self.seen(self.stream.read() if size is None else self.stream.read(size))

    def readline(self, size: int | None = None) -> bytes:
        return self.seen(self.stream.readline() if size is None else self.stream.readline(size))

    def seen(self, data: bytes) -> bytes:
        self.tail = (self.tail + data[-TAIL_BYTES:])[-TAIL_BYTES:]
        return data


class UploadCapMiddleware:
    """Answer 413 with a page when an upload is over the cap; the API says so in its own way.

    Whoever reads the form first meets the exception, CSRF's check included, and Django makes a
    400 of it there: hence a mark on the request, and not `process_exception`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.content_type == "multipart/form-data":
            request._stream = TailedStream(request._stream)  # where Django itself reads from
        response = self.get_response(request)
        if MARK in request.META and response.status_code == 400:
            in_admin = request.path.startswith("/admin/")
            return render(request, "413.html", {"in_admin": in_admin}, status=413)
        return response
