"""In which older encoding a text most probably is, by the words of languages that it then has."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase

# What a catalogue has beside words, and tells nothing of their language. But for apostrophes and
# dashes none of it is within a word.
BESIDE = "€£¥¢©®™°ªº²³¹¼½¾×÷±µ§·•‚“”„…«»‹›¿¡\xa0"
SIGNS = re.compile(rf"[’‘–—]|(?<![^\W\d_])[{BESIDE}]|[{BESIDE}](?![^\W\d_])")
# Vowels and tones above and below the letters of Thai.
ABOVE_AND_BELOW = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
WORD = re.compile(r"[^\W\d_]+")

Usual = Callable[[str], bool]  # whether a language has this letter, in lower case


def latin(beside_ascii: str) -> Usual:
    return frozenset(ascii_lowercase + beside_ascii).__contains__


def script(alphabet: str) -> Usual:
    return frozenset(alphabet).__contains__


def first_byte(encoding: str, least: int, most: int, others: str = "") -> Usual:
    """The signs that stand among the usual ones, which these encodings have in front."""

    def usual(sign: str) -> bool:
        code = sign.encode(encoding, "ignore")
        return (len(code) == 2 and least <= code[0] <= most) or bool(re.match(others or "$", sign))

    return usual


# By the encoding of their older files; of encodings that explain a text as well, the first.
LANGUAGES: dict[str, tuple[Usual, ...]] = {
    "Windows-1252": (
        *map(latin, ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíóúüñ", "àèéìòóù", "áâãàçéêíóôõú", "éëïöü")),
        *map(latin, ("æøåéö", "åäöé", "áéíóúýþæöð")),
    ),
    "Windows-1250": (
        *map(latin, ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű")),
        *map(latin, ("ăâîşţ", "čćđšž")),
    ),
    "Windows-1254": (latin("çğıöşüâî"),),
    "Windows-1257": tuple(map(latin, ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"))),
    # Every byte is a letter of some of these; the stricter ones first.
    "Windows-1253": (script("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ"),),
    "Windows-1255": (script("אבגדהוזחטיךכלםמןנסעףפץצקרשת"),),
    "Windows-1256": (script("ابتثجحخدذرزسشصضطظعغفقكلمنهويىئءآأؤإةپچژگ"),),
    "Windows-1251": (script("абвгдежзийклмнопрстуфхцчшщъыьэюяёґєіїўђјљњћџ"),),
    "Shift_JIS": (first_byte("cp932", 0x88, 0x97, r"[\u3040-\u30ff]"),),
    "EUC-KR": (first_byte("euc_kr", 0xB0, 0xC8),),
    "GB18030": (first_byte("gb2312", 0xB0, 0xD7),),
    "Windows-874": (script("".join(map(chr, range(0x0E01, 0x0E2F))) + "ะาำเแโใไๅๆฯ"),),
    "Big5": (first_byte("big5", 0xA4, 0xC6),),
}
LATIN = ("Windows-1252", "Windows-1250", "Windows-1254", "Windows-1257")
SIGNS_IN_UTF8 = re.compile(rb"\xe2\x80|\xc2[\xa0-\xbf]")  # which no word of these ends in
CODECS = {"Shift_JIS": "cp932", "EUC-KR": "cp949", "Windows-874": "cp874"}  # as Windows writes them


def guess(start: bytes) -> str:
    """The encoding in which most words are ones of its languages; "" where most are of none.

    `start` may end within a letter. One language explains a text better than several.
    """
    best, found = (0.5, 0.0), ""
    for name in LANGUAGES:
        explained = explains(name, start)
        if explained > best:
            best, found = explained, name
    return found


def is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_utf8_after_all(line: bytes, name: str) -> bool:
    """Whether a line of a file in this encoding was put there by somebody who writes UTF-8.

    By chance it may be that as well ("NESCAFÉ®"): then its words are ones of the encoding.
    """
    if line.isascii() or not is_utf8(line):
        return False
    signs = name in LATIN and SIGNS_IN_UTF8.search(line)
    return bool(signs) or explains(name, line)[0] <= 0.5


def explains(name: str, start: bytes) -> tuple[float, float]:
    """The shares of words that are of a language of this encoding, and of the same one.

    Counted are those that have letters beyond ASCII, and each sign that is none as one more.
    """
    try:
        text = codecs.getincrementaldecoder(CODECS.get(name, name))().decode(start)
    except UnicodeDecodeError:
        return 0.0, 0.0
    text = ABOVE_AND_BELOW.sub("", SIGNS.sub(" ", text))
    told = [[all(map(of, word)) for of in LANGUAGES[name]] for word in words(text)]
    whole = len(told) + sum(not (sign.isascii() or sign.isalpha()) for sign in text)
    if not whole:
        return 1.0, 1.0
    return sum(map(any, told)) / whole, max(map(sum, zip(*told, strict=True)), default=0) / whole


def words(text: str) -> Iterator[str]:
    """Words with letters beyond ASCII, in lower case; "wRiTten" so, with a sign of no language."""
    for word in WORD.findall(text.replace("İ", "I")):
        if not word.isascii():
            cased = word in (word.lower(), word.upper(), word.capitalize())
            yield word.lower() if cased else "\ufffd"
