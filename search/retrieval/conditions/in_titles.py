"""Whether a title says a word: full text, and the inside of stretches without spaces.

Full text has "本革リュック" as one word. What is a "リュック" is found within it as far as every
product is looked at anyway; a larger catalogue has no index of the insides of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Q

from search.full_text import TITLE, any_of
from search.understanding import vocabulary
from search.understanding.words.segmentation import IN_UNSPACED

SHORTEST = 2  # signs: a single one is part of too many words
FOLDED_AM, AM = "\u0e4d\u0e32", "\u0e33"  # as titles have it


def in_titles(names: Sequence[str]) -> Q:
    """Products whose titles have any of the folded words."""
    titled = Q(words=any_of(names, TITLE))
    if vocabulary().stats.total > settings.WHOLE_ROWS:
        return titled
    inside = [name for name in names if len(name) >= SHORTEST and IN_UNSPACED.search(name)]
    return reduce(or_, (Q(title__icontains=name.replace(FOLDED_AM, AM)) for name in inside), titled)
