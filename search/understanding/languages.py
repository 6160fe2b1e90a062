"""In which languages a query is written: those whose words may be understood in it.

The shop's language and the page's always are. Another one joins them only where its own words
show it: a word that none of theirs is, or a whole query in that language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from catalog.folding import fold
from search.understanding.lexicon import CODES, lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words import colors, genders
from search.understanding.words.glossary import glossary
from search.understanding.words.grammar import grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.synonyms import groups
from search.understanding.words.tokens import Token, words_of
from search.understanding.words.translator import english_words, translator
from search.understanding.words.wordlists import everyday, is_often

Score = tuple[int, int]  # points, and of those that are equal the words of its lexicon
IsListed = Callable[[str, str], bool]
NO_SCORE: Score = (0, 0)
TELLING = 4  # letters of a word from which it tells more than its bare membership of a word list
SHORTEST_WORD = 2  # of a word in Latin letters; a sign of Chinese is one
LATIN = "a-z\u00df-\u024f"  # folded
SHORTEST_FIRST = 3  # letters of the first word of a compound
SHORTEST_STEM = 4  # letters of a base form that tells words apart
# Parts of the grammar that tell a language where a number follows: "Laptop mit 16 GB" is German,
# though "mit" stands in lists of English words.
BEFORE_NUMBERS = {"under", "over", "between", "from", "about", "with"}


def languages_of(
    found: Sequence[Token], vocabulary: Vocabulary, spoken: Sequence[str]
) -> tuple[str, ...]:
    """`spoken` (the shop's and the page's), and the one foreign language that explains most."""
    typed = [token.text for token in found if token.kind in ("word", "phrase")]
    each = [word for text in typed for word in words_of(text)]
    words = [word for word in each if len(word) >= SHORTEST_WORD or not word.isascii()]
    heard = (code for code in CODES if code not in spoken and not is_small(code))
    others = [code for code in heard if has_script(code, typed)]
    counting = before_numbers(found)
    scores = {code: score(code, words, vocabulary, spoken, counting) for code in others}
    best = max(scores.values(), default=NO_SCORE)
    joined = [code for code in others if best > NO_SCORE and scores[code] == best]
    written = [code for code in joined if has_letters(code, found)]
    return (*dict.fromkeys(spoken), *(written or joined))


def is_small(code: str) -> bool:
    """Whether its words are too few to tell mistakes in another language from them: "red mugg"."""
    known = lexicon(code)
    return known is not None and known.is_small


def before_numbers(found: Sequence[Token]) -> frozenset[str]:
    pairs = pairwise(found)
    return frozenset(one.text for one, other in pairs if other.kind == "number")


def score(
    code: str,
    words: Sequence[str],
    vocabulary: Vocabulary,
    spoken: Sequence[str],
    counting: frozenset[str],
) -> Score:
    """How many of the words `code` explains; none where they may well be of a spoken language.

    `counting`: the words before numbers.
    """
    in_lexicon = [word for word in words if is_named_in(word, code)]
    mine = [word for word in words if word in in_lexicon or everyday(word, code)]
    if not in_lexicon:
        return NO_SCORE
    rare = {word for word in in_lexicon if is_often(word, code)}  # unless often said by them, too
    foreign = [
        word
        for word in mine
        if not is_theirs(word, vocabulary, spoken, is_often if word in rare else everyday)
    ]
    telling = [word for word in foreign if word in in_lexicon or len(word) >= TELLING]
    telling += [word for word in counting if tells_amounts(word, code, vocabulary, spoken)]
    content = [word for word in in_lexicon if base_form(word, code) in content_words(code)]
    theirs = [word for word in words if is_well_known(word, vocabulary, spoken)]
    named = [word for word in in_lexicon if is_word_of(word, code) or is_joined(word, code)]
    whole = len(mine) == len(words) and bool(content) and len(named) > max(len(theirs), 1)
    if not telling and not whole:
        return NO_SCORE
    return 2 * len(in_lexicon) + len(mine) + len(foreign), len(in_lexicon)


def tells_amounts(word: str, code: str, vocabulary: Vocabulary, spoken: Sequence[str]) -> bool:
    played = grammar((code,)).parts.get((word,), frozenset())
    return bool(played & BEFORE_NUMBERS) and not is_well_known(word, vocabulary, spoken)


def is_theirs(
    word: str, vocabulary: Vocabulary, spoken: Sequence[str], listed: IsListed = everyday
) -> bool:
    """Whether the shop or a spoken language has the word: one that is `listed` in it."""
    own = word in vocabulary.known or vocabulary.key([word])[0] in vocabulary.used
    return own or any(
        is_word_of(word, code) or listed(word, code) or has_very_word(word, code) for code in spoken
    )


def is_well_known(word: str, vocabulary: Vocabulary, spoken: Sequence[str]) -> bool:
    """Whether the shop or the lexicon of a spoken language has it, and not just a list of words."""
    own = word in vocabulary.known or vocabulary.key([word])[0] in vocabulary.used
    return own or any(is_word_of(word, code) for code in spoken)


def written_in(found: Sequence[Token], vocabulary: Vocabulary, languages: Sequence[str]) -> str:
    """The one of `languages` that the words are of, where they are not of the shop's; else "".

    The first of them is the page's: its words need no other sign than that the shop has them not.
    """
    words = [word for token in found if token.kind == "word" for word in words_of(token.text)]
    own = (vocabulary.language,)
    others = [code for code in languages if code not in own and translator(code, own[0])]
    counting = before_numbers(found)
    scores = {code: score(code, words, vocabulary, own, counting) for code in others}
    if any(found > NO_SCORE for found in scores.values()):
        return max(scores, key=lambda code: (scores[code], *likeness(code, words, found)))
    page = languages[0]
    return page if page in others and is_of_page(page, words, vocabulary) else ""


def is_of_page(code: str, words: Sequence[str], vocabulary: Vocabulary) -> bool:
    foreign = not all(is_well_known(word, vocabulary, (vocabulary.language,)) for word in words)
    return foreign and all(is_named_in(word, code) for word in words)


def has_script(code: str, typed: Sequence[str]) -> bool:
    """Whether any letter may be of the language: nobody looks for Russian in "red shoes"."""
    return any(script(code).search(text) for text in typed)


@cache
def script(code: str) -> re.Pattern[str]:
    known = lexicon(code)
    return re.compile(f"[{known.letters if known and known.letters else LATIN}]")


def likeness(code: str, words: Sequence[str], found: Sequence[Token]) -> tuple[bool, int]:
    """What tells languages apart that share all words that were known: "de manga comprida"."""
    return has_letters(code, found), sum(everyday(word, code) for word in words)


def has_letters(code: str, found: Sequence[Token]) -> bool:
    """Whether the language has all the letters of the words: there is no "è" in German."""
    known = glossary(code)
    letters = {letter for token in found for letter in token.typed.lower() if letter > "\x7f"}
    return known is None or letters <= known.letters


def is_named_in(word: str, code: str) -> bool:
    """Whether the lexicon or the dictionary of a language has the word, or the parts of it."""
    return is_word_of(word, code) or is_joined(word, code) or is_in_glossary(word, code)


def has_very_word(word: str, code: str) -> bool:
    """Whether it has the word as it is written, and not only one with the same stem."""
    known = glossary(code)
    exact = known is not None and (word,) in known.exact
    return exact or word in lexicon_forms(code) or is_joined(word, code)


@lru_cache(maxsize=50_000)
def is_in_glossary(word: str, code: str) -> bool:
    """But for a bare stem that is no word: a dictionary that has "chiaro" has no "chiar"."""
    if code == "en":
        return base_form(word) in english_words()
    known, base = glossary(code), base_form(word, code)
    if known is None or (word,) in known.exact:
        return known is not None
    inflected = word != base and len(base) >= SHORTEST_STEM
    has_forms = bool(known.links or known.prefixes) or known.other_form(word) is not None
    return (inflected or has_forms) and known.look_up([word]) is not None


def is_word_of(word: str, code: str) -> bool:
    """Whether the lexicon has it in any form, but for a bare stem that is no word."""
    base = base_form(word, code)
    if len(base) < SHORTEST_STEM or word == base:
        forms = lexicon_forms(code)
        return word in forms or word.removesuffix("s") in forms
    return base in lexicon_words(code)


@lru_cache(maxsize=20_000)
def is_joined(word: str, code: str) -> bool:
    """Whether the language joins words, and this is an everyday one before a thing: "Leselampe"."""
    known = lexicon(code)
    if not known or not known.compounds:
        return False
    ends = range(SHORTEST_FIRST, len(word) - SHORTEST_STEM + 1)
    cuts = (cut for cut in ends if base_form(word[cut:], code) in content_words(code))
    return any(
        everyday(word[:cut].removesuffix(link), code)
        for cut in cuts
        for link in known.links
        if word[:cut].endswith(link) and cut - len(link) >= SHORTEST_FIRST
    )


@cache
def lexicon_words(code: str) -> frozenset[str]:
    """The base forms of all words that a lexicon has."""
    return frozenset(base_form(word, code) for word in lexicon_forms(code))


@cache
def lexicon_forms(code: str) -> frozenset[str]:
    """The words themselves, folded."""
    return grammar((code,)).words | content_forms(code) if lexicon(code) else frozenset()


@cache
def content_words(code: str) -> frozenset[str]:
    return frozenset(base_form(word, code) for word in content_forms(code))


@cache
def content_forms(code: str) -> frozenset[str]:
    """Those that name something: colours, genders, things. Of phrases all but the small words."""
    known = lexicon(code)
    if not known:
        return frozenset()
    small = grammar((code,)).words
    phrases = [*colors.words(code), *genders.words(code), *listed(known.expressions)]
    phrases += [word for group in groups() for word in group.words.get(code, ())]
    phrases += known.products.split()
    words = {word for phrase in phrases for word in fold(phrase).split()}
    return frozenset(word for word in words if word not in small)
