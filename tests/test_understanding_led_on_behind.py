"""Where what describes a thing follows it, titles that say both as one are no other thing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Part, Query
from search.understanding import Vocabulary
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


@pytest.mark.parametrize(
    ("language", "titles", "text"),
    [
        ("it", ("Vestito estivo a fiori", "Vestito lungo"), "vestito estivo"),
        ("es", ("Crema solar para niños", "Crema de manos"), "crema solar"),
        ("fr", ("Lampe frontale rouge", "Lampe de bureau"), "lampe frontale"),
    ],
)
def test_the_noun_stays_the_kind(language: str, titles: tuple[str, str], text: str) -> None:
    cast.titled(dict.fromkeys(titles, "Tutto"))
    words = Vocabulary(replace(vocabulary().stats, language=language))
    understood = understand(Query(parts=(Part(text=text),)), words)

    kinds = [each.words for each in understood.entities if each.kind == "category"]
    assert kinds == [text.split()[0]]
