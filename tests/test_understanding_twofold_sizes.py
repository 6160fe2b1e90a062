"""A size that the shop writes twofold, or with its measures, is found by each of its names."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SIZES = {"9 / L": 3, "10/XL": 3, "M (54–58 cm)": 2, "S/M": 4, "1/2": 1, "42-44": 2}
SHOP = Vocabulary(
    CatalogueStats(categories=(Category("Gloves", "gloves"),), sizes={"gloves": SIZES})
)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("gloves size 9", {"9 / L"}),
        ("gloves size L", {"9 / L"}),
        ("gloves size XL", {"10/XL"}),
        ("gloves size M", {"M (54–58 cm)", "S/M"}),
        ("gloves size S", {"S/M"}),
        ("gloves size 43", {"42-44"}),
    ],
)
def test_each_name_finds_it(text: str, sizes: set[str]) -> None:
    [size] = [each for each in interpret(text, SHOP).entities if each.kind == "size"]
    assert {*size.values} == sizes
