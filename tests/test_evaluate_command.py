"""`manage.py evaluate`: judgements in, the encoder's rankings and the search's measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from catalog.filters import Filters
from search import indexing
from search.evaluation import read
from search.models import EncoderVersion, PhotoQuery
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db

SNEAKER = {"query": {"text": "canvas sneaker"}, "relevant": {"SNEAKER-RED-41": 3}}
RED_PHOTO = {"query": {"photo": "red.png"}, "relevant": {"SNEAKER-RED-42": 1, "MUG-BLUE": 0}}
BOTH = {
    "query": {"photo": "red.png", "text": "sneaker"},
    "filters": {"category": "Shoes"},
    "relevant": {"SNEAKER-RED-41": 2},
}


class Backwards(StubEncoder):
    """Turns a lone text around, as a query is, so that what is least like it comes first."""

    name = "backwards@1"

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        vectors = super().encode_texts(texts)
        return vectors if len(texts) > 1 else -vectors


def judged(folder: Path, *judgements: Any) -> str:
    (folder / "red.png").write_bytes(cast.picture("red"))
    file = folder / "judgements.jsonl"
    lines = [one if isinstance(one, str) else json.dumps(one) for one in judgements]
    file.write_text("\n".join([*lines, ""]))
    return str(file)


def evaluate(*words: str) -> str:
    out = StringIO()
    call_command("evaluate", *words, stdout=out)
    return out.getvalue()


def measured(*words: str) -> Any:
    return json.loads(evaluate(*words, "--json"))


def test_each_direction_and_the_search_are_measured(shop: cast.Shop, tmp_path: Path) -> None:
    found = measured(judged(tmp_path, SNEAKER, RED_PHOTO, BOTH))
    assert found["queries"] == 3
    assert found["encoder"] == "stub@1"
    assert set(found["rankings"]) == {
        "text_to_text", "text_to_image", "text_to_search",
        "image_to_text", "image_to_image", "image_to_search",
        "both_to_text", "both_to_image", "both_to_search",
    }  # fmt: skip
    best = found["rankings"]["text_to_text"]
    assert best["per_query"]["canvas sneaker"]["nDCG@10"] == 1
    assert best["metrics"]["MRR"] == {"mean": 1, "low": 1, "high": 1, "queries": 1}
    assert found["rankings"]["image_to_image"]["metrics"]["MRR"]["mean"] == 1


def test_filters_hold_for_the_raw_rankings_too(shop: cast.Shop, tmp_path: Path) -> None:
    other = {
        "query": {"text": "canvas sneaker"},
        "filters": {"category": "Kitchen"},
        "relevant": {"SNEAKER-RED-41": 3},
    }
    found = measured(judged(tmp_path, other), "--only", "encoder")
    assert found["rankings"]["text_to_text"]["metrics"]["R@10"]["mean"] == 0


def test_the_table_names_rankings_metrics_and_intervals(shop: cast.Shop, tmp_path: Path) -> None:
    said = evaluate(judged(tmp_path, SNEAKER), "--k", "5")
    assert "text → search" in said
    for metric in ("R@5", "P@5", "MRR", "nDCG@5", "unjudged@5"):
        assert metric in said
    assert "1.000 [1.000, 1.000]" in said


def test_no_query_photo_is_left_behind(shop: cast.Shop, tmp_path: Path) -> None:
    measured(judged(tmp_path, RED_PHOTO))
    assert not PhotoQuery.objects.exists()


def test_skus_that_are_not_sold_are_left_out_and_counted(shop: cast.Shop, tmp_path: Path) -> None:
    gone = {"query": {"text": "gone"}, "relevant": {"GONE": 1}}
    half = {"query": {"text": "canvas sneaker"}, "relevant": {"SNEAKER-RED-41": 1, "ALSO-GONE": 3}}
    found = measured(judged(tmp_path, gone, half))
    assert (found["queries"], found["unknown_skus"]) == (1, 2)
    assert found["rankings"]["text_to_text"]["metrics"]["nDCG@10"]["mean"] == 1


def test_two_encoders_are_compared_query_by_query(
    shop: cast.Shop, tmp_path: Path, settings: Settings
) -> None:
    settings.ENCODER = "tests.test_evaluate_command:Backwards"
    indexing.index_stale()
    assert EncoderVersion.objects.count() == 2
    file = judged(tmp_path, SNEAKER)
    found = measured(file, "--encoder", "backwards@1", "--against", "stub@1")
    change = found["comparison"]["text_to_text"]["MRR"]
    assert change["worse"] == 1
    assert change["by_query"]["canvas sneaker"] < 0
    assert "canvas sneaker" in evaluate(file, "--encoder", "backwards@1", "--against", "stub@1")


def test_a_run_is_compared_with_an_earlier_report(shop: cast.Shop, tmp_path: Path) -> None:
    file = judged(tmp_path, SNEAKER)
    before = tmp_path / "before.json"
    before.write_text(evaluate(file, "--json"))
    change = measured(file, "--against", str(before))["comparison"]["text_to_search"]["nDCG@10"]
    assert (change["better"], change["worse"], change["difference"]["mean"]) == (0, 0, 0)
    with pytest.raises(CommandError, match="--k 10"):
        evaluate(file, "--k", "5", "--against", str(before))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "line 1: this is no JSON"),
        ({"relevant": {"A": 1}}, "line 1: a judgement looks like"),
        ({"query": {}, "relevant": {"A": 1}}, "the query needs a text or a photo"),
        ({"query": {"txt": "a"}, "relevant": {"A": 1}}, "'txt' is not known"),
        ({"query": {"text": "a"}, "relevant": {}}, "has to name products"),
        ({"query": {"text": "a"}, "relevant": {"A": -1}}, "the grade of A is -1"),
        ({"query": {"text": "a"}, "relevant": {"A": 0.5}}, "the grade of A is 0.5"),
        ({"query": {"photo": "b.png"}, "relevant": {"A": 1}}, "there is no photo"),
        ({"query": {"text": "a"}, "relevant": {"A": 1}, "kind": 3}, '"kind" has to be a name'),
        ({"query": {"text": "a"}, "relevant": {"A": 1}, "filters": {"shape": "round"}}, "'shape'"),
        ({"query": {"text": "a"}, "relevant": {"A": 1}, "filters": {"category": "Shose"}}, "Shose"),
        ({"query": {"text": "a"}, "relevant": {"A": 1}}, "No relevant product"),
    ],
)
def test_a_bad_judgement_is_named(
    shop: cast.Shop, tmp_path: Path, line: Any, sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        evaluate(judged(tmp_path, line))


def test_unknown_encoders_and_cutoffs_are_named(shop: cast.Shop, tmp_path: Path) -> None:
    file = judged(tmp_path, SNEAKER)
    with pytest.raises(CommandError, match="There are: stub@1"):
        evaluate(file, "--encoder", "nobody@1")
    with pytest.raises(CommandError, match="from 1 to 100"):
        evaluate(file, "--k", "0")


def test_a_grade_may_be_written_as_other_tools_write_it(shop: cast.Shop, tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text('{"query": {"text": "mug"}, "relevant": {"MUG-BLUE": 3.0}}\n')
    [judged], unknown = read(file, lambda filters: Filters())
    assert dict(judged.grades) == {str(shop.mug.pk): 3}
    assert unknown == []
