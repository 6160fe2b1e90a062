"""Uploads are counted while they stream in: Django itself has no cap on their size."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MARK = "vitrine.upload_too_large"


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
            if self.request is not None:
                self.request.META[MARK] = True
            raise UploadTooLargeError
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class UploadCapMiddleware:
    """Answer 413 with a page when an upload is over the cap; the API says so in its own way.

    Whoever reads the form first meets the exception, CSRF's check included, and Django makes a
    400 of it there: hence a mark on the request, and not `process_exception`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if MARK in request.META and response.status_code == 400:
            return render(request, "413.html", status=413)
        return response
