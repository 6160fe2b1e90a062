"""What the sample shop's judgements name is there, and a change never has what it changes."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

SHOP = Path(__file__).parent.parent / "sample_shop"
FILES = ("judgements.jsonl", "shopper_photos/judgements.jsonl", "shopper_photos/composed.jsonl")


def lines(name: str) -> list[dict[str, Any]]:
    text = (SHOP / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_every_photo_and_every_product_of_a_judgement_is_there(name: str) -> None:
    with (SHOP / "catalogue.csv").open(encoding="utf-8") as file:
        skus = {row["sku"] for row in csv.DictReader(file)}
    for line in lines(name):
        assert set(line["relevant"]) <= skus
        photo = line["query"].get("photo")
        assert not photo or (SHOP / name).with_name(photo).is_file()


def test_who_asks_for_a_change_does_not_want_what_is_on_the_photo() -> None:
    shown = {
        line["query"]["photo"]: {sku for sku, grade in line["relevant"].items() if grade == 3}
        for line in lines("shopper_photos/judgements.jsonl")
    }
    for line in lines("shopper_photos/composed.jsonl"):
        assert not shown[line["query"]["photo"]] & set(line["relevant"])


def test_there_are_composed_questions_of_every_kind_of_change() -> None:
    kinds = [line["kind"] for line in lines("shopper_photos/composed.jsonl")]
    assert len(kinds) >= 100
    assert set(kinds) == {"colour", "material", "pattern", "without", "form"}
