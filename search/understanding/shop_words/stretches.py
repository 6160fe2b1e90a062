"""Words of scripts without spaces that only the shop knows: "乾燥肌用化粧水" is "乾燥肌 用 化粧水".

The lists of a language do not have all that is sold. A stretch is parted by the shop's own names as
well, if these and the language's words are all of it, or if it ends in one ("美白化粧水").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.bigrams import IN_UNSPACED
from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.segmentation import cut, parted, unknown, unspaced
from search.understanding.words.tokens import Token

SHORTEST = 4  # signs of what may be several words


def parted_by_names(tokens: Iterable[Token], vocabulary: Vocabulary) -> list[Token]:
    return [part for token in tokens for part in parts_of(token, vocabulary)]


def parts_of(token: Token, vocabulary: Vocabulary) -> Iterator[Token]:
    own, text = vocabulary.unspaced_names, token.text
    if not own or len(text) < SHORTEST or not IN_UNSPACED.search(text) or text in own:
        yield token
        return
    pieces = parted(text, KnownWords(own), max(map(len, own)))
    whole = not unknown(pieces) and any(piece in own for piece, _known in pieces)
    told = len(pieces) > 1 and (whole or pieces[-1][0] in own)
    if not told or len(token.typed) != len(text):
        yield token
        return
    start = token.start
    for piece, typed in zip(pieces, cut(token.typed, pieces), strict=True):
        yield Token("word", piece[0], typed, start, start + len(typed))
        start += len(typed)


class KnownWords(frozenset[str]):
    """The names of a shop, and whatever the languages of such scripts have, but for single signs
    that are no particle.
    """

    def __contains__(self, word: object) -> bool:
        if super().__contains__(word) or word in JOINING:
            return True
        return any(word in each.longer for each in unspaced())


def joining() -> Iterator[str]:
    """What stands between two nouns, or behind what a thing is for."""
    for known in filter(None, map(lexicon, ("ja", "zh", "th"))):
        for part in ("small", "for behind", "for", "of"):
            yield from listed(known.grammar.get(part, ""))


JOINING = frozenset(joining())
