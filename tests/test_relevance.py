"""The sample shop, searched with the encoder that ships: floors a little under what was reached.

The numbers reached, with their intervals, stand in docs/encoder.md and docs/search.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from search import indexing
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from search.versions import live_encoder

SHOP = Path(settings.BASE_DIR) / "sample_shop"
# What stands in the title of the first result.
MEANT = {
    "çay fincanı": "cup",
    "taza de té": "cup",
    "чашка для чая": "cup",
    "كوب شاي": "cup",
    "茶杯": "cup",
    "Lampe zum Lesen": "lamp",
    "読書ランプ": "lamp",
    "독서등": "lamp",
    "โคมไฟอ่านหนังสือ": "lamp",
    "红色连衣裙": "red dress",
    "빨간 원피스": "red dress",
    "платье красное": "red dress",
    "ชุดเดรสสีแดง": "red dress",
    "zapatos rojos talla 40": "red",
}
Metrics = dict[str, dict[str, float]]  # ranking -> metric -> mean

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module")
def reached(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Metrics]]:
    """Open the sample shop, ask it everything once, and close it without a trace."""
    forget()  # this fixture is older than the one that forgets before each test
    with django_db_blocker.unblock(), transaction.atomic():
        photos = SHOP / "photos"
        call_command("import_catalog", SHOP / "catalogue.csv", images=photos, stdout=StringIO())
        indexing.index_stale()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # no autovacuum sees what this transaction holds
        indexing.calibrate(*live_encoder())
        yield {
            "words": evaluated("judgements.jsonl"),
            "photos": evaluated("shopper_photos/judgements.jsonl", only="search"),
            "composed": evaluated("shopper_photos/composed.jsonl"),
            "dead ends": {text: {} for text in labelled() if is_dead_end(text)},
            "languages": {text: {words: share(text, words)} for text, words in MEANT.items()},
        }
        transaction.set_rollback(True)


def evaluated(judgements: str, **options: str) -> Metrics:
    out = StringIO()
    call_command("evaluate", SHOP / judgements, json=True, stdout=out, **options)
    rankings = json.loads(out.getvalue())["rankings"]
    return {
        name: {metric: found["mean"] for metric, found in ranking["metrics"].items()}
        for name, ranking in rankings.items()
    }


def share(text: str, words: str) -> float:
    """Of the words those in the title of the first result; 0 where there is none."""
    titles = [hit.product.title.lower() for hit in search(Query(parts=(Part(text=text),))).hits]
    told = [word in title for title in titles[:1] for word in words.split()]
    return sum(told) / len(words.split())


def labelled() -> list[str]:
    lines = Path(__file__).with_name("understanding.jsonl").read_text().splitlines()
    return [json.loads(line)["query"] for line in lines]


def is_dead_end(text: str) -> bool:
    """Whether entities emptied the result, and no way out of them is offered."""
    query = Query(parts=(Part(text=text),), page_size=1)
    found = search(query)
    conditions = tuple(entity.key for entity in found.interpretation.entities if entity.hard)
    if found.hits or not conditions or found.relaxations:
        return False
    return bool(search(replace(query, off=conditions)).hits)


def test_how_people_ask_finds_what_they_mean(reached: dict[str, Metrics]) -> None:
    assert reached["words"]["text_to_search"]["nDCG@10"] >= 0.74
    assert reached["words"]["text_to_search"]["MRR"] >= 0.86


def test_the_whole_search_is_better_than_the_encoder_alone(reached: dict[str, Metrics]) -> None:
    found = {name: metrics["nDCG@10"] for name, metrics in reached["words"].items()}
    assert found["text_to_search"] > max(found["text_to_text"], found["text_to_image"])


def test_a_shopper_s_photo_finds_its_product(reached: dict[str, Metrics]) -> None:
    assert reached["photos"]["image_to_search"]["R@10"] >= 0.70
    assert reached["photos"]["image_to_search"]["MRR"] >= 0.77


def test_a_photo_and_a_change_find_more_than_the_mean_of_both(reached: dict[str, Metrics]) -> None:
    found = {name: metrics["nDCG@10"] for name, metrics in reached["composed"].items()}
    assert found["both_to_search"] >= 0.69
    assert found["both_to_search"] > max(found["both_to_text"], found["both_to_image"])


def test_no_chip_empties_a_result_without_a_way_out(reached: dict[str, Metrics]) -> None:
    assert list(reached["dead ends"]) == []


@pytest.mark.parametrize("text", MEANT)
def test_a_thing_is_found_in_the_shoppers_language(text: str, reached: dict[str, Metrics]) -> None:
    assert reached["languages"][text] == {MEANT[text]: 1.0}
