"""A form of admin that is sent after its session has ended is kept, and may be sent once more.

Django leads to the login and forgets it: whoever writes for an hour loses the hour. It travels in
the pages themselves (nothing of it is stored), and goes off again only by another click.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views import csrf

from config.admin_pages import is_for_admin

# The first two are fields of templates/admin/login.html.
FIELDS, FILES, TOKEN = "kept_fields", "kept_files", "csrfmiddlewaretoken"


class KeptFormMiddleware:
    """The login keeps what was sent without a session, and then offers it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        kept = request.POST if is_login(request) and response.status_code == 302 else None
        if kept is None or FIELDS not in kept:
            return response
        fields, files = QueryDict(kept[FIELDS]), QueryDict(kept.get(FILES, ""))
        return offered(request, response["Location"], fields, files.items())

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if is_form(request) and not admin.site.has_permission(request):
            return signed_out(request)
        return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Whoever logged in anew has another token than pages from before.

    Only our own pages may have it sent again: of another site nobody knows what it would do.
    """
    is_ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    if not is_ours or not is_for_admin(request):
        return csrf.csrf_failure(request, reason)
    is_in = admin.site.has_permission(request)
    if is_login(request) and is_in:  # by another tab
        return HttpResponseRedirect(reverse("admin:index"))
    if not is_form(request) or TOKEN not in request.POST:
        return csrf.csrf_failure(request, reason)
    if not is_in:
        return signed_out(request)
    return offered(request, request.get_full_path(), fields_of(request), files_of(request).items())


def is_login(request: HttpRequest) -> bool:
    match = request.resolver_match
    return is_for_admin(request) and match is not None and match.url_name == "login"


def is_form(request: HttpRequest) -> bool:
    """What a script sends, a script reads the answer of."""
    match = request.resolver_match
    by_script = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    is_page = match is not None and match.url_name not in ("login", "logout")
    return request.method == "POST" and is_page and is_for_admin(request) and not by_script


def fields_of(request: HttpRequest) -> QueryDict:
    fields = request.POST.copy()
    fields.pop(TOKEN, None)
    return fields


def files_of(request: HttpRequest) -> QueryDict:
    """Names only: no page may fill in a file."""
    files = QueryDict(mutable=True)
    for field, file in request.FILES.items():
        files[field] = file.name
    return files


def signed_out(request: HttpRequest) -> HttpResponse:
    kept = {"fields": fields_of(request).urlencode(), "files": files_of(request).urlencode()}
    login = {"next": request.get_full_path(), "app_path": reverse("admin:login"), "kept": kept}
    request.method = "GET"  # which shows the login, and takes nothing for a password
    return admin.site.login(request, login)


def offered(
    request: HttpRequest, address: str, fields: QueryDict, files: Iterable[tuple[str, Any]]
) -> HttpResponse:
    pairs = [(name, value) for name, values in fields.lists() for value in values]
    context = {**admin.site.each_context(request), "address": address, "pairs": pairs}
    return render(request, "admin/kept_form.html", {**context, "files": list(files)})
