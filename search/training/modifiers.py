"""What is said about a noun: the same noun with another modifier is a hard negative.

A model that has only to tell a shirt from a shoe learns the noun. Captions that differ in the
modifier alone ("striped shirts", "checked shirts") teach the rest (as in NegCLIP, Yuksekgonul et
al. 2023). Where a column does not say it, the words of a title do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# By role, a word of titles (as a pattern) and the modifier that it says.
IN_TITLES = {
    "pattern": {
        r"pinstripes?|pinstriped": "pinstriped",
        r"stripes?|striped": "striped",
        r"checks?|checked|checkered|gingham": "checked",
        r"plaid|tartan": "plaid",
        r"florals?|flowers?|flowery": "floral",
        r"polka|dots?|dotted": "dotted",
        r"printed|prints?": "printed",
        r"graphic": "graphic",
        r"solid|plain": "plain",
        r"embroidered": "embroidered",
        r"colou?r ?block(?:ed)?": "colour block",
        r"camouflage|camo": "camouflage",
        r"paisley": "paisley",
        r"self design": "self design",
    },
    "material": {
        r"leather": "leather",
        r"suede": "suede",
        r"denim": "denim",
        r"canvas": "canvas",
        r"silk": "silk",
        r"linen": "linen",
        r"wool|woollen": "wool",
        r"knit|knitted": "knitted",
        r"fleece": "fleece",
        r"mesh": "mesh",
        r"cotton": "cotton",
        r"nylon": "nylon",
        r"rubber": "rubber",
        r"stainless steel|steel": "steel",
        r"wood|wooden": "wooden",
        r"pearls?": "pearl",
        r"beads?|beaded": "beaded",
        r"ceramic": "ceramic",
    },
    "neck": {
        r"v[ -]neck": "V-neck",
        r"round[ -]neck": "round neck",
        r"crew[ -]neck": "crew neck",
        r"polo": "polo neck",
        r"turtle[ -]?neck|roll[ -]neck": "turtleneck",
        r"henley": "henley neck",
        r"hooded|hoodie": "hooded",
        r"mandarin collar": "mandarin collar",
    },
    "sleeves": {
        r"sleeveless": "no",
        r"half[ -]sleeves?|short[ -]sleeves?|short[ -]sleeved": "short",
        r"full[ -]sleeves?|long[ -]sleeves?|long[ -]sleeved": "long",
    },
    "shape": {
        r"slim fit": "slim fit",
        r"skinny": "skinny",
        r"slip[ -]ons?": "slip-on",
        r"lace[ -]ups?": "lace-up",
        r"low[ -]top": "low-top",
        r"high[ -]top|mid[ -]top": "high-top",
        r"oval": "oval",
        r"aviators?": "aviator",
        r"wayfarers?": "wayfarer",
        r"round dial": "round",
        r"analogu?e": "analogue",
        r"digital": "digital",
        r"wedges?": "wedge",
        r"stilettos?": "stiletto",
    },
    "use": {
        r"running": "running",
        r"training|gym": "training",
        r"football|soccer": "football",
        r"tennis": "tennis",
        r"cricket": "cricket",
        r"basketball": "basketball",
        r"swim(?:ming|wear)?": "swimming",
        r"lounge": "lounge",
        r"party": "party",
        r"hiking|trekking|outdoor": "hiking",
    },
}
SAID_BY = {
    role: [
        (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), value) for words, value in known.items()
    ]
    for role, known in IN_TITLES.items()
}
# How a modifier of a role is said of a kind, and how often that is drawn as a caption.
WORDING = {
    "colour": ("{value} {kind}", 1.5),
    "pattern": ("{value} {kind}", 0.9),
    "material": ("{value} {kind}", 0.6),
    "neck": ("{value} {kind}", 0.4),
    "sleeves": ("{kind} with {value} sleeves", 0.4),
    "shape": ("{value} {kind}", 0.4),
    "use": ("{value} {kind}", 0.4),
    "usage": ("{value} {kind}", 0.3),
    "gender": ("{kind} for {value}", 0.6),
}


@dataclass(frozen=True)
class Modified:
    """A caption that says one thing about a noun. Those of one role and kind are rivals."""

    role: str
    kind: str
    text: str
    weight: float


def in_title(title: str) -> dict[str, str]:
    """By role, what the words of a title say about the thing: `{"pattern": "striped"}`."""
    found: dict[str, str] = {}
    for role, known in SAID_BY.items():
        value = next((value for words, value in known if words.search(title)), None)
        if value:
            found[role] = value
    return found


def modified(fields: Mapping[str, str]) -> Iterator[Modified]:
    """What the columns say of the kind, and what the title says where they do not."""
    kind = fields.get("kind") or fields.get("group")
    if not kind:
        return
    known = in_title(fields.get("title", "")) | dict(fields)
    for role, (wording, weight) in WORDING.items():
        value = known.get(role)
        if value and (role, value) != ("gender", "Unisex"):
            text = wording.format(value="no" if value == "none" else value, kind=kind)
            yield Modified(role, kind, text, weight)
