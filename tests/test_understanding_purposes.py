"""What a thing is for may be said in a language that the shop does not write."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_new_shops import shops

FASHION, GENERAL = shops()["fashion"], shops()["general"]


@pytest.mark.parametrize(
    "text",
    [
        "Schuhe zum Wandern",
        "rucksack für die arbeit",
        "Rucksack zum Angeln",
        "sac à dos de voyage",
        "sac à dos pour la pêche",
        "mochila para viajar",
        "mochila de viaje",
        "zaino da viaggio",
        "rugzak voor school",
        "plecak do szkoły",
    ],
)
def test_a_purpose_in_another_language_is_not_unknown(text: str) -> None:
    assert interpret(text, FASHION).unknown == ()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("backpack for fishing", ("fishing",)),
        ("schwarzer Rucksack für Xyzzyq", ("xyzzyq",)),
        ("Rucksack für Klavier", ("klavier",)),
        ("Rucksack aus Kupfer", ("kupfer",)),
    ],
)
def test_what_the_shop_would_say_other_things_and_no_words_at_all_stay_unknown(
    text: str, unknown: tuple[str, ...]
) -> None:
    assert interpret(text, FASHION).unknown == unknown
