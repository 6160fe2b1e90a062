"""From the words of a phrase to what they stand for in this shop: its own names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from catalog.folding import fold
from search.understanding.lexicon import CODES, lexicon
from search.understanding.lexicon.entry import listed, rows
from search.understanding.shop_words.catalogue_stats import YES, CatalogueStats, products_in
from search.understanding.words import colors, genders
from search.understanding.words.glossary import tells_a_fact
from search.understanding.words.grammar import DESCRIBING, NO_PART, grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Key, Meaning, put, spellings
from search.understanding.words.tokens import words_of

# Titles of a category by which a singular word names it, and the share of all that have the word.
ENOUGH_SAID, SHARE_SAID, MOSTLY_SAID = 3, 0.2, 0.8
LONGEST_STEM = 3  # letters; a longer one is an inflected form
LONGEST_PHRASE = 8  # words
ATTRIBUTE_WORDS = 3  # a longer value of an attribute is a sentence, and nobody types it
SHORTEST_JOINED = 4  # letters of a name of several words written as one
# Before a material these make another of it.
IMITATING = "faux vegan imitation fake artificial synthetic kunst simili"
ADJECTIVE = {"adjective"}
IMITATED = frozenset(IMITATING.split())


class Phrases:
    """Dictionaries, so that a look-up costs the same at any size of the catalogue."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.language = stats.language
        self.found: dict[Key, list[Meaning]] = {}  # the very names
        self.tails: dict[Key, list[Meaning]] = {}  # the noun that longer names of categories end in
        self.written: set[str] = set()  # the words of all names, as they are written
        known = lexicon(stats.language)
        self.head = 0 if known and known.head_first else -1
        self._add_categories(stats)
        self._add_colors(stats)
        self._add_values(stats)
        self._add_materials(stats)

    def key(self, words: Iterable[str]) -> Key:
        return tuple(base_form(word, self.language) for word in words)

    def own(self, words: Iterable[str]) -> list[Meaning]:
        typed = list(words)
        found = self.found.get(self.key(typed), [])
        return [] if is_bare_stem(typed, found) else found

    def longer(self, words: Iterable[str]) -> list[Meaning]:
        """The categories whose names end in these words: "shoes" of "Running shoes"."""
        return self.tails.get(self.key(words), [])

    def _add(self, name: str, meaning: Meaning, *, written: bool = True) -> None:
        """Under the name's words, and under the same written as one ("tshirt").

        `written`: whether the shop calls it so itself.
        """
        words = words_of(name)
        if not words or len(words) > LONGEST_PHRASE or all(word.isdigit() for word in words):
            return
        put(self.found, self.key(words), meaning)
        joined = "".join(words)
        if len(words) > 1 and len(joined) >= SHORTEST_JOINED:
            put(self.found, self.key([joined]), meaning)
            words = [*words, joined]
        if written:
            self.written.update(words)

    def _add_categories(self, stats: CatalogueStats) -> None:
        called = [(self.key(words_of(each.name)), each.url_path) for each in stats.categories]
        for category in sorted(stats.categories, key=lambda each: len(each.url_path)):
            path = category.url_path
            below = {key for key, other in called if other.startswith(f"{path}/")}
            for name in category_names(
                category.name, self.language, partial(self._says, stats, path)
            ):
                if name != category.name and self.key(words_of(name)) in below:
                    continue  # "hats" of "Hats & Scarves > Hats"
                meaning = Meaning("category", path, category.name, values=(path,), name=name)
                self._add(name, meaning)
                words = words_of(name)
                if len(words) > 1:
                    put(self.tails, self.key([head(words, self.head)]), meaning)

    def _says(self, stats: CatalogueStats, url_path: str, part: str) -> bool:
        """Whether titles of the category say a word, and hardly any of others do."""
        places = stats.titled_by_base.get(base_form(fold(part), self.language), {})
        often = max(ENOUGH_SAID, SHARE_SAID * stats.products.get(url_path, 0))
        return products_in(places, [url_path]) >= max(often, MOSTLY_SAID * sum(places.values()))

    def _add_colors(self, stats: CatalogueStats) -> None:
        for color in sorted(stats.colors, key=lambda color: -stats.colors[color]):
            asked = colors.canonical(color, stats.language)
            values = dict.fromkeys([color, *colors.members(asked, stats.colors, stats.language)])
            self._add(color, Meaning("color", color, color, values=tuple(values)))

    def _add_values(self, stats: CatalogueStats) -> None:
        """Brands, genders and attributes: one meaning for all spellings of a value."""
        for value, spelt in spellings(stats.brands).items():
            self._add(value, Meaning("brand", value, value, values=spelt))
        for value, spelt in spellings(stats.genders).items():
            meant = genders.with_anybody(spelt, stats.genders, stats.language)
            self._add(value, Meaning("gender", value, value, values=meant))
        grammatical = grammatical_words(tuple(dict.fromkeys([stats.language, "en"])))
        for name, found in stats.attributes.items():
            if set(found) == {YES}:  # "dishwasher safe"
                said = f"{name}:{YES}"
                self._add(name, Meaning("attribute", said, name, values=(said,), name=name))
                continue
            for value, spelt in spellings(found).items():
                all_of_it = tuple(f"{name}:{each}" for each in spelt)
                meaning = Meaning("attribute", all_of_it[0], f"{name}: {value}", values=all_of_it)
                if is_typed(value, grammatical):
                    self._add(value, meaning)
                for both in with_name(name, value):
                    self._add(both, meaning, written=False)

    def _add_materials(self, stats: CatalogueStats) -> None:
        """ "100% Cotton, Linen" is cotton and linen, "Merino Wool" is wool; "Faux leather" none.

        What is of oak is of wood.
        """
        by_name: dict[Key, list[str]] = {}
        said: dict[Key, str] = {}
        for material in stats.materials:
            for words in material_names(material, self.head):
                by_name.setdefault(self.key(words), []).append(material)
                said.setdefault(self.key(words), " ".join(words))
        for wide, kinds in self._material_kinds():
            there = [each for kind in kinds for each in by_name.get(kind, ())]
            if there:
                by_name.setdefault(self.key([wide]), []).extend(there)
                said.setdefault(self.key([wide]), wide)
        for key, values in by_name.items():
            exact = [each for each in values if self.key(words_of(each)) == key]
            value = (exact or values)[0]
            label = exact[0] if exact else said[key]
            meaning = Meaning("material", value, label, values=tuple(dict.fromkeys(values)))
            self._add(said[key], meaning)

    def _material_kinds(self) -> Iterator[tuple[str, list[Key]]]:
        known = lexicon(self.language)
        for wide, kinds in rows(known.materials).items() if known else ():
            yield fold(wide), [self.key(words_of(kind)) for kind in kinds]


def head(words: list[str], place: int) -> str:
    """The noun of a name: what stands before a "for" or an "of", in whichever language.

    "Caves à vin" are no wine; without such a word it stands at `place`.
    """
    linked = next((at for at, word in enumerate(words[1:-1], 1) if word in linking()), 0)
    return words[linked - 1] if linked else words[place]


@cache
def linking() -> frozenset[str]:
    parts = (grammar((code,)).parts.items() for code in CODES)
    played = ((words, roles) for each in parts for words, roles in each if len(words) == 1)
    return frozenset(words[0] for words, roles in played if roles & {"for", "with", "of"})


@cache
def grammatical_words(languages: tuple[str, ...]) -> frozenset[str]:
    """The words of the grammar, but for adjectives that tell a fact: "vegan", which an attribute
    says, and no "long".
    """
    spoken, facts = grammar(languages), set[str]()
    for known in filter(None, map(lexicon, languages)):
        said = (*map(listed, known.same.splitlines()), *known.thing_words.values())
        facts |= {fold(word) for words in said for word in words}
    facts |= {
        words[0]
        for words, played in spoken.parts.items()
        if len(words) == 1 and played == ADJECTIVE and says_a_fact(words[0], languages)
    }
    describing = (word for word in facts if spoken.parts.get((word,), NO_PART) <= DESCRIBING)
    return spoken.words - {*describing}


def says_a_fact(word: str, languages: tuple[str, ...]) -> bool:
    return any(tells_a_fact(word, language) for language in languages)


def is_bare_stem(typed: list[str], found: list[Meaning]) -> bool:
    """Whether what was typed is but the stem of a material: "LED" (German) is no "Leder"."""
    if len(typed) != 1 or len(typed[0]) > LONGEST_STEM or not found or found[0].kind != "material":
        return False
    return not any(typed[0] in words_of(value) for value in found[0].values)


def material_names(material: str, head: int) -> Iterator[list[str]]:
    """The words of each part, and its noun alone."""
    for part in re.split(r"[,;/&+]|\band\b|\bund\b|\bet\b", material):
        words = [word for word in words_of(part) if not word[0].isdigit()]
        if words:
            yield words
        coded, words = words, [word for word in words if not is_code(word)]  # "Edelstahl A2"
        if words and words != coded:
            yield words
        if len(words) > 1 and IMITATED.isdisjoint(words):
            yield [words[head]]


def category_names(
    name: str, language: str, is_titled: Callable[[str], bool] = lambda part: False
) -> Iterator[str]:
    """ "Hats & Scarves" is found by "hats" too; "Light & living" is not found by "light".

    "Litter & Trays" is found by "litter", if titles say it of what stands there and of no more.
    """
    yield name
    parts = [part.strip() for part in joining(language).split(name)]
    for part in parts if len(parts) > 1 else ():
        if base_form(fold(part)) != fold(part) or is_titled(part):
            yield part


@cache
def joining(language: str) -> re.Pattern[str]:
    """What stands between things of one category: signs, and words for "and"."""
    known = lexicon(language)
    own = listed(known.grammar.get("and", "")) if known else ()
    words = {"and", "und", "et", *own} - {"plus"}  # "Plus sizes" are one thing
    told = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(words))
    return re.compile(rf"\s*(?:&|,|/|{told})\s*", re.IGNORECASE)


def with_name(name: str, value: str) -> Iterator[str]:
    """ "long sleeves", "manga larga": what says little alone, with the name of the attribute."""
    words = words_of(value)
    few = len(words) <= ATTRIBUTE_WORDS
    if few and not any(map(str.isdigit, value)) and not set(words) & set(words_of(name)):
        yield f"{value} {name}"
        yield f"{name} {value}"


def is_typed(value: str, grammatical: frozenset[str]) -> bool:
    """Whether a value of an attribute is something that people type, and means something alone."""
    words = words_of(value)
    few, letters = len(words) <= ATTRIBUTE_WORDS, "".join(words)
    return few and (len(letters) > 2 or is_code(letters)) and not set(words) <= grammatical


def is_code(word: str) -> bool:
    """ "A5", "4K", "E27": letters and digits mean one thing, where a lone letter may be any."""
    return any(map(str.isalpha, word)) and any(map(str.isdigit, word))
