"""What is written down of one language: each language is one file of this folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Lexicon:
    """Words are written as people write them, several of them parted by commas.

    `grammar` says which small words play which part (`search.understanding.words.grammar` lists the
    parts). `colors`, `genders` and `things` give the words of this language for an English one.
    """

    language: str
    grammar: Mapping[str, str]
    colors: str  # lines of "red: rot"
    genders: Mapping[str, str]  # man, woman, boy, girl, kid, baby, unisex
    things: str  # lines of "shoe: schuh, schuhe", the English word being one of `same` in en.py
    numbers: str = ""  # two, three ... eight, by which people are counted; forms of one by "/"
    people: str = ""  # words that say for how many a thing is: "2 zweisitzer, 3 dreisitzer"
    sums: str = ""  # round numbers that prices are said in: "20 twenty, 100 hundred"
    packs: str = ""  # words for what holds several pieces that are sold as one
    same: str = ""  # lines of words for one thing, all of this language
    materials: str = ""  # lines of "wood: oak, pine": what is of one of these is of it
    imitations: str = ""  # lines of words for what is called after a material it is not
    kinds: str = ""  # lines of "wider: narrower, narrower": where there is no narrower category
    needs: str = ""  # lines of "word, word: thing, thing": what serves it; in English alone
    products: str = ""  # singular words for what shops sell, this one or not
    everyday: str = ""  # words that are no mistakes, where no list of words is at hand
    forms: str = ""  # lines of "short, mini | long, maxi": words for forms that rule out each other
    accessories: str = ""  # what a title speaks of where it stands behind a thing: a "watch strap"
    purposes: str = ""  # words for what one does with a thing, or serves in it
    vague: str = ""  # nouns that tell of a thing neither what it is nor whom it is made for
    gifts: str = ""  # words for what is given to somebody
    occasions: str = ""  # words for why something is given
    relatives: Mapping[str, str] = field(default_factory=dict)  # man, woman
    vouchers: str = ""  # what is sold for a sum that it is worth
    absent: str = ""  # values by which an attribute says that a thing has no such part
    expressions: str = ""  # words that mean nothing of the shop where they stand together
    ambiguous: str = ""  # colours and materials that are things as well
    # Whether what describes a thing follows it ("tasse rouge") and the first noun is the thing.
    head_first: bool = False
    compounds: bool = False  # words are joined to one: "Lederschuh"
    nouns_in_capitals: bool = False  # what stands in small letters in a title is no noun
    endings: tuple[str, ...] = ("",)  # that the name of a colour takes: "rot", "rote"
    # Folded endings that say "without", and those that say "with" in their place.
    privatives: Mapping[str, str] = field(default_factory=dict)
    adjectives: tuple[str, ...] = ()  # endings that tell an adjective from a noun
    links: tuple[str, ...] = field(default=("",))  # between the parts of a compound
    letters: str = (
        ""  # of its script, as in the brackets of a regular expression; Latin where empty
    )
    # Whether words follow each other without a space ("红色连衣裙"), or may where people like it.
    unspaced: bool = False
    unspaced_at_times: bool = False
    # Whether it has few words yet, so that a query is of it only where shop or page speak it.
    is_small: bool = False
    prefixes: tuple[str, ...] = ()  # written as one with a word, the longest first: "والكتاب"

    @cached_property
    def color_words(self) -> dict[str, tuple[str, ...]]:
        """English name of a colour -> its words, in all their forms."""
        return {
            color: tuple(word + ending for word in words for ending in self.endings)
            for color, words in rows(self.colors).items()
        }

    @cached_property
    def thing_words(self) -> dict[str, tuple[str, ...]]:
        return rows(self.things)


def listed(text: str) -> tuple[str, ...]:
    """ "a, b c" -> "a", "b c"."""
    return tuple(" ".join(each.split()) for each in text.split(",") if each.strip())


def rows(text: str) -> dict[str, tuple[str, ...]]:
    """Lines of "name: word, word"."""
    parted = (line.partition(":") for line in text.strip().splitlines())
    return {name.strip(): listed(words) for name, _colon, words in parted}
