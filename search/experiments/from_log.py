"""Judgement sets from what shoppers search and click: queries from the log, grades from clicks.

Only words that several sessions have searched enter a set: what one person alone looks for may say
who they are, and a set is kept. The latest searches are looked at, up to a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.models import Product
from search import sql
from search.evaluation.click_grades import PLACES, Impression, grades
from search.experiments.reading import ROWS_AT_ONCE, keep
from search.log.days import FEWEST_SESSIONS
from search.models import MOST_QUERIES, JudgedQuery, Judgement, JudgementSet

FIRST_PAGES_READ = 50_000  # first pages
ADDED = 100  # queries at a time

LATEST = """
    WITH latest AS MATERIALIZED (
        SELECT id, words, language, session, shown FROM search_loggedsearch
         WHERE page = 1 AND kind = 'words' AND filters = '{}' ORDER BY id DESC LIMIT %(most)s
    )"""
SEARCHED = f"""{LATEST}
    SELECT words, language FROM latest WHERE lower(words) <> ALL(%(known)s::text[])
     GROUP BY words, language HAVING count(DISTINCT session) >= %(fewest)s
     ORDER BY count(*) DESC, words LIMIT %(added)s"""
LENGTHS = f"{LATEST} SELECT cardinality(shown), count(*) FROM latest GROUP BY 1"
OPENED = f"""{LATEST}
    SELECT place, count(*) FROM search_click JOIN latest ON search_id = latest.id GROUP BY 1"""
CLICKED = f"""{LATEST}
    SELECT lower(words), shown,
           ARRAY(SELECT product_id FROM search_click WHERE search_id = latest.id)
      FROM latest WHERE lower(words) = ANY(%(known)s::text[])"""


@dataclass(frozen=True)
class Clicked:
    queries: int
    grades: int


def add_searched(judgements: JudgementSet, added: int = ADDED) -> int:
    """Add the words that are searched most and not in the set yet; how many."""
    room = min(added, MOST_QUERIES - judgements.queries.count())
    given = {
        "most": FIRST_PAGES_READ,
        "fewest": FEWEST_SESSIONS,
        "added": max(room, 0),
        "known": words_of(judgements),
    }
    found = sql.rows(SEARCHED, given)
    queries = [JudgedQuery(text=words, language=language) for words, language in found]
    for query in queries:
        query.key = query.named()
    return len(keep(judgements, queries)) if queries else 0


def grade_by_clicks(judgements: JudgementSet) -> Clicked:
    """Grade the set's words by what was clicked after them, in place of earlier such grades."""
    queries = plain(judgements)
    given = {"most": FIRST_PAGES_READ, "known": words_of(judgements)}
    impressions = [
        Impression(words, shown, set(clicked)) for words, shown, clicked in sql.rows(CLICKED, given)
    ]
    found = grades(impressions, usual())
    sold = set(
        Product.objects.filter(pk__in={pk for said in found.values() for pk in said})
        .values_list("pk", flat=True)
    )  # fmt: skip
    made = [
        Judgement(query=query, product_id=pk, grade=grade, by=Judgement.By.CLICKS)
        for query in queries
        for pk, grade in found.get(query.text.lower(), {}).items()
        if pk in sold
    ]
    with transaction.atomic():
        Judgement.objects.filter(query__judgements=judgements, by=Judgement.By.CLICKS).delete()
        Judgement.objects.bulk_create(made, ROWS_AT_ONCE)
    return Clicked(len({each.query_id for each in made}), len(made))


def usual() -> dict[int, float]:
    """By place from 0: the share of pages on which what stood there was clicked."""
    lengths: dict[int, int] = dict(sql.rows(LENGTHS, {"most": FIRST_PAGES_READ}))
    opened: dict[int, int] = dict(sql.rows(OPENED, {"most": FIRST_PAGES_READ}))
    shown = {
        place: sum(pages for length, pages in lengths.items() if length > place)
        for place in range(PLACES)
    }
    return {at: opened.get(at + 1, 0) / pages for at, pages in shown.items() if pages}


def plain(judgements: JudgementSet) -> Sequence[JudgedQuery]:
    """The queries of words alone: what the log counts without filters and photos."""
    words = judgements.queries.exclude(text="").filter(photo_name="", filters={})
    return list(words.light())


def words_of(judgements: JudgementSet) -> list[str]:
    return [query.text.lower() for query in plain(judgements)]
