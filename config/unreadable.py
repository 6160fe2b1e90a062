"""What a form or an address of admin says and no row can hold: an id that is no number, a NUL,
half a character, a number of thousands of digits, more rows of a table than were sent.

Nobody types these; Django's admin looks them up as they are, in lists, actions, forms and names
that are completed. It is told as a request that was not understood, and not as a fault of ours.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import DataError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from config.admin_pages import is_for_admin

logger = logging.getLogger(__name__)
NO_NUMBER = re.compile(
    r"Field '\w+' expected a number but got|year \S+ is out of range"
    r"|Exceeds the limit \(\d+ digits\)"
)
HALF = "surrogates not allowed"  # "\\ud800" in JSON, to whatever writes it down in UTF-8
TOTAL, ROW = "-TOTAL_FORMS", re.compile(r"(.+)-([0-9]+)-")
TOO_DEEP = "while decoding a JSON"  # lists within lists, by the thousand


class UnreadableMiddleware:
    """400 where a page of admin was asked for what its database cannot look for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """What Django's admin takes as it is: `pk__range=1`, though a range has two ends, and a
        copy of a row, which no page of ours offers and none is made for."""
        if not is_for_admin(request):
            return None
        if any(name.endswith("__range") for name in request.GET):
            return refused(request, "a range in an address")
        if "_saveasnew" in request.POST:
            return refused(request, "a copy of a row")
        if counts_unsent_rows(request.POST):
            return refused(request, "rows of a table that were not sent")
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not is_for_admin(request) or not is_unreadable(error):
            return None
        return refused(request, error)


def refused(request: HttpRequest, reason: object) -> HttpResponse:
    logger.warning("A page of admin was asked for what cannot be: %s", reason)
    return render(request, "400.html", status=400)


def counts_unsent_rows(posted: QueryDict) -> bool:
    """Django makes up to 2,000 forms by the number alone, in a minute; a browser sends something
    of each row, its hidden id at the least."""
    totals = {name.removesuffix(TOTAL): posted[name] for name in posted if name.endswith(TOTAL)}
    if not totals:
        return False
    rows = {match.groups() for match in map(ROW.match, posted) if match}
    sent = Counter(table for table, _number in rows)
    return any(is_more(total, sent[table]) for table, total in totals.items())


def is_more(total: str, sent: int) -> bool:
    try:
        return int(total) > sent
    except ValueError:
        return False  # the form itself tells what is no number


def is_unreadable(error: Exception) -> bool:
    if isinstance(error, UnicodeEncodeError):
        return error.reason == HALF
    if isinstance(error, ValueError):
        return bool(NO_NUMBER.match(str(error)))
    if isinstance(error, RecursionError):
        return TOO_DEEP in str(error)
    return isinstance(error, DataError | FieldDoesNotExist | OverflowError)
