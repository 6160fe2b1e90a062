"""Texts as people mean them: without what cannot be seen, and with letters of one width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

JOINERS = "\u200c\u200d"  # part of the spelling in scripts from Hebrew on, and inside emoji
AM = "\u0e33\u0eb3"  # a vowel of Thai and Lao: people type it as the one sign that it is
JOINED_FROM = "\u0590"


def clean(text: str) -> str:
    """One spelling for what looks the same: NFC, letters of one width, nothing invisible.

    Signs that mean something by their form (m², ½, ™) stay.
    """
    if text.isascii():  # in which every sign is its own only spelling
        return text.strip()
    found: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        if sign in JOINERS:
            found += [sign] if found and found[-1] >= JOINED_FROM else []
        else:
            found.append(plain_sign(sign))
    return unicodedata.normalize("NFC", "".join(found)).strip()


def identifier(text: str) -> str:
    """A number that people type: in compatibility form, with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", clean(text)).split())


@lru_cache(maxsize=4096)
def plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cf":  # zero-width, soft hyphens, marks of direction and of byte order
        return ""
    if category == "Zs":
        return " "
    if sign in AM:
        return sign
    tag, _, parts = unicodedata.decomposition(sign).partition(" ")
    width = tag in ("<wide>", "<narrow>", "<font>") or (
        tag == "<compat>" and not parts.startswith("0020")  # a spacing accent is not a space
    )
    return unicodedata.normalize("NFKC", sign) if width else sign
