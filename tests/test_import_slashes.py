"""A slash in categories parts levels where the whole file says so, and else belongs to a name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import rows, written

TREE = ["Men/Tops/Tees", "Men/Shorts", "Women / Tops / Tees", "Women/Skirts", "Gear"]
NAMES = ["Mugs/Cups", "Sofas/Couches", "Lamps", "Trousers/Pants"]


def table(folder: Path, categories: list[str]) -> Path:
    lines = [f"A{number};Thing;{name}" for number, name in enumerate(categories)]
    return written(folder, "list.csv", "sku;name;category", *lines)


def objects(folder: Path, categories: list[str]) -> Path:
    made = [
        {"id": number, "name": "Thing", "category": name}
        for number, name in enumerate(categories, start=1)
    ]
    return written(folder, "list.json", json.dumps(made))


@pytest.mark.parametrize("made", [table, objects])
def test_slashes_of_a_tree_part_its_levels(tmp_path: Path, made: object) -> None:
    found = [row["category"] for row in rows(made(tmp_path, TREE))]  # type: ignore[operator]

    assert found == [
        *("Men > Tops > Tees", "Men > Shorts", "Women > Tops > Tees", "Women > Skirts", "Gear"),
    ]


@pytest.mark.parametrize("made", [table, objects])
def test_slashes_in_names_stay(tmp_path: Path, made: object) -> None:
    assert [row["category"] for row in rows(made(tmp_path, NAMES))] == NAMES  # type: ignore[operator]


def test_it_is_said_and_a_mapping_goes_first(tmp_path: Path) -> None:
    path = table(tmp_path, TREE)

    assert any("levels parted by slashes" in note for note in read(path).notes)
    assert any(
        "has a slash" in note or "have a slash" in note
        for note in read(table(tmp_path, NAMES)).notes
    )
    kept = rows(table(tmp_path, TREE), separators={"category": ">"})
    assert kept[0]["category"] == "Men/Tops/Tees"


def test_a_first_hundred_of_one_category_does_not_hide_the_tree(tmp_path: Path) -> None:
    found = rows(table(tmp_path, ["Men/Tops"] * 100 + TREE))

    assert found[0]["category"] == "Men > Tops"
