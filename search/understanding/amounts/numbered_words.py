"""Words inside a query that may be article numbers, because nothing else explains them."""

from __future__ import annotations

import re

from catalog.folding import fold
from search.understanding.parse import Parse
from search.understanding.words.measures import read_measure

WORDS_LOOKED_UP = 5  # words that are looked up
SHORTEST_NUMBER = 4  # characters; a shorter one is more often a model, a count or a fitting
DIMENSIONS = re.compile(r"[\dx×.,/]+(?:cm|mm|in)?", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
# Behind these, whatever follows is a number.
INTRODUCING_WORDS = "sku art article item nr ref artikel artikelnummer articulo codice"
INTRODUCING = frozenset(INTRODUCING_WORDS.split())


def numbered_words(parse: Parse) -> tuple[str, ...]:
    """Those that are no size, price, measure, count and no known word, each once."""
    found: dict[str, None] = {}
    before = ""
    for match in re.finditer(r"\S+", parse.text):
        word = match.group().strip(".,;:!?()'\"“”„«»")
        introduced = word.startswith("#") or before in INTRODUCING
        word = word.lstrip("#")
        plain = fold(word)
        if introduced or (may_be_number(plain) and is_unexplained(parse, *match.span())):
            found[plain] = None
        before = plain.rstrip(".:")
    return tuple(word for word in found if word)[:WORDS_LOOKED_UP]


def may_be_number(word: str) -> bool:
    """Has a digit, and is no measure (500ml), dimensions (140x200), price (20€), year or count."""
    if not any(letter.isdigit() for letter in word) or re.search(r"[€$£¥₩₹₺₴₽%]", word):
        return False
    if read_measure(word) or YEAR.fullmatch(word):
        return False
    if DIMENSIONS.fullmatch(word):
        return word.isdigit() and len(word) >= SHORTEST_NUMBER
    return len(re.sub(r"[\W_]", "", word)) >= SHORTEST_NUMBER


def is_unexplained(parse: Parse, start: int, end: int) -> bool:
    """Whether nothing has been made of the digits there, and nothing is counted by them."""
    inside = [i for i, token in enumerate(parse.tokens) if start <= token.start < end]
    digits = [i for i in inside if any(map(str.isdigit, parse.tokens[i].text))]
    free = all(parse.free(i) and i not in parse.explained for i in digits)
    return bool(digits) and free and "counted" not in parse.plays(inside[-1] + 1)
