"""What texts say a thing has none of: "without sleeves", "sem cereais" (Portuguese), "sugar-free".

Such a text has the word of what is not there, and would be left out where nobody wants that.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from catalog.folding import fold

WITHOUT = "without sans ohne senza sem sin zonder bez utan uden uten fara без"
BEFORE = WITHOUT.split()
BEHIND = ["free"]


def denies(words: str) -> Q:
    """Products whose own texts say that they are without `words`, with one word between at most."""
    said = " <-> ".join(f"'{part}'" for part in re.findall(r"\w+", fold(words)))
    if not said:
        return Q(pk__in=[])
    before, behind = any_word(BEFORE), any_word(BEHIND)
    asked = f"({before} <-> ({said})) | ({before} <2> ({said})) | (({said}) <-> {behind})"
    return Q(words=SearchQuery(asked, config="english", search_type="raw"))


def any_word(words: list[str]) -> str:
    return f"({' | '.join(words)})"
