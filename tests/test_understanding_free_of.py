"""What is free of something by the shop's own word, and a "no" that is part of a name."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(*flags: str, language: str = "en", **titled: int) -> Vocabulary:
    return Vocabulary(
        CatalogueStats(
            categories=(Category("Food", "food"), Category("Harnesses", "harnesses")),
            attributes=dict.fromkeys(flags, ("yes",)),
            words=titled,
            titled={word: {"harnesses": n} for word, n in titled.items()},
            language=language,
        )
    )


ENGLISH = shop("Grain free")
GERMAN = shop("Glutenfrei", language="de")


@pytest.mark.parametrize(
    ("known", "text", "said"),
    [
        (ENGLISH, "food without grain", "attribute:Grain free:yes"),
        (ENGLISH, "food with no grain", "attribute:Grain free:yes"),
        (GERMAN, "food ohne Gluten", "attribute:Glutenfrei:yes"),
    ],
)
def test_without_it_is_what_the_shop_calls_free_of_it(
    known: Vocabulary, text: str, said: str
) -> None:
    found = interpret(text, known)

    assert said in {each.key for each in found.entities}
    assert not found.excluded


def test_a_no_that_titles_have_before_a_word_is_part_of_its_name() -> None:
    known = shop(no=9, pull=9, harness=20, tag=9)

    assert not interpret("no pull harness", known).excluded
    assert interpret("harness no tag", shop(no=3, tag=9, harness=20)).excluded
