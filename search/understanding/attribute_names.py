"""The shop's attributes by their names: "sleeves", "annata" (Italian), "pages"."""

from __future__ import annotations

from search.understanding.parse import Parse
from search.understanding.words.tokens import words_of


def attribute_called(parse: Parse, text: str) -> str:
    """The shop's attribute that a word is the name of, in any language that is spoken; else ""."""
    known = parse.vocabulary
    # Its own translation: that of "sans manches" is "sleeveless".
    english = parse.dictionary.look_up([text], known.sold_of) if parse.dictionary else None
    words = [text, *([english] if english else [])]
    keys = {known.key(words_of(word)) for word in words}
    keys |= {
        known.key(words_of(other))
        for code in parse.languages
        for word in words
        for other in known.lending(code).same([word])
    }
    named = (name for name in known.stats.attributes if known.key(words_of(name)) in keys)
    return next(named, "")
