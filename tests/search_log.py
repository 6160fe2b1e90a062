"""The log of searches, switched on for a test, and made large by SQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from search import log


@pytest.fixture
def logged(settings: Settings, empty_cache: None, transactional_db: None) -> Iterator[None]:
    """What is searched is logged; the thread that writes it ends with the test."""
    settings.SEARCH_LOG = True
    yield
    log.writer.close()


ROWS = """
    INSERT INTO search_loggedsearch (id, at, kind, words, chips, filters, page, total, shown,
                  clicks, language, milliseconds, degraded, by_api, corrected, before, session)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000'
              || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
           at, CASE WHEN n %% 10 = 0 THEN 'photo' ELSE 'words' END,
           CASE WHEN n %% 10 = 0 THEN '' ELSE 'words ' || n %% 5000 END, '{}', '{}', 1,
           CASE WHEN n %% 7 = 0 THEN 0 ELSE 30 END, ARRAY[n %% 500, n %% 500 + 1], n %% 3,
           'en', n %% 1500, false, false, CASE WHEN n %% 11 = 0 THEN 'worlds' ELSE '' END,
           CASE WHEN n %% 13 = 0 THEN 'wrods' ELSE '' END, 's' || n %% 60000
      FROM (SELECT n, now() - %s * interval '1 day' * n / %s AS at
              FROM generate_series(1, %s) n) made"""


def fill_log(searches: int, days: int = 28) -> None:
    """That many searches, spread over as many days before now."""
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [days, searches, searches])
        cursor.execute("ANALYZE search_loggedsearch")
