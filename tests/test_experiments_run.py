"""A run asks the search itself, in pieces, with the settings and the encoder it was made with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from search import indexing, tasks
from search.experiments import runs
from search.experiments.measuring import decision_of, estimate_of
from search.experiments.reading import read_into
from search.models import EncoderVersion, EvaluationRun, JudgementSet, PhotoQuery, SettingsVersion
from search.retrieval.shelves import keeping
from tests import cast
from tests.judged_shop import finished
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db

STRICT = {
    "cutoff": {"floor": 1.0, "half_heard": 1.0, "unheard": 1.0, "half": 1.0},
    "sold_out": "hide",
}
JUDGEMENTS: list[dict[str, Any]] = [
    {"query": {"text": "canvas sneaker"}, "relevant": {"SNEAKER-RED-41": 3}, "kind": "type"},
    {"query": {"text": "blaue tasse"}, "relevant": {"MUG-BLUE": 3}, "language": "de"},
    {"query": {"photo": "SNEAKER-RED-41"}, "relevant": {"MUG-BLUE": 1}},
    {"query": {"photo": "MUG-BLUE", "text": "red"}, "relevant": {"SNEAKER-RED-41": 2}},
]


@pytest.fixture
def judged(shop: cast.Shop) -> JudgementSet:
    made = JudgementSet.objects.create(name="all")
    read_into(made, "\n".join(map(json.dumps, JUDGEMENTS)).encode(), "judgements.jsonl")
    return made


def test_everything_is_measured_by_how_it_is_asked_kind_and_language(judged: JudgementSet) -> None:
    run = finished(runs.begin(judged))
    assert (run.state, run.done, run.total) == ("done", 4, 4)
    assert run.summary["queries"] == 4
    assert set(run.summary["groups"]["asked_with"]) == {"words", "photo", "both"}
    assert set(run.summary["groups"]["kind"]) == {"", "type"}
    assert set(run.summary["groups"]["language"]) == {"", "de"}
    sneaker = run.summary["groups"]["kind"]["type"]
    assert sneaker["nDCG@10"]["mean"] == 1
    assert set(run.summary["all"]) == {"nDCG@10", "R@10", "P@10", "MRR", "unjudged@10"}
    found = estimate_of(run)
    assert found is not None
    assert found.low <= found.mean <= found.high


def test_a_product_is_not_found_by_its_own_photo(judged: JudgementSet, shop: cast.Shop) -> None:
    run = finished(runs.begin(judged))
    photo = run.rankings.get(query__text="", query__photo_name="SNEAKER-RED-41")
    assert shop.sneaker.pk not in photo.products


def test_no_photo_is_left_behind(judged: JudgementSet) -> None:
    finished(runs.begin(judged))
    assert not PhotoQuery.objects.exists()


def test_it_goes_on_where_the_time_was_over(judged: JudgementSet) -> None:
    run = runs.begin(judged)
    assert runs.work(seconds=0)
    run.refresh_from_db()
    assert (run.state, run.finished) == ("running", None)
    first = set(run.rankings.values_list("pk", flat=True))
    finished(run)
    assert first <= set(run.rankings.values_list("pk", flat=True))
    assert run.rankings.count() == 4


def test_what_a_killed_worker_held_is_taken_up(judged: JudgementSet) -> None:
    run = runs.begin(judged)
    assert runs.claim() == run
    assert runs.claim() is None  # somebody has it
    EvaluationRun.objects.update(leased_until="2020-01-01T00:00Z")
    assert finished(run).state == "done"


def test_cancelled_is_cancelled(judged: JudgementSet) -> None:
    run = runs.begin(judged)
    runs.claim()
    assert runs.cancel(run)
    assert not runs.still_ours(run)
    assert not runs.cancel(run)
    assert finished(run).state == "cancelled"


def test_it_measures_the_settings_it_was_made_with(judged: JudgementSet, shop: cast.Shop) -> None:
    shop.sneaker.variants.update(stock=0)
    strict = SettingsVersion.objects.create(name="strict", values=STRICT)
    old, new = runs.begin(judged), runs.begin(judged, settings=strict)
    finished(old)
    assert estimate_of(finished(new)).mean < estimate_of(finished(old)).mean  # type: ignore[union-attr]
    assert decision_of(new, old).comparison.worse > 0
    assert decision_of(old, old).comparison.worse == 0


def test_a_photo_of_another_encoder_is_left_out_not_failed(
    judged: JudgementSet, shop: cast.Shop
) -> None:
    asked = judged.queries.filter(photo_name="MUG-BLUE")
    asked.update(photo=None)  # as from a file, before an encoder was deleted
    run = finished(runs.begin(judged))
    assert (run.state, run.done, run.total) == ("done", 3, 4)
    assert run.summary["queries"] == 3


def test_an_encoder_that_has_not_indexed_all_is_not_measured(
    judged: JudgementSet, shop: cast.Shop
) -> None:
    young = EncoderVersion.objects.create(name="young@1", source="x", dimensions=64)
    run = finished(runs.begin(judged, encoder=young))
    assert run.state == "failed"
    assert "0 of" in run.error


def test_an_encoder_beside_the_live_one_is_measured(
    judged: JudgementSet, settings: Settings
) -> None:
    settings.ENCODER = "tests.test_evaluate_command:Backwards"
    while indexing.index_stale():
        pass
    new = EncoderVersion.objects.get(name="backwards@1")
    run = finished(runs.begin(judged, encoder=new))
    assert (run.state, run.encoder_name) == ("done", "backwards@1")


def test_the_task_does_pieces_until_all_is_done(
    judged: JudgementSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("catalog.bell.ring", called.append)
    monkeypatch.setattr(tasks, "RUN_SECONDS", 0)
    run = runs.begin(judged)
    tasks.evaluate()
    assert called == [tasks.evaluate.name]
    monkeypatch.setattr(tasks, "RUN_SECONDS", 60)
    tasks.evaluate()
    run.refresh_from_db()
    assert (run.state, called) == ("done", [tasks.evaluate.name])


def test_a_run_freezes_nothing_for_shoppers(
    judged: JudgementSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    monkeypatch.setattr(keeping, "remember_all", lambda values, *_: kept.extend(values))
    finished(runs.begin(judged))
    assert kept == []


def test_a_run_without_rules_finds_what_a_rule_hides(judged: JudgementSet, shop: cast.Shop) -> None:
    rule("hide", shop.sneaker)
    query = judged.queries.get(text="canvas sneaker")
    found = [
        finished(runs.begin(judged, rules=rules)).rankings.get(query=query).products
        for rules in (True, False)
    ]
    assert shop.sneaker.pk not in found[0]
    assert shop.sneaker.pk in found[1]


def test_a_run_without_rules_knows_no_synonym_of_the_shop(
    judged: JudgementSet, shop: cast.Shop
) -> None:
    rule("synonym", synonyms="zorblax", also="mugs")
    query = judged.queries.create(text="zorblax")
    found = [
        finished(runs.begin(judged, rules=rules)).rankings.get(query=query).products
        for rules in (True, False)
    ]
    assert found == [[shop.mug.pk], []]
