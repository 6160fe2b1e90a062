"""Python and Postgres fold accents in the same way."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from django.db import connection

from catalog.folding import DROPPED, INVISIBLE, LETTERS, LONGER, fold
from catalog.models import Product
from tests.cast import product


def test_folding_drops_case_and_accents() -> None:
    assert fold("Crème Brûlée, STRASSE, Straße, Łódź") == "creme brulee, strasse, strasse, lodz"


@pytest.mark.django_db
def test_postgres_folds_every_letter_as_python_does() -> None:
    letters = "".join(
        [*LETTERS, *LONGER, "e\u0301", "ÀÉÎÕÜ", "Ñ", "日本", "Ω", "Ｍｕｇ ２", "ﬁ½™²ﾊﾝｶｸ", "İΣЁ"]
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT catalog_fold(%s)", [letters])
        assert cursor.fetchone()[0] == fold(letters)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Ｆｕｌｌ width", "full width"),
        ("ﬁre", "fire"),
        ("Levi's™ HeatTech℠ Café™", "levi's heattech cafe"),
        ("İSTANBUL i̇stanbul ıstanbul", "istanbul istanbul istanbul"),
        ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
        ("Ёлка", "елка"),
        ("ﾊﾝｶｸ", "ハンカク"),
        ("מלך", "מלכ"),
        ("أحـمَر", "احمر"),
        ("Smart\u00adwatch\ufeff \u202aZ\u200bW\u202c", "smartwatch zw"),
        ("Kinder\u2011Garten, K’Thriss", "kinder-garten, k'thriss"),
    ],
)
def test_letters_of_every_script_are_folded_one_way(typed: str, plain: str) -> None:
    assert fold(typed) == plain


def test_all_of_unicode_has_no_more_that_nobody_sees() -> None:
    every = map(chr, range(sys.maxunicode + 1))

    assert {letter for letter in every if unicodedata.category(letter) == "Cf"} == set(INVISIBLE)


@pytest.mark.django_db
def test_postgres_drops_what_nobody_sees_as_python_does() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT catalog_fold(%s)", [f"a{INVISIBLE}b{DROPPED}c"])
        assert cursor.fetchone()[0] == fold(f"a{INVISIBLE}b{DROPPED}c") == "abc"


@pytest.mark.django_db
def test_words_are_found_without_their_accents_and_by_their_stem() -> None:
    bowl = product("Café crème bowls")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM catalog_product WHERE words @@ to_tsquery('english', 'creme & bowl')"
        )
        assert cursor.fetchone() == (bowl.pk,)
    assert Product.objects.count() == 1
