"""What people do in admin is not cut off at a shopper's time limit, and shoppers still are."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.patience import AdminPatienceMiddleware

pytestmark = pytest.mark.django_db(transaction=True)


def limit() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return str(cursor.fetchone()[0])


def limit_at(path: str) -> str:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(limit())

    return AdminPatienceMiddleware(view)(RequestFactory().post(path)).content.decode()


def test_admin_has_minutes_and_the_next_request_on_its_connection_has_not() -> None:
    usual = limit()
    assert limit_at("/admin/catalog/category/1/change/") == "5min"
    assert limit() == usual
    assert limit_at("/search/") == usual


def test_a_page_that_fails_leaves_no_longer_limit_behind() -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        raise InterruptedError

    usual = limit()
    with pytest.raises(InterruptedError):
        AdminPatienceMiddleware(broken)(RequestFactory().post("/admin/"))
    assert limit() == usual
