"""A shop that writes British English is asked in American English, and the other way round."""

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(*titled: str, language: str = "en") -> Vocabulary:
    return Vocabulary(
        CatalogueStats(
            categories=(Category("Beds", "beds"),),
            words=dict.fromkeys(("bed", *titled), 9),
            titled={word: {"beds": 9} for word in ("bed", *titled)},
            language=language,
        )
    )


BRITISH = shop("orthopaedic", "coloured", "woollen", "fibre", "aluminium")
AMERICAN = shop("orthopedic", "colored", "woolen", "fiber", "aluminum")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("orthopaedic", "orthopedic"),
        ("coloured", "colored"),
        ("fibre", "fiber"),
        ("aluminium", "aluminum"),
    ],
)
def test_either_spelling_is_the_one_that_titles_have(british: str, american: str) -> None:
    assert interpret(f"{american} bed", BRITISH).text == f"{british} bed"
    assert interpret(f"{british} bed", AMERICAN).text == f"{american} bed"
    assert interpret(f"{british} bed", BRITISH).correction is None


def test_a_number_is_no_small_word() -> None:
    assert interpret("bed for four", shop("for")).text.endswith("four")


def test_a_word_that_neither_spelling_is_stays() -> None:
    assert interpret("humorous bed", BRITISH).text == "humorous bed"
