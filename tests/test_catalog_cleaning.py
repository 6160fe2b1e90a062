"""What looks the same is the same; what means something by its form stays."""

from __future__ import annotations

import pytest

from catalog.cleaning import clean, identifier


@pytest.mark.parametrize("sign", [*"\u200b\u00ad\u202a\u202e\ufeff\u2060\u200d\u200c", "\u2066"])
def test_what_cannot_be_seen_goes(sign: str) -> None:
    assert clean(f"ZZW{sign}-1001") == "ZZW-1001"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Ａ４　ｐａｐｅｒ", "A4 paper"),
        ("ﬁne", "fine"),
        ("a\u00a0b\u2009c", "a b c"),
        ("e\u0301te\u0301", "été"),
        ("12 m² ½ ™ ® №5", "12 m² ½ ™ ® No5"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔧", "👩\u200d🔧"),
        ("two\nlines", "two\nlines"),
        ("น้ำตาลอ้อย", "น้ำตาลอ้อย"),
    ],
)
def test_texts_keep_what_they_mean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_numbers_are_what_people_type() -> None:
    assert identifier(" ＫＴ－²  7\u00a0") == "KT-2 7"
