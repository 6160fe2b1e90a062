"""Shoes by the length of the foot: "27cm", "265 mm", in a shop that sells European sizes.

So Japan, Korea and China count them. A European size is two thirds of a centimetre of the shoe's
last, which is some one and a half longer than the foot (ISO/TS 19407); tables differ by half a
size, so the sizes on both sides of a foot are meant.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor

from search.understanding.parse import Parse

UNITS = {
    word: factor
    for words, factor in (("cm センチ 厘米 公分 센티", 1), ("mm ミリ 毫米 밀리", Decimal("0.1")))
    for word in words.split()
}
FEET = (9, 33)  # cm, from a baby's to the longest that shoes are made for
ALLOWANCE = Decimal("1.5")  # cm by which a last is longer
SIZES_OF_A_CM = Decimal("1.5")
APART = Decimal("0.75")  # sizes


def shoes_of_foot(parse: Parse, i: int) -> tuple[tuple[str, ...], int]:
    """The shop's sizes for the length that begins with token `i`, and where it ends; none, and 0.

    Only of what is asked for as shoes, and where they are not sold by that very number.
    """
    at = i + parse.part(i, "size")
    number = parse.tokens[at].number if parse.free(at) else None
    unit = UNITS.get(parse.tokens[at + 1].text) if parse.free(at + 1) else None
    if number is None or unit is None or not asks_for_shoes(parse):
        return (), 0
    foot = number * unit
    if not FEET[0] <= foot <= FEET[1] or parse.sizes.spelt(f"{number:f}"):
        return (), 0
    size = (foot + ALLOWANCE) * SIZES_OF_A_CM
    near = (each for each in (floor(size), ceil(size)) if abs(size - each) <= APART)
    found = tuple(spelt for each in dict.fromkeys(near) for spelt in parse.sizes.spelt(str(each)))
    return found, at + 2 if found else 0


def asks_for_shoes(parse: Parse) -> bool:
    shoes = [each.value for each in parse.vocabulary.meanings(["shoes"], ("en",))]
    return any(f"{path}/".startswith(f"{shoe}/") for path in parse.categories() for shoe in shoes)
