"""What the script of a file tells of its amounts, where they do not tell it themselves."""

from __future__ import annotations

import re

from catalog.importing.cells import first
from catalog.importing.files.records import Content

KANA, HAN = re.compile("[\u3041-\u30fa]"), re.compile("[\u3400-\u9fff]")
KANA_LEAST = 0.1  # of the letters of a Japanese catalogue
# Of languages that write decimals behind a point: Hebrew, Devanagari, Thai, kana, Han and Hangul.
WITH_POINT = re.compile("[\u05d0-\u05ea\u0900-\u097f\u0e01-\u0e4e\u3041-\u30fa\u3400-\u9fff가-힣]")
LETTER = re.compile(r"[^\W\d_]")


def decimal_mark(content: Content) -> str:
    """ "." where most letters of the header are of languages in which "39,900" is no 39.9."""
    names = "".join(content.names)
    return "." if 2 * len(WITH_POINT.findall(names)) > len(LETTER.findall(names)) else ""


def yen(content: Content) -> str:
    """Whose "¥" stands in the file: of Japan where there is kana, of China where there is none.

    Some titles in China hold a "の" for its looks.
    """
    cells = (first(value) for record in content.sample for value in record.cells.values())
    text = " ".join((*content.names, *cells))
    kana, han = len(KANA.findall(text)), len(HAN.findall(text))
    return "" if not kana + han else "JPY" if kana > KANA_LEAST * (kana + han) else "CNY"
