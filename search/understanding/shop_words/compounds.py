"""Words that a language joins, parted where the shop knows the end: "Lederkissen" is a Kissen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.understanding.lexicon import Lexicon, lexicon
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.meaning import Meaning
from search.understanding.words.wordlists import everyday

SHORTEST_FIRST = 3  # letters of the describing part
SHORTEST_LAST = 3


def joining(languages: Iterable[str]) -> list[Lexicon]:
    return [known for known in map(lexicon, languages) if known and known.compounds]


def parted(
    word: str, vocabulary: Vocabulary, languages: Iterable[str]
) -> Iterator[tuple[list[Meaning], list[Meaning]]]:
    """The meanings of the first part ([] where it is only a word) and of the last, the longest.

    Only where the first part is a word: "Kissen" is no "Kis" of "Sen".
    """
    for known in joining(dict.fromkeys((vocabulary.language, *languages))):
        code = known.language
        for cut in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            last = vocabulary.meanings([word[cut:]], (code,))
            if not is_thing(last) or begins_with_link(word[cut:], known, vocabulary):
                continue
            first = described_by(word[:cut], known, vocabulary)
            if first is not None:
                yield first, last


def first_words(word: str, last: list[Meaning], vocabulary: Vocabulary) -> Iterator[str]:
    """What may stand before the end of a compound that means `last`: "samt" of "samtsessel"."""
    code = (vocabulary.language,)
    for known in joining(code):
        for cut in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            end = vocabulary.meanings([word[cut:]], code)
            if {each.value for each in end} & {each.value for each in last}:
                rests = (word[:cut].removesuffix(link) for link in known.links)
                yield from dict.fromkeys(each for each in rests if len(each) >= SHORTEST_FIRST)


def is_thing(meant: list[Meaning]) -> bool:
    return bool(meant) and meant[0].kind in {"category", "attribute"}


def begins_with_link(last: str, known: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether its first letters join two words: "damesfiets" (Dutch) is a "fiets", and no "sfiets"
    as "Stadsfietsen" ends in.
    """
    rests = (last.removeprefix(link) for link in known.links if link and last.startswith(link))
    return any(is_thing(vocabulary.meanings([rest], (known.language,))) for rest in rests if rest)


def described_by(part: str, known: Lexicon, vocabulary: Vocabulary) -> list[Meaning] | None:
    """What the first part of a compound means; None where it is no word at all."""
    plain = [part.removesuffix(link) for link in known.links if part.endswith(link)]
    for word in filter(lambda each: len(each) >= SHORTEST_FIRST, plain):
        found = vocabulary.meanings([word], (known.language,))
        if found:
            return found
    words = (word for word in plain if len(word) >= SHORTEST_FIRST)
    return [] if any(everyday(word, known.language) for word in words) else None
