"""Words of other languages with their English, from dictionaries that training alone needs.

FreeDict's dictionaries are text in the format of dictd, zipped (Debian: `dict-freedict-deu-eng`);
the names of emoji in every language are part of Unicode's CLDR (npm: `cldr-annotations-full`).
Neither is copied into what is trained.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

CODES = {
    "ara": "ar",
    "deu": "de",
    "eng": "en",
    "fra": "fr",
    "ita": "it",
    "jpn": "ja",
    "nld": "nl",
    "pol": "pl",
    "por": "pt",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
}
EMOJI_LANGUAGES = (
    "ar",
    "de",
    "es",
    "fr",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "th",
    "tr",
    "zh",
)
HEADWORD = re.compile(r"^(\S.*?) /[^/]+/")
NOTES = re.compile(r"<[^>]*>|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}")
NUMBER = re.compile(r"^\s*([IVX]+\.|\d+\.)\s*")
ENGLISH = re.compile(r"[a-z][a-z '-]{2,30}")
WORDY = re.compile(r"[^\W\d_][^\d()/]*").fullmatch
SENSES, WORDS, LONGEST = 3, 4, 40  # of an entry; of a sense; letters of a text
NAME_WEIGHT = 2.0  # weight of a name that was chosen as one, against 1 of a first sense


@dataclass(frozen=True)
class Translation:
    """A text and its English. The `weight` says how sure it is and how much it is worth."""

    language: str
    text: str
    english: str
    weight: float


def from_dictionary(path: Path, known: Collection[str]) -> Iterator[Translation]:
    """Entries of a FreeDict dictionary from or to English whose English words are all `known`.

    Raises ValueError for a file whose name does not tell the languages.
    """
    codes = re.search(r"freedict-(\w{3})-(\w{3})\.dict", path.name)
    if not codes or "eng" not in codes.groups() or not set(codes.groups()) <= set(CODES):
        raise ValueError(
            f"{path} is not named like freedict-deu-eng.dict.dz, a dictionary from or to English."
        )
    first, second = (CODES[code] for code in codes.groups())
    for head, word, weight in _entries(path):
        english, text = (head, word) if first == "en" else (word, head)
        english = english.lower().removeprefix("to ")
        words = english.split()
        if ENGLISH.fullmatch(english) and all(one in known for one in words) and WORDY(text):
            yield Translation(second if first == "en" else first, text, english, weight)


def _entries(path: Path) -> Iterator[tuple[str, str, float]]:
    """Head word, translation and a weight that falls with senses and with words of a sense."""
    head, sense = "", 0
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if found := HEADWORD.match(line):
                head, sense = _clean(found[1]), 0
            elif head and line.strip() and not line.startswith(("   ", " see", " Syn")):
                sense += 1
                words = re.split("[,;]", NUMBER.sub("", NUMBER.sub("", line)))
                for rank, word in enumerate(words[:WORDS] if sense <= SENSES else []):
                    if (word := _clean(word)) and max(len(word), len(head)) <= LONGEST:
                        yield head, word, 1 / (sense * (1 + rank))


def _clean(text: str) -> str:
    return " ".join(NOTES.sub(" ", text).replace("\u2010", "-").split()).strip(" .;:,")


def emoji_names(folder: Path) -> Iterator[Translation]:
    """What the things in emoji are called: `folder` has one of `annotations.json` a language."""
    english = _names(folder / "en")
    for language in EMOJI_LANGUAGES:
        for sign, name in _names(folder / language).items():
            if sign in english:
                yield Translation(language, name, english[sign], NAME_WEIGHT)


def _names(folder: Path) -> dict[str, str]:
    content = json.loads((folder / "annotations.json").read_text(encoding="utf-8"))
    signs = content["annotations"]["annotations"]
    return {sign: said["tts"][0] for sign, said in signs.items() if said.get("tts")}
