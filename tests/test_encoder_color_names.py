"""Words for colours, in any of sixteen languages, and what family of colours they mean."""

from __future__ import annotations

import pytest

from search.encoders.color_names import FAMILIES, nearest_color, place_of, words


@pytest.mark.parametrize(
    "word",
    [
        "red",
        "rot",
        "rote",
        "roter",
        "rojo",
        "rojas",
        "rouge",
        "rossa",
        "rosse",
        "赤い",
        "빨간",
        "rode",
        "czerwona",
        "vermelho",
        "красные",
        "สีแดง",
        "kırmızı",
        "حمراء",
        "红色",
        "紅色",
    ],
)
def test_red_is_red_in_every_language(word: str) -> None:
    assert nearest_color(word) == "red"


@pytest.mark.parametrize(
    ("word", "family"),
    [
        ("Navy Blue", "navy"),
        ("dark olive green", "olive"),
        ("Gray", "grey"),
        ("off-white", "white"),
        ("Coffee Brown", "brown"),
        ("azul marino", "navy"),
        ("bleu clair", "light blue"),
        ("Чёрный", "black"),
    ],
)
def test_spellings_and_shades_have_the_family_of_their_head(word: str, family: str) -> None:
    assert nearest_color(word) == family


@pytest.mark.parametrize(
    ("word", "family"),
    [("celadon", "green"), ("viridian", "green"), ("umber", "brown"), ("cerise", "pink")],
)
def test_words_that_no_family_has_fall_to_the_nearest(word: str, family: str) -> None:
    assert place_of(word)
    assert nearest_color(word) == family


@pytest.mark.parametrize("word", ["gold", "Silver", "copper", "shoe", "", "42"])
def test_metals_and_other_words_have_no_family(word: str) -> None:
    assert nearest_color(word) is None


def test_a_language_reads_its_own_words_alone() -> None:
    assert nearest_color("mor", "tr") == "purple"
    assert nearest_color("mor", "de") is None


def test_a_triple_has_a_family() -> None:
    assert nearest_color((200, 30, 40)) == "red"


def test_every_family_has_a_word_in_sixteen_languages() -> None:
    assert len(words()) >= 15
    for language, known in words().items():
        assert set(known.values()) == set(FAMILIES), language
