"""Lower case without accents: one table, for Python and for the SQL function `catalog_fold`.

The extension `unaccent` is neither immutable nor at hand everywhere, and a generated column needs
an immutable function; so the table is built here, from Unicode's own decompositions.
"""

from __future__ import annotations

import unicodedata

MARKS = "".join(map(chr, range(0x300, 0x370)))  # combining accents, dropped
LONGER = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij"}
UNDECOMPOSED = {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i"}


def latin_letters() -> dict[str, str]:
    """Every lower-case Latin letter with an accent, and the letter below the accent."""
    found = dict(UNDECOMPOSED)
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        letter = chr(code)
        plain = unicodedata.normalize("NFD", letter)[0]
        if letter == letter.lower() and plain != letter and plain.isascii():
            found[letter] = plain
    return found


LETTERS = latin_letters()
TABLE = str.maketrans(LETTERS | LONGER | dict.fromkeys(MARKS, ""))


def fold(text: str) -> str:
    """`fold("Crème Brûlée") == "creme brulee"`."""
    return text.lower().translate(TABLE)


def fold_sql() -> str:
    """The statement that makes the same function in Postgres."""
    body = "lower($1)"
    for letter, plain in LONGER.items():
        body = f"replace({body}, '{letter}', '{plain}')"
    accented, plain = "".join(LETTERS) + MARKS, "".join(LETTERS.values())
    return (
        "CREATE FUNCTION catalog_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE "
        # Plain ASCII, as most texts are, is spared the table.
        "RETURN CASE WHEN octet_length($1) = char_length($1) THEN lower($1) "
        f"ELSE translate({body}, '{accented}', '{plain}') END"
    )
