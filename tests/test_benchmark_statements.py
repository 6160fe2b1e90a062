"""Benchmarks count every statement and row, by whatever door it comes."""

import pytest

from benchmarks.search.statements import counting
from catalog.models import Brand
from search import sql


@pytest.mark.django_db
def test_statements_of_the_orm_and_of_raw_sql_are_counted_alike() -> None:
    with counting() as counted:
        list(Brand.objects.all())
        sql.rows("SELECT 1")
    assert counted.statements == 2


@pytest.mark.django_db
def test_rows_are_counted_however_they_are_fetched() -> None:
    Brand.objects.bulk_create(Brand(name=f"brand {n}") for n in range(3))
    with counting() as counted:
        list(Brand.objects.all())
        sql.rows("SELECT generate_series(1, 4)")
    assert counted.rows == 7


@pytest.mark.django_db
def test_an_array_is_as_many_rows_as_it_is_long() -> None:
    with counting() as counted:
        sql.rows("SELECT array_agg(n), 'once' FROM generate_series(1, 50) n")
    assert counted.rows == 50
