"""Scripts that put no spaces between words, parted for full text: in Python, and in Postgres.

To full text "雨の日の傘" is one word, and "傘" another. So a stretch of such signs becomes its
bigrams ("雨の の日 日の の傘 傘"), as in most search engines, and what is asked for a phrase of
them. Han, kana and Hangul go by signs; Thai, Lao, Khmer and Burmese by a consonant with all that
is written around it, for of single letters a word may begin within what is one sound (character
clusters, as in Theeramunkong et al. 2000). The last one of a stretch stands alone, so that whatever
begins with a sign is found by it; so does a Latin letter before ("Tシャツ"), beside its bigram.

A change of it needs a migration with the statement of `terms_sql` and the words made anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from catalog.folding import fold

# Iteration marks, kana but for the dot between words, Han, Hangul; folded, so no half width.
SIGNS = "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
HANGUL = re.compile("[\uac00-\ud7a3]")
# Thai, Lao, Khmer and Burmese: vowels before their consonant, vowels and tones behind it, and what
# puts the next consonant below it.
BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
MARKS = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e"
MARKS += "\u1056-\u1059\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u17b4-\u17d1\u17d3"
BELOW = "\u1039\u17d2"
LETTERS = "\u0e01-\u0e2f\u0e46\u0e50-\u0e5b\u0e81-\u0eaf\u0ebd\u0ec6\u0ed0-\u0edf"
LETTERS += "\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u1061\u1065\u1066\u106e-\u1070"
LETTERS += "\u1075-\u1081\u108e-\u109d\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9"
UNSPACED = f"{SIGNS}{BEFORE}{LETTERS}{MARKS}{BELOW}"
IN_UNSPACED = re.compile(f"[{UNSPACED}]")
# Whatever folds to such signs: half width, single letters of Hangul, signs in circles.
MAY_FOLD = "\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
MAY_FOLD += "\uf900-\ufaff\uff00-\uffef\U0001f200-\U0001f2ff\U00020000-\U0003ffff"

UNIT = f"[{SIGNS}]|[{BEFORE}]*[{LETTERS}](?:[{BELOW}].|[{MARKS}])*"
STARTS = f"{SIGNS}{BEFORE}{LETTERS}"
PARTED = "\x1f"
# Replacements, one after the other, which `re` and Postgres understand alike: a stretch apart from
# what stands beside it; a Latin letter before it, also joined to it; its units; pairs of them.
STEPS = (
    (f"((?<![a-z0-9])[a-z](?=[{SIGNS}]))?([{UNSPACED}]+)", r" \1 \1\2 "),
    (f"((?<= )[a-z]|{UNIT})(?=[{STARTS}])", rf"\1{PARTED}"),
    (f"{PARTED}([{UNSPACED}]+)", r"\1 \1"),
)
SINGLE = re.compile(UNIT)
COMPILED = tuple((re.compile(pattern), instead) for pattern, instead in STEPS)
# A decimal with a point is one word of full text, and so is a fraction; one with a comma is two.
WORD = re.compile(rf"(?<![\w.])\d+\.\d+(?![\d.])|(?<![\w./])\d+/\d+(?![\w./])|[\w{MARKS}{BELOW}]+")
ALPHABETIC = re.compile(rf"(?:[^\W\d_]|[{MARKS}{BELOW}])+")


def is_alphabetic(word: str) -> bool:
    """As `str.isalpha`, for which the vowels of "เสื้อ" are no letters."""
    return ALPHABETIC.fullmatch(word) is not None


def bigrams(folded: str) -> str:
    """`bigrams("雨の日 500ml") == " 雨の の日 日  500ml"`, but for the number of blanks."""
    if not IN_UNSPACED.search(folded):
        return folded
    for pattern, instead in COMPILED:
        folded = pattern.sub(instead, folded)
    return folded


def terms(text: str) -> str:
    """What full text is made of, as `catalog_terms` makes it in Postgres."""
    return bigrams(fold(text))


class Term(NamedTuple):
    """A lexeme that is asked for, or whatever begins so, and how far behind the one before it."""

    text: str
    begins: bool = False
    behind: int = 1


def asked(folded: str) -> Iterator[Term]:
    """The terms of a folded word or phrase, by which it is found inside a stretch as well.

    The last sign is no term by itself, as the text may go on, with a space or without one. A word
    of a single sign is what a stretch has anywhere, and in Korean, which parts its words, the end
    of one: "컵" (cup) of "머그컵", and "차" (tea) of no "차량용".
    """
    found = WORD.findall(bigrams(folded))
    behind = 1
    for at, text in enumerate(found):
        alone = SINGLE.fullmatch(text) is not None
        if alone and at and found[at - 1] != text and found[at - 1].endswith(text):
            behind += 1
            continue
        ends = at == len(found) - 1 and HANGUL.match(text)
        yield Term(text, alone and not ends, behind)
        behind = 1


def phrase(folded: str, label: str = "") -> str:
    """The terms one behind the other as `to_tsquery` reads them; "" where there is no word.

    Each is quoted, so that nothing typed is an operator. `label`: only where they have that weight.
    """
    written = ""
    for term in asked(folded):
        marks = f"{'*' * term.begins}{label}"
        written += f" <{term.behind if term.behind > 1 else '-'}> " * bool(written)
        written += f"'{term.text}'" + f":{marks}" * bool(marks)
    return written


def inside_stretches(folded: str) -> str:
    """The phrase, where there is a script without spaces in it, which Postgres does not part."""
    return phrase(folded) if IN_UNSPACED.search(folded) else ""


def reach(folded: str) -> int:
    """How far behind the last term of a phrase the next word stands."""
    ends = WORD.findall(bigrams(folded))[-1:]
    terms = list(asked(folded))
    return 1 + (bool(ends) and terms[-1].text != ends[0])


def terms_sql() -> str:
    """The statement that makes the same function in Postgres, where `catalog_fold` is."""
    body = "catalog_fold($1)"
    for pattern, instead in STEPS:
        body = f"regexp_replace({body}, '{pattern}', '{instead}', 'g')"
    return (
        "CREATE OR REPLACE FUNCTION catalog_terms(text) RETURNS text "
        "LANGUAGE sql IMMUTABLE PARALLEL SAFE "
        # Most texts are spared the replacements, and many the table of folding.
        "RETURN CASE WHEN octet_length($1) = char_length($1) THEN lower($1) "
        f"WHEN $1 !~ '[{MAY_FOLD}]' THEN catalog_fold($1) ELSE {body} END"
    )
