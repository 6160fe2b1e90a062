"""What words of a language mean, one file a language; a new file is a new language."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from search.understanding.lexicon.entry import Lexicon

CODES = tuple(sorted(each.name for each in iter_modules(__path__) if len(each.name) == 2))

__all__ = ["CODES", "Lexicon", "lexicon", "lexicons"]


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language; None where nobody has written one."""
    if language not in CODES:
        return None
    found: Lexicon = import_module(f"{__name__}.{language}").LEXICON
    return found


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """All of them, English first."""
    found = [lexicon(code) for code in sorted(CODES, key=lambda code: (code != "en", code))]
    return tuple(each for each in found if each)
