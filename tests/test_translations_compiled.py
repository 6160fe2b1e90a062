"""What is compiled is what translators wrote."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE, CATALOG = ROOT / "search" / "locale", ROOT / "catalog"


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


KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy"), None),
    **dict.fromkeys(("_counted", "ngettext", "ngettext_lazy"), (1, 2)),
    "pgettext": ((1, "c"), 2),
}


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_sentence_about_catalogues_is_translated(language: str) -> None:
    """Reports in admin and errors of the API are made of them."""
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        known = {(context, text) for context, text, *said in strings(read_po(po)) if all(said)}
    python = [("**.py", "python")]
    found = extract_from_dir(CATALOG, python, keywords=KEYWORDS)
    said = {(each[4] or "", forms(each[2])[0]) for each in found}

    assert len(said) > 200
    assert said <= known, sorted(said - known)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_every_translation_is_compiled(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "django.po").open("rb") as po, (folder / "django.mo").open("rb") as mo:
        assert strings(read_mo(mo)) == strings(read_po(po)), (
            "Run `.venv/bin/pybabel compile -d search/locale -D django`."
        )
