"""Where there is no room for a request at this moment, its page says so and when to come again."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from catalog.pictures import DecodersBusy
from search.admission.shedding import Overloaded


class BusyMiddleware:
    """503 with Retry-After for pages; the API says so in its own way (`search.api.problems`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Overloaded | DecodersBusy):
            return None
        response = render(request, "503.html", status=503)
        response["Retry-After"] = str(error.retry_after)
        return response
