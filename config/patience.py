"""People who run the shop wait longer than shoppers do: renaming a category of 100,000 products
rewrites them all, and would never end within a shopper's three seconds."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

from config.databases import STATEMENT_TIMEOUT

LIMIT = STATEMENT_TIMEOUT["admin"]


class AdminPatienceMiddleware:
    """Statements of admin have a time limit of their own; the connection is given back without."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [LIMIT])
        try:
            return self.get_response(request)
        finally:
            if connection.connection is not None and connection.is_usable():
                with connection.cursor() as cursor:
                    cursor.execute("RESET statement_timeout")
