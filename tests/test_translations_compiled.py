"""What is compiled is what translators wrote."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.languages import TRANSLATED

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "search" / "locale"


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
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}


def in_code(folder: str) -> set[tuple[str, str]]:
    found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
    return {(each[4] or "", forms(each[2])[0]) for each in found}


def in_templates() -> set[tuple[str, str]]:
    said = set()
    folders = ("templates", "catalog/templates", "search/templates")
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.html")):
        python = templatize(path.read_text(), origin=str(path))
        lines = "\n".join(line.strip() for line in python.splitlines())
        found = extract("python", BytesIO(lines.encode()), keywords=KEYWORDS)
        said |= {(each[3] or "", forms(each[1])[0]) for each in found}
    return said


@pytest.fixture(scope="module")
def said() -> set[tuple[str, str]]:
    """Context and message of all that people read in the shop, in admin and from the API."""
    return in_templates().union(*map(in_code, ("catalog", "search", "config")))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated(language: str, said: set[tuple[str, str]]) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        known = {(context, text) for context, text, *said in strings(read_po(po)) if all(said)}

    assert len(said) > 1_000
    assert said <= known, sorted(said - known)


def test_the_shop_speaks_the_languages_that_settings_list() -> None:
    assert {folder.name for folder in LOCALE.iterdir()} == set(TRANSLATED)


PLACEHOLDER = re.compile(r"%\(\w+\)[ds]|%[ds%]|</?\w+>|`[^`]*`")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_says_all_that_is_filled_in(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        pairs = [
            (said, translated)
            for each in read_po(po)
            if each.id
            for said, translated in zip(forms(each.id), forms(each.string or ""), strict=True)
        ]

    lost = [pair for pair in pairs if len({filled_in(text) for text in pair}) > 1]
    assert lost == []


def filled_in(text: str) -> frozenset[tuple[str, int]]:
    """Placeholders and tags, with how often each stands there."""
    return frozenset(Counter(PLACEHOLDER.findall(text)).items())


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_waits_to_be_translated(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        waiting = [each.id for each in read_po(po) if each.id and not all(forms(each.string or ""))]

    assert waiting == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_is_compiled(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    with (folder / "django.po").open("rb") as po, (folder / "django.mo").open("rb") as mo:
        assert strings(read_mo(mo)) == strings(read_po(po)), (
            "Run `.venv/bin/pybabel compile -d search/locale -D django`."
        )
