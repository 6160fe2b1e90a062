"""Words, numbers and signs of a query, each with its place in the text as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from catalog.bigrams import BELOW, MARKS, UNSPACED
from catalog.folding import fold
from search.understanding.words.currencies import CURRENCY_OF
from search.understanding.words.segmentation import LONGEST_STRETCH, segments

QUOTES = {"“": "”", "„": "“", "«": "»", '"': '"', "「": "」", "『": "』"}
# Accents and vowels that are signs of their own: "เสื้อ" and a vocalised "كُوب" are one word each.
COMBINING_MARKS = f"\u0300-\u036f\u064b-\u065f\u0670{MARKS}{BELOW}"
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"  # in a word
# Whose dollars they are: "R$ 30", "US$25", "A$ 40".
DOLLARS = r"(?<![^\W_])(?i:[rasc]|us|au|ca|nz|mx|hk|nt)\$"
# A sum in signs: "五百元" (Chinese), "五千円以下" (Japanese), "십만원" (Korean, no part of a word).
HAN_SUM = """[一二三四五六七八九两兩]?(?:[十百千万萬][零〇]?[一二三四五六七八九两兩]?)+
    (?=[元円块塊]|以[下内內上]|左右|[到至から~〜～-]+[一二三四五六七八九两兩十百千万萬]+[元円块塊])"""
KOREAN_SUM = """(?<![가-힣])[일이삼사오육칠팔구]?(?:[십백천만][일이삼사오육칠팔구]?)+(?=\\s?원)"""
PATTERN = re.compile(
    rf"""
      (?P<phrase>(?:(?<!\S)|(?<=[-–−{UNSPACED}]))
        (?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|「[^」]+」|『[^』]+』))
    | (?P<dimensions>\d+(?:[.,]\d+)?(?:\s*[x×]\s*\d+(?:[.,]\d+)?)+)
    | (?P<number>\d?[½¼¾⅓⅔⅛]|(?<!\d)\d/\d(?![\d/])
        |\d+(?:[.,\u00a0\u202f]\d+|['’]\d{{3}}(?!\d))*(?:[万萬千](?=[円元块塊]|以[下内內上]|[~〜～到至-])|[만천](?=\s?원|[~～-])
            |\s?тыс(?:яч[аиу]?)?(?![^\W_]))?
        |{HAN_SUM}|{KOREAN_SUM})
    | (?P<minus>(?<!\S)[-–−]+(?=["“„«\w]))
    | (?P<word>(?!{DOLLARS})[^\W\d_]
        (?:(?<![{UNSPACED}])\d|(?!{HAN_SUM})[^\W\d]|[{COMBINING_MARKS}{UNSEEN}])*)
    | (?P<sign>{DOLLARS}|<=|>=|[<>≤≥€$£¥₩₹₺₴₽&+,;/"″–—~〜～-])
    """,
    re.VERBOSE,
)
TIMES = {"千": 1_000, "천": 1_000, "万": 10_000, "萬": 10_000, "만": 10_000}  # "1万円", "3만 원"
DIGITS = {
    **{sign: n for n, sign in enumerate("一二三四五六七八九", start=1)},
    **{sign: n for n, sign in enumerate("일이삼사오육칠팔구", start=1)},
    **dict.fromkeys("两兩", 2),
}
POWERS = {"十": 10, "百": 100, "千": 1_000, "십": 10, "백": 100, "천": 1_000}
MYRIAD = frozenset("万萬만")
DASHES = frozenset("~〜～")  # that part two numbers: "100~200元"
THOUSANDS = re.compile(r"\s?тыс.*")  # "3 тыс", "5 тысяч" (Russian)
# Nothing but words of Latin letters, as most names of things are: these need no look at signs.
PLAIN = re.compile(rf" *(?:[A-Za-z]{{1,{LONGEST_STRETCH}}}(?: +|$))*")
FRACTION = re.compile(r"(\d(?=\d⁄))?(\d)[⁄/](\d)")  # folded: "1½" is "11⁄2"
APOSTROPHE = re.compile(r"(?<=\w)['’´`](s\b|\B)", re.IGNORECASE)
# What Turkish adds to a number or a currency: "900'den", "50 TL'nin", "50 euro'ya". Where shoppers
# leave out the apostrophe, what it is more than.
SUFFIX = re.compile(
    r"(?:(?<=\d)|(?<=\btl)|(?<=\beuro)|(?<=\bdolar))"
    r"['’´`](?:[dt][ae]n?|y?[ae]|n?[ıiuü]n|l[ıiuü]k?)\b"
    r"|(?:(?<=\btl)|(?<=\blira)|(?<=\beuro)|(?<=\bdolar))\s(?:[dt][ae]n|n[iı]n|ye|ya)\b"
    r"|(?<=\d)\s?[dt][ae]n(?=\s+(?:ucuz|az|pahal|fazla|daha|ba[sş]la|y[uü]ksek))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Token:
    kind: str  # phrase, dimensions, number, minus, word or sign
    text: str  # folded: lower case without accents
    typed: str
    start: int
    end: int

    @property
    def number(self) -> Decimal | None:
        return decimal(self.text) if self.kind == "number" else None


def tokens(text: str) -> list[Token]:
    """Tokens of `text` in order; a hyphen inside a word only parts it ("t-shirt" is two words)."""
    hushed = text
    for ending in (APOSTROPHE, SUFFIX):
        hushed = ending.sub(lambda match: " " * len(match.group()), hushed)
    found = [each for match in PATTERN.finditer(hushed) for each in tokens_of(match, text)]
    return [each for i, each in enumerate(found) if not joins_words(found, i)]


def tokens_of(match: re.Match[str], text: str) -> Iterator[Token]:
    """One, but for words that are written without spaces between them."""
    start = match.start()
    words = segments(match.group()) if match.lastgroup == "word" else (match.group(),)
    if len(words) == 1:
        yield token(match, text)
        return
    for word in words:
        end = start + len(word)
        yield Token("word", fold(word)[:LONGEST_STRETCH], text[start:end], start, end)
        start = end


def token(match: re.Match[str], text: str) -> Token:
    kind = str(match.lastgroup)
    start, end = match.span()
    folded = re.sub(r"\s", "", match.group()) if kind == "dimensions" else match.group()
    meant = "-" if folded in DASHES else fold(folded).replace("×", "x")
    # One sign may stand for a whole phrase ("ﷺ").
    return Token(
        kind, meant[:LONGEST_STRETCH] if kind == "word" else meant, text[start:end], start, end
    )


def joins_words(found: list[Token], i: int) -> bool:
    """A hyphen or slash counts only between two numbers, where it is a range or a fraction.

    A plus right behind a number is "or more": "6+".
    """
    if found[i].text not in {"-", "–", "—", "/", "+"} or found[i].kind == "minus":
        return False
    if found[i].text == "+" and i and found[i - 1].kind == "number":
        return found[i - 1].end != found[i].start
    around = found[i - 1 : i] + found[i + 1 : i + 2]
    amounts = (each.kind in {"number", "sign"} or each.text in CURRENCY_OF for each in around)
    return not (len(around) == 2 and all(amounts))


def decimal(text: str) -> Decimal | None:
    """ "1,200", "1'200" and "1.200,00" are thousands; "0,5" and "12.50" not; "1.5万" is 15,000."""
    if text[:1] in DIGITS or text[:1] in POWERS or text[:1] in MYRIAD:
        return Decimal(sum_of(text))
    if text[-1:] in TIMES:
        number = decimal(text[:-1])
        return None if number is None else (number * TIMES[text[-1]]).quantize(Decimal(1))
    if THOUSANDS.search(text):
        number = decimal(THOUSANDS.sub("", text))
        return None if number is None else (number * 1_000).quantize(Decimal(1))
    plain = re.sub(r"['’\s]", "", text)
    broken = FRACTION.fullmatch(plain)
    if broken:
        ones, over, below = (int(each or 0) for each in broken.groups())
        return (ones + Decimal(over) / below).quantize(Decimal("0.001")) if below else None
    marks = re.findall(r"[.,]", plain)
    if marks:
        last = plain.rfind(marks[-1])
        grouping = len(plain) - last - 1 == 3 and plain[:last] not in {"0", ""}
        whole = re.sub(r"[.,]", "", plain if grouping else plain[:last])
        plain = whole if grouping else f"{whole}.{plain[last + 1 :]}"
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def sum_of(signs: str) -> int:
    """ "五百" is 500, "십이만" 120,000: a sign before a power of ten counts it."""
    myriads = total = digit = 0
    for sign in signs:
        if sign in MYRIAD:
            myriads, total, digit = (total + digit or 1) * 10_000, 0, 0
        elif power := POWERS.get(sign):
            total, digit = total + (digit or 1) * power, 0
        else:
            digit = DIGITS.get(sign, 0)
    return myriads + total + digit


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a name, "&" read as "and"."""
    return list(_words_of(text))


@lru_cache(maxsize=32_768)  # each shop's vocabulary asks all names of the lexicons, several times
def _words_of(text: str) -> tuple[str, ...]:
    if PLAIN.fullmatch(text):
        return tuple(text.lower().split())
    plain = (
        "and" if each.text == "&" else each.text for each in tokens(text.replace('"', " inch "))
    )
    return tuple(word for word in plain if re.match(r"\w", word))


def as_typed(word: str, text: str) -> str:
    """The word of the text of which `word` is the folded form; `word` where there is none."""
    found = (each.group() for each in re.finditer(r"\w+", text))
    return next((each for each in found if fold(each) == word), word)
