"""Two people who save in admin at once: the second is told what the first did, as by any later try.

Both pass the form's own look for doubles, and only what writes refuses one: the database, or a
look under a lock. So it is with what somebody else has deleted meanwhile. Looked at again, the form
finds it out and says so beside its field.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse

from config.admin_pages import is_for_admin

OVERTAKEN = (IntegrityError, ValidationError, ObjectDoesNotExist)


class DoubleSubmitMiddleware:
    """Call the view once more whose first call was refused while it wrote, and undone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Only a form of admin; what is refused again fails as it would have."""
        match = request.resolver_match
        if not isinstance(error, OVERTAKEN) or request.method != "POST":
            return None
        if match is None or not is_for_admin(request):
            return None
        for file in request.FILES.values():
            file.seek(0)
        return match.func(request, *match.args, **match.kwargs)
