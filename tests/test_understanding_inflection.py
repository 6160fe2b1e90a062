"""One base form for the singular and the plural, where stemmers have two."""

from __future__ import annotations

import pytest

from search.understanding.words.inflection import base_form


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("fiets", "fietsen"),
        ("omafiets", "omafietsen"),
        ("muts", "mutsen"),
        ("schaats", "schaatsen"),
        ("regenlaars", "regenlaarzen"),
        ("slot", "sloten"),
        ("hangslot", "hangsloten"),
        ("wijnvat", "wijnvaten"),
        ("lamp", "lampen"),
    ],
)
def test_a_dutch_noun_has_one(one: str, several: str) -> None:
    assert base_form(one, "nl") == base_form(several, "nl")


def test_what_is_no_plural_stays_apart() -> None:
    """ "Kast" is a cupboard, "kaarsen" are candles, "bloot" is bare and "sloot" a ditch."""
    assert len({base_form(word, "nl") for word in ("kast", "kaarsen", "slot", "sloot")}) == 4
