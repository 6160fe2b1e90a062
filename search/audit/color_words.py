"""The colours in what a shop writes of one, named so that two spellings are one."""

from __future__ import annotations

from functools import lru_cache

from search.encoders.color_names import FAMILIES, nearest_color
from search.understanding.words.colors import families

ANY = frozenset({"multicoloured", "clear", "transparent"})  # no photo disproves these


@lru_cache(maxsize=20_000)
def keys_of(said: str) -> frozenset[str]:
    """ "Navy Blue" is navy and blue, "blue/white" blue and white, "natural" natural.

    Names with a place in colour space go by their family. Empty where any photo would do.
    """
    names = families(said)
    if names & ANY:
        return frozenset()
    keys = {nearest_color(name) or name for name in names}
    return frozenset(keys & set(FAMILIES) or keys)
