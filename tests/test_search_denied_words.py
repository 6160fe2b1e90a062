"""Who asks for a thing with something is not shown as right what says that it has none."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from tests import cast
from tests.asked import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


@pytest.mark.parametrize(
    ("language", "kind", "asked", "right", "others"),
    [
        (
            "en",
            "Mice",
            "mouse with cable",
            "Mouse with cable",
            ["Mouse without cable", "Gaming mouse"],
        ),
        (
            "en",
            "Shampoos",
            "shampoo with perfume",
            "Shampoo with perfume",
            ["Shampoo, perfume free"],
        ),
        ("en", "Lamps", "shade lamp", "Lamp with paper shade", ["Lamp without shade"]),
        ("de", "Mäuse", "Maus mit Kabel", "Maus mit langem Kabel", ["Maus ohne Kabel"]),
        ("pt", "Fones", "fone com fio", "Fone de ouvido com fio", ["Fone de ouvido sem fio"]),
        ("fr", "Souris", "souris avec fil", "Souris avec fil", ["Souris sans fil"]),
    ],
)
def test_its_title_is_believed(
    settings: Settings, language: str, kind: str, asked: str, right: str, others: list[str]
) -> None:
    settings.LANGUAGE_CODE = language
    cast.titled(dict.fromkeys([right, *others], kind))
    cast.product("Something else", "Other things")

    assert titles(asked) == {right}
