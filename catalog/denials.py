"""What texts say a thing has none of: "without sleeves", "sem cereais" (Portuguese), "torffrei".

Such a text has the word of what is not there, and would be left out where nobody wants that.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from catalog.bigrams import phrase
from catalog.folding import fold

WITHOUT = "without sans ohne senza sem sin zonder bez utan uden uten fara без بدون بلا"
NONE = "0 zero kein keine keinen keinerlei geen aucun aucune nessun nessuna ningun ninguna"
BEFORE = f"{WITHOUT} {NONE}".split()
FREE_OF = [
    *("free of", "free from", "libre de", "exempt de", "exempte de", "privo di", "priva di"),
    *("fri fra", "fri fran", "خال من", "خالي من", "خالية من", "свободно от", "не содержит"),
    *("isento de", "isenta de", "livre de", "frei von", "vrij van", "wolny od", "wolne od"),
]
BEHIND = ["free", "frei", "vrij"]
# "Glutenfrei", "suikervrij", "şekersiz" (Turkish).
JOINED = ["frei", "freie", "freies", "freier", "vrij", "vrije", "fri", "fria", "siz", "suz"]
# English full text keeps no "no": it is looked for in what has the word alone.
NO = r"\yno\s+(\w+\s+){0,2}"
PLURAL = re.compile(r"(?<=\w{3})(ies|es|s|y)$")  # "no battery" denies batteries


def denies(words: str) -> Q:
    """Products whose own texts say that they are without `words`, with one word between at most."""
    parts, said = re.findall(r"\w+", fold(words)), phrase(fold(words))
    if not said:
        return Q(pk__in=[])
    asked = f"{denying(said)} | ({any_word(BEFORE)} <2> ({said}))"
    told = NO + r"\W+".join(PLURAL.sub("", part) for part in parts)
    no = Q(title__iregex=told) | Q(description__iregex=told)
    return Q(words=SearchQuery(asked, config="english", search_type="raw")) | no


def denying(said: str) -> str:
    """What full text is asked for to find that a thing is without what `said` asks for."""
    free = " | ".join(f"({phrase(each)} <-> ({said}))" for each in FREE_OF)
    return f"({any_word(BEFORE)} <-> ({said})) | (({said}) <-> {any_word(BEHIND)}) | {free}"


def denials_of(words: str) -> list[str]:
    """The phrases by which full text finds that a thing is without the folded `words`."""
    before = [f"{word} {words}" for word in (*BEFORE, *FREE_OF)]
    joined = [f"{words}{end}" for end in JOINED if " " not in words]
    return [*before, *(f"{words} {word}" for word in BEHIND), *joined]


def any_word(words: list[str]) -> str:
    return f"({' | '.join(words)})"
