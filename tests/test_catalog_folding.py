"""Python and Postgres fold accents in the same way."""

from __future__ import annotations

import pytest
from django.db import connection

from catalog.folding import LETTERS, LONGER, fold
from catalog.models import Product
from tests.cast import product


def test_folding_drops_case_and_accents() -> None:
    assert fold("Crème Brûlée, STRASSE, Straße, Łódź") == "creme brulee, strasse, strasse, lodz"


@pytest.mark.django_db
def test_postgres_folds_every_letter_as_python_does() -> None:
    letters = "".join([*LETTERS, *LONGER, "e\u0301", "ÀÉÎÕÜ", "Ñ", "日本", "Ω"])

    with connection.cursor() as cursor:
        cursor.execute("SELECT catalog_fold(%s)", [letters])
        assert cursor.fetchone()[0] == fold(letters)


@pytest.mark.django_db
def test_words_are_found_without_their_accents_and_by_their_stem() -> None:
    bowl = product("Café crème bowls")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM catalog_product WHERE words @@ to_tsquery('english', 'creme & bowl')"
        )
        assert cursor.fetchone() == (bowl.pk,)
    assert Product.objects.count() == 1
