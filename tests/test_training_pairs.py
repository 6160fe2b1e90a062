"""What is read from a manifest, and which captions are made of it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from search.training.captions import caption_table
from search.training.pairs import Pair, captions, read_manifest


def one_hot(texts: list[str]) -> np.ndarray:
    return np.eye(len(texts), dtype=np.float32)


def test_a_row_becomes_a_pair(tmp_path: Path) -> None:
    row = {"image": "1.webp", "title": "Red mug", "articleType": "Mug", "baseColour": "Red"}
    (tmp_path / "shop.jsonl").write_text(json.dumps(row))
    fields = {"title": "Red mug", "kind": "Mug", "colour": "Red"}
    assert read_manifest(tmp_path / "shop.jsonl") == [Pair("shop", "1.webp", "train", fields)]


def test_a_catalogue_row_gives_a_pair_for_each_photo(tmp_path: Path) -> None:
    (tmp_path / "shop.csv").write_text(
        "sku,title,category,color,images\nM1,Mug,Home > Kitchen > Mugs,red,a.webp|b.webp\n"
    )
    pairs = read_manifest(tmp_path / "shop.csv")
    assert [pair.image for pair in pairs] == ["a.webp", "b.webp"]
    assert pairs[0].fields == {
        "title": "Mug",
        "department": "Home",
        "kind": "Mugs",
        "colour": "red",
    }


@pytest.mark.parametrize("line", ["{", "[]", '{"title": "no picture"}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "shop.jsonl").write_text(f'{{"image": "1.webp", "title": "a"}}\n{line}\n')
    with pytest.raises(ValueError, match=r"shop.jsonl line 2"):
        read_manifest(tmp_path / "shop.jsonl")


def test_unknown_values_make_no_caption(tmp_path: Path) -> None:
    row = {"image": "1.webp", "title": "Mug", "baseColour": "NA", "gender": None}
    (tmp_path / "shop.jsonl").write_text(json.dumps(row))
    (pair,) = read_manifest(tmp_path / "shop.jsonl")
    assert [text for text, _ in captions(pair.fields)] == ["Mug"]


def test_identical_captions_share_one_vector() -> None:
    pairs = [
        Pair("shop", str(n), "train", {"title": "Mug", "colour": c}) for n, c in enumerate("ab")
    ]
    table = caption_table(pairs, one_hot)
    assert sorted(table.texts) == ["Mug", "a", "b"]


def test_only_captions_of_the_picture_are_drawn() -> None:
    pairs = [
        Pair("shop", "1", "train", {"title": "Mug"}),
        Pair("shop", "2", "train", {"title": "Pan", "kind": "Pan for eggs", "colour": "red"}),
    ]
    table = caption_table(pairs, one_hot)
    random = np.random.default_rng(0)
    drawn = {table.texts[n] for _ in range(50) for n in table.draw(np.array([0]), random)}
    assert drawn == {"Mug"}
