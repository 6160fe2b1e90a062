"""What is compiled is what translators wrote."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "search" / "locale"


def strings(catalog: Any) -> set[tuple[str, ...]]:
    """Context, message (of one with plural forms the first) and what it becomes."""
    return {
        (context(message), forms(message.id)[0], *forms(message.string))
        for message in catalog
        if message.id and any(message.string)
    }


def context(message: Any) -> str:
    """Babel reads it as bytes from a compiled file."""
    given = message.context or ""
    return given.decode() if isinstance(given, bytes) else given


def forms(text: str | Sequence[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_translation_is_compiled(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "django.po").open("rb") as po, (folder / "django.mo").open("rb") as mo:
        assert strings(read_mo(mo)) == strings(read_po(po)), (
            "Run `.venv/bin/pybabel compile -d search/locale -D django`."
        )
