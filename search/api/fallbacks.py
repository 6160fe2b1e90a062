"""Addresses below /api/ where no endpoint is, and failures outside of any endpoint."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from catalog import views
from search.api.problems import Problem, as_problem, as_response


@csrf_exempt
def not_found(request: HttpRequest, path: str) -> HttpResponse:
    """404 as a problem; where only the last slash is missing, the way to the right address.

    308 keeps method and body, unlike Django's own redirect, so that a POST arrives.
    """
    if not path.endswith("/") and endpoint_at(f"{request.path_info}/"):
        query = f"?{request.META['QUERY_STRING']}" if request.META["QUERY_STRING"] else ""
        return HttpResponsePermanentRedirect(f"{request.path}/{query}", preserve_request=True)
    return as_response(Problem(404, _("There is nothing at this address of the API.")))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: a problem below /api/, a page for people everywhere else."""
    if not request.path.startswith("/api/"):
        return views.server_error(request)
    raised = sys.exc_info()[1]
    return as_response(
        as_problem(raised if isinstance(raised, Exception) else Exception(), request)
    )


def endpoint_at(path: str) -> bool:
    try:
        return resolve(path).func is not not_found
    except Resolver404:
        return False
