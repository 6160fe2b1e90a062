"""Judgements come from a file into a set: with photos, languages, kinds, and sentences if wrong."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from pytest_django.fixtures import Settings

from search import indexing
from search.admin.judged_queries import grading_page
from search.evaluation import JudgementError
from search.experiments import reading
from search.experiments.asking import ranking
from search.experiments.reading import read_into
from search.models import EncoderVersion, JudgedQuery, Judgement, JudgementSet, PhotoQuery
from search.retrieval.embeddings.query_encoder import Searcher
from search.rules import RuleSet
from search.versions import encoder_of
from tests import cast
from tests.judged_shop import staff
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db

SNEAKER: dict[str, Any] = {"query": {"text": "canvas sneaker"}, "relevant": {"SNEAKER-RED-41": 3}}


@pytest.fixture
def judged(shop: cast.Shop) -> JudgementSet:
    return JudgementSet.objects.create(name="all")


def lines(*judgements: Any) -> bytes:
    return "\n".join(map(json.dumps, judgements)).encode()


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def grades(judged: JudgementSet) -> dict[str, int]:
    rows = Judgement.objects.filter(query__judgements=judged)
    return dict(rows.values_list("product__title", "grade"))


def test_words_with_kind_language_and_filters(judged: JudgementSet) -> None:
    line = {**SNEAKER, "kind": "type", "language": "de", "filters": {"category": "Shoes"}}
    found = read_into(judged, lines(line), "judgements.jsonl")
    assert (found.queries, found.grades, found.unknown) == (1, 1, ())
    [query] = judged.queries.all()
    assert (query.text, query.kind, query.language) == ("canvas sneaker", "type", "de")
    assert query.filters == {"category": "Shoes"}
    assert grades(judged) == {"Canvas sneaker": 3}


def test_reading_again_replaces_and_adds_nothing_twice(judged: JudgementSet) -> None:
    read_into(judged, lines(SNEAKER), "a")
    read_into(judged, lines({**SNEAKER, "relevant": {"SNEAKER-RED-42": 1, "MUG-BLUE": 0}}), "b")
    assert judged.queries.count() == 1
    assert grades(judged) == {"Canvas sneaker": 1, "Stoneware mug": 0}


def test_clicks_are_left_alone(judged: JudgementSet, shop: cast.Shop) -> None:
    read_into(judged, lines(SNEAKER), "a")
    query = judged.queries.get()
    Judgement.objects.create(query=query, product=shop.mug, grade=1, by="clicks")
    read_into(judged, lines(SNEAKER), "a")
    assert grades(judged) == {"Canvas sneaker": 3, "Stoneware mug": 1}


def test_a_photo_in_a_zip_is_kept_as_its_vector(judged: JudgementSet) -> None:
    line = {"query": {"photo": "photos/red.png"}, "relevant": {"SNEAKER-RED-41": 3}}
    packed = archive(x__list_jsonl=lines(line), x__photos__red_png=cast.picture("red"))
    read_into(judged, packed, "judgements.zip")
    query = judged.queries.get()
    assert query.vector is not None
    assert query.encoder.name == "stub@1"
    assert query.asked_with == "photo"
    assert not PhotoQuery.objects.exists()


def test_a_photo_of_a_file_is_shown_to_whoever_grades(
    judged: JudgementSet, admin_client: Client, client: Client
) -> None:
    line = {"query": {"photo": "red.png"}, "relevant": {"SNEAKER-RED-41": 3}}
    photo = cast.picture("red", (1200, 800))
    read_into(judged, archive(list_jsonl=lines(line), red_png=photo), "judgements.zip")
    query = judged.queries.light().get()
    address = reverse("admin:vitrine_search_judgedquery_picture", args=[query.pk])
    assert address in admin_client.get(grading_page(query)).content.decode()
    shown = Image.open(io.BytesIO(admin_client.get(address).content))
    assert (shown.format, max(shown.size)) == ("WEBP", 448)
    assert staff(client, "view_product").get(address).status_code == 403


class Other(StubEncoder):
    name = "other@2"


def test_a_photo_of_a_file_can_be_asked_of_every_encoder(
    judged: JudgementSet, settings: Settings
) -> None:
    line = {"query": {"photo": "red.png"}, "relevant": {"SNEAKER-RED-41": 3}}
    packed = archive(list_jsonl=lines(line), red_png=cast.picture("red"))
    read_into(judged, packed, "judgements.zip")
    query = judged.queries.get()
    settings.ENCODER = "tests.test_judgements_read:Other"
    while indexing.index_stale():
        pass
    for version in EncoderVersion.objects.all():
        assert ranking(query, Searcher(version, encoder_of(version)), RuleSet()), version


def test_a_photo_may_be_that_of_a_product(judged: JudgementSet, shop: cast.Shop) -> None:
    line = {"query": {"photo": "MUG-BLUE", "text": "in red"}, "relevant": {"SNEAKER-RED-41": 1}}
    read_into(judged, lines(line), "a")
    query = judged.queries.get()
    assert query.photo == shop.mug.images.first()
    assert query.asked_with == "both"


def test_what_is_not_sold_is_named(judged: JudgementSet) -> None:
    line = {**SNEAKER, "relevant": {"SNEAKER-RED-41": 3, "GONE": 2}}
    assert read_into(judged, lines(line), "a").unknown == ("GONE",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no judgement in a"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b"red dress", "line 1: this is no JSON"),
        (lines({**SNEAKER, "relevant": {"MUG-BLUE": 4}}), "grade of MUG-BLUE is above 3"),
        (lines({**SNEAKER, "filters": {"category": "Hats"}}), "line 1: There is no category"),
        (lines({**SNEAKER, "filters": {"shape": "round"}}), "no filter 'shape'"),
        (lines({**SNEAKER, "language": 7}), '"language" has to be a code'),
        (lines({"query": {"photo": "gone.png"}, "relevant": {"MUG-BLUE": 1}}), "no photo gone"),
        (lines({"query": {"text": "x" * 501}, "relevant": {"MUG-BLUE": 1}}), "too long"),
        (archive(a_txt=b"x"), "has to have one file"),
    ],
)
def test_what_is_wrong_is_said_and_changes_nothing(
    judged: JudgementSet, content: bytes, said: str
) -> None:
    with pytest.raises(JudgementError, match=said):
        read_into(judged, content, "a")
    assert not JudgedQuery.objects.exists()


def test_a_photo_that_is_none_is_said(judged: JudgementSet) -> None:
    line = {"query": {"photo": "red.png"}, "relevant": {"SNEAKER-RED-41": 3}}
    with pytest.raises(JudgementError, match="line 1"):
        read_into(judged, archive(list_jsonl=lines(line), red_png=b"no picture"), "a")


def test_a_bomb_is_not_unpacked(judged: JudgementSet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FILE_BYTES", 10)
    with pytest.raises(JudgementError, match="too large"):
        read_into(judged, archive(list_jsonl=lines(SNEAKER)), "a")


def test_a_set_holds_a_bounded_number_of_queries(
    judged: JudgementSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_QUERIES", 1)
    other = {**SNEAKER, "query": {"text": "mug"}}
    with pytest.raises(JudgementError, match="at most 1"):
        read_into(judged, lines(SNEAKER, other), "a")
