"""A reason on a card says in a word or two what a product has."""

import pytest

from search.retrieval.presentation.cards import said_shortly


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Pattern: striped", "striped"),
        ("RAM: 16 GB", "16 GB"),
        ("Länge: 2 m", "2 m"),
        ("柄: 花柄", "花柄"),
        ("Sleeps: 2", "Sleeps: 2"),
        ("Größe: 38/40", "Größe: 38/40"),
        ("red", "red"),
        ("4 people", "4 people"),
    ],
)
def test_a_bare_number_keeps_the_name_of_what_it_counts(label: str, said: str) -> None:
    assert said_shortly(label) == said
