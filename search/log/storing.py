"""From entries to rows: a statement or two a batch, whatever its size, none before the answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from search import sql
from search.log import contests
from search.log.entries import ClickEntry, SearchEntry
from search.log.sessions import session_of
from search.log.writer import StoreAway
from search.models import LoggedSearch

Entry = SearchEntry | ClickEntry

REFINING = timedelta(minutes=5)  # other words of the same session within it refine the first
UNKNOWN = timedelta(seconds=10)  # as long as the search of a click may be on its way from elsewhere

# All rows of a batch are one parameter: Postgres reads JSON for less than Python spells rows. Each
# gets the words that its session searched last, in the batch or before it.
COLUMNS = ", ".join(f.column for f in LoggedSearch._meta.concrete_fields if f.name != "before")
SEARCHES = f"""
    WITH given AS MATERIALIZED (
        SELECT * FROM json_populate_recordset(NULL::search_loggedsearch, %(rows)s::text::json)
    )
    INSERT INTO search_loggedsearch ({COLUMNS}, before)
    SELECT {COLUMNS}, coalesce((
               SELECT CASE WHEN last.words <> given.words THEN last.words END
                 FROM (SELECT words, at FROM given other
                        WHERE session = given.session AND words <> '' AND at < given.at
                        UNION ALL
                       (SELECT words, at FROM search_loggedsearch
                         WHERE session = given.session AND words <> '' AND at < given.at
                           AND at > given.at - %(refining)s
                         ORDER BY at DESC LIMIT 1)
                        ORDER BY at DESC LIMIT 1) last
                WHERE given.words <> '' AND last.at > given.at - %(refining)s), '')
      FROM given
    ON CONFLICT DO NOTHING"""

# Only what a search has shown can have been clicked. Returns the searches that are known.
CLICKS = """
    WITH given AS (
        SELECT * FROM unnest(%s::uuid[], %s::bigint[], %s::int[], %s::timestamptz[])
            AS given (search_id, product_id, place, at)
    ), clicked AS (
        INSERT INTO search_click (search_id, product_id, place, at)
        SELECT DISTINCT ON (search_id, product_id) given.* FROM given
          JOIN search_loggedsearch s ON s.id = search_id AND product_id = ANY(s.shown)
         ORDER BY search_id, product_id, given.at
        ON CONFLICT DO NOTHING RETURNING search_id
    ), counted AS (
        UPDATE search_loggedsearch s SET clicks = least(clicks + n, 32767)
          FROM (SELECT search_id, count(*) AS n FROM clicked GROUP BY search_id) c
         WHERE s.id = c.search_id
    )
    SELECT id FROM search_loggedsearch WHERE id = ANY(%s::uuid[])"""

DROPPED = """
    INSERT INTO search_searchday (day, words, searches, sessions, without_result, without_click,
                                  refined, corrected, slow, degraded, photos, milliseconds, dropped)
    VALUES (%s, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, %s)
    ON CONFLICT (day, words) DO UPDATE
       SET dropped = search_searchday.dropped + excluded.dropped"""


def store(entries: Sequence[Entry], dropped: int) -> Sequence[Entry]:
    """Write them, as if once where it has to be done again; returns the clicks whose search is not
    known yet.

    Raises StoreAway where the database does not answer.
    """
    searches = [each for each in entries if isinstance(each, SearchEntry)]
    clicks = [each for each in entries if isinstance(each, ClickEntry)]
    with own_connection():
        if searches:
            rows = json.dumps([row_of(each) for each in searches], default=str)
            sql.write(SEARCHES, {"rows": rows, "refining": REFINING})
        known = write_clicks(clicks) if clicks else set()
        if dropped:
            sql.write(DROPPED, [datetime.now(UTC).date(), dropped])
        contests.look()
    young = datetime.now(UTC) - UNKNOWN
    return [each for each in clicks if each.search not in known and each.at > young]


@contextmanager
def own_connection() -> Iterator[None]:
    """The thread's connection, given back after each batch: most of the time nothing is written."""
    try:
        yield
    except (OperationalError, InterfaceError) as reason:
        raise StoreAway(str(reason)) from reason
    finally:
        connection.close()


def row_of(entry: SearchEntry) -> dict[str, Any]:
    return entry.fields | {"session": session_of(entry.visitor, entry.at), "clicks": 0}


def write_clicks(clicks: Sequence[ClickEntry]) -> set[UUID]:
    """The searches, of those that were clicked in, that are known."""
    searches = [each.search for each in clicks]
    columns = [
        searches,
        [each.product for each in clicks],
        [each.place for each in clicks],
        [each.at for each in clicks],
    ]
    return {key for (key,) in sql.rows(CLICKS, [*columns, searches], primary=True)}
