"""A colour column with several colours has each of them; a name of two words is one colour."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from catalog.colors import PLAIN, colors_in, colors_sql
from catalog.models import AttributeValue, Variant
from tests.cast import product

pytestmark = pytest.mark.django_db

OTHER = ("off", "rose", "gold", "navy", "light", "jet", "ivory", "multi", "Weiß", "", " ")
BETWEEN = ("-", " - ", "‑", "–", "/", " & ", ", ", " and ", " und ", " ", "")


def in_postgres(said: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT catalog_colors(%s)", [said])
        return list(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Black-White", ["Black", "White"]),
        ("red - yellow – green", ["red", "yellow", "green"]),
        ("Schwarz-Weiß", ["Schwarz", "Weiß"]),
        ("Noir et blanc", ["Noir", "blanc"]),
        ("Black and White / Off-White", ["Black", "White", "Off-White"]),
        ("off-white", ["off-white"]),
        ("Rose-Gold", ["Rose-Gold"]),
        ("white-gold", ["white-gold"]),
        ("navy-blue", ["navy-blue"]),
        ("jet-black", ["jet-black"]),
        ("Sand and Sea", ["Sand and Sea"]),
        ("", []),
    ],
)
def test_a_hyphen_parts_what_are_colours_by_themselves(said: str, expected: list[str]) -> None:
    assert colors_in(said) == in_postgres(said) == expected


@given(st.lists(st.sampled_from([*PLAIN.split(), *OTHER, *BETWEEN]), max_size=6).map("".join))
def test_python_and_postgres_read_the_same(said: str) -> None:
    assert colors_in(said) == in_postgres(said)


def test_the_function_of_the_migration_is_that_of_the_code() -> None:
    made = import_module("catalog.migrations.0036_colors_by_hyphens").COLORS

    assert colors_sql().strip() in made


def test_what_was_there_before_is_parted_by_the_migration() -> None:
    parting = import_module("catalog.migrations.0036_colors_by_hyphens")
    with connection.cursor() as cursor:
        cursor.execute(parting.UNDO)
        shoe = Variant.objects.create(product=product("Shoe"), sku="S", color="Black-White")
        AttributeValue.objects.filter(attribute="color").delete()
        cursor.execute(parting.COLORS)

    shoe.refresh_from_db()
    texts = AttributeValue.objects.filter(attribute="color").values_list("text", flat=True)
    assert sorted(texts) == ["Black", "White"]
    assert {"color=black", "color=white"} <= set(shoe.facts)
