"""The shop's own words, ready to be looked up: phrases, sizes, and the words known to be right.

Built from plain stats (see `vocabulary_cache` for those of the database), so that it can be tested
without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from catalog.bigrams import IN_UNSPACED
from search.understanding.lexicon import CODES, lexicon
from search.understanding.shop_words.catalogue_stats import CatalogueStats, products_in
from search.understanding.shop_words.evidence import BELIEVED, Evidence
from search.understanding.shop_words.known_words import by_first_letter, known_words, written
from search.understanding.shop_words.lending import SYNONYM, Lending
from search.understanding.shop_words.measured_attributes import MeasuredAttributes
from search.understanding.shop_words.other_things import OtherThings
from search.understanding.shop_words.phrases import Phrases, head
from search.understanding.shop_words.size_index import SizeIndex
from search.understanding.shop_words.title_words import TitleWords
from search.understanding.words.glossary import SHORTEST_PART, glossary
from search.understanding.words.grammar import NO_PART, grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Key, Meaning
from search.understanding.words.tokens import words_of
from search.understanding.words.translator import translator
from search.understanding.words.wordlists import is_mostly_of

SHOPS_OWN = 10  # titles that a name of the shop counts for at least, when mistakes are corrected
LINKING = {"of", "for"}  # of two things that another language may name as one
SHORTEST_HEAD = 4  # letters of the end of a compound that is looked for as a name


class Vocabulary:
    """All that `interpret` knows of a shop; never changed once it is made."""

    def __init__(self, stats: CatalogueStats) -> None:
        self.stats = stats
        self.language = stats.language
        self.phrases = Phrases(stats)
        self.sizes = SizeIndex(stats)
        self.measured = MeasuredAttributes(stats)
        self.evidence = Evidence(stats)
        self.titles = TitleWords(stats, self.evidence)
        self.used = used_words(stats)
        self.attribute_words = attribute_words(stats)
        self.heaviest = max([SHOPS_OWN, *stats.words.values()])
        self._lending: dict[str, Lending] = {}
        self.glossaries = {code: glossary(code) for code in CODES}  # read before anybody waits
        own = self.lending(self.language)
        self.other_things = OtherThings(stats, self.phrases, own, self.titles)
        self.known = known_words(stats, self.phrases, own, self.heaviest)
        self.spellings = by_first_letter(written(self.known, stats, self.phrases, own))

    @cached_property
    def speaks_its_language(self) -> bool:
        """Whether titles are in the language that the shop is set to."""
        return is_mostly_of(self.stats.words, self.language)

    def key(self, words: Iterable[str]) -> Key:
        return self.phrases.key(words)

    def lending(self, language: str) -> Lending:
        """The synonyms of a language, made when they are first asked for."""
        if language not in self._lending:
            self._lending[language] = Lending(self.phrases, self.stats, language)
        return self._lending[language]

    def meanings(self, words: Sequence[str], languages: Iterable[str] = ()) -> list[Meaning]:
        """What the phrase stands for, all of one kind; [] where nobody knows it.

        The shop's very name goes before a longer one that ends in it, and that before a synonym,
        unless the synonym names the place where all the longer ones stand.
        """
        own = self.believed(words, self.phrases.own(words))
        if own:
            return own
        lent = self.lent(words, languages)
        longer = self.believed(words, self.longer(words))
        if longer and not (lent and all(is_below(each, lent) for each in longer)):
            return longer
        if lent and (titled := self.titled_in(words)):
            return titled
        joined = self.otherwise_joined(words)
        return joined if joined and all(is_below(each, lent) for each in joined) else lent or joined

    def titled_in(self, words: Sequence[str]) -> list[Meaning]:
        """What one of several words names, whose titles mostly have the others.

        "Pendant lights" are the shop's "Pendants", though a dictionary has them for ceiling lights.
        """
        for at, word in enumerate(words if len(words) > 1 else ()):
            found = self.phrases.own([word])
            if not self._is_category(found) or found[0].value in self.stats.departments:
                continue
            place, others = found[0].value, (*words[:at], *words[at + 1 :])
            titles = min(self._titles_with(other, place) for other in others)
            if 2 * titles > self.stats.products.get(place, 0):
                return found
        return []

    def _titles_with(self, word: str, place: str) -> int:
        """How many titles of the place have the word, or another for it, whichever most have."""
        same = self.lending(self.language).same([word], (self.language,))
        bases = {base_form(each, self.language) for each in (word, *same) if " " not in each}
        return max(products_in(self.evidence.standing(base), [place]) for base in bases)

    def otherwise_joined(self, words: Sequence[str]) -> list[Meaning]:
        """What the shop says with another word for the end: "Tischlampe" of "Tischleuchten"."""
        if not self.joins_words or len(words) != 1:
            return []
        known, code = self.lending(self.language), (self.language,)
        word = words[0]
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            same = known.same([word[cut:]], code)
            named = (self.phrases.own([word[:cut] + other]) for other in same)
            if found := next(filter(self._is_category, named), []):
                return [replace(each, own=False, confidence=SYNONYM) for each in found]
        return []

    def lent(self, words: Sequence[str], languages: Iterable[str]) -> list[Meaning]:
        for code in dict.fromkeys((*languages, self.language)):
            if found := self.lent_in(code, words):
                return self.believed(self.as_here(words, code, found), found)
        return []

    def lent_in(self, code: str, words: Sequence[str]) -> list[Meaning]:
        """As the words are written, then by their stems: "cuire" is to cook, and no leather."""
        lending, known = self.lending(code), self.glossaries.get(code)
        listed = known is not None and tuple(words) in known.exact and self.language == "en"
        if listed and tuple(words) not in lending.exact:
            return self.translated(words, code)
        lent = lending.meanings(words)
        if lent and (code == self.language or not self._is_category(lent)):
            return lent
        told = self.translated(words, code)  # a "floor lamp" is a lamp, and may be a "Stehlampe"
        return told if told and all(is_below(each, lent) for each in told) else lent or told

    def as_here(self, words: Sequence[str], code: str, found: list[Meaning]) -> Sequence[str]:
        """The words in the shop's language, where its titles know them: they can bear them out."""
        same = map(words_of, self.lending(code).same(words, (self.language,)))
        told = (each for each in same if self.evidence.share(each[-1], found[0].value) is not None)
        return words if code == self.language else next(told, words)

    def translated(self, words: Sequence[str], code: str) -> list[Meaning]:
        """What the words are to the shop by their dictionary."""
        known = translator(code, self.language)
        own = words_of((known and known.look_up(words, self.sold_of)) or "")
        meant = self.meanings(own) if own and own != list(words) else []
        if known and not own and len(parts := self._without_link(words, code)) == 2:
            meant = self._named_by_both(*(known.look_up([each], self.sold_of) for each in parts))
        written_down = known is not None and len(words) == 1 and tuple(words) in known.exact
        if not meant and len(own) > 1 and written_down:  # "Esstisch" is a table for dining
            thing = self.meanings([own[self.phrases.head]])
            meant = thing if self._is_category(thing) else []
        return [
            replace(each, own=False, language=code, confidence=min(each.confidence, SYNONYM))
            for each in meant
        ]

    def _without_link(self, words: Sequence[str], code: str) -> Sequence[str]:
        """Of "botas de goma" (Spanish) the two things, which English names "rubber boots".

        As of "estantería para libros", a bookshelf.
        """
        link = grammar((code,)).parts.get((words[1],), NO_PART) if len(words) == 3 else NO_PART
        return [words[0], words[2]] if link & LINKING else words

    def _named_by_both(self, first: str | None, second: str | None) -> list[Meaning]:
        """The category of these two words, in the order of the shop: "white wine", "Vino bianco".

        A dictionary has each word, and the two of the few names alone that it lists.
        """
        if not first or not second:
            return []
        orders = ([*words_of(second), *words_of(first)], [*words_of(first), *words_of(second)])
        named = (found for order in orders if self._is_category(found := self.both(order)))
        return next(named, [])

    def both(self, words: Sequence[str]) -> list[Meaning]:
        """What the shop, or a synonym in its language, calls by all of the words."""
        lent = self.lending(self.language)
        joined = ["".join(lent.key(words))]  # "bookshelf"
        return self.phrases.own(words) or lent.meanings(words) or lent.meanings(joined)

    def sold_of(self, things: list[str]) -> str:
        """The first of them unless the shop sells another one: of "tenda", curtain or tent."""
        words = [words_of(each) for each in things]
        if self._is_category(self.meanings(words[0]) or self.phrases.own(words[0][-1:])):
            return things[0]
        sold = (self.phrases.own(each) for each in words)
        pairs = zip(things, sold, strict=True)
        category = next((thing for thing, found in pairs if self._is_category(found)), "")
        return category or self.titled_of(things)

    def titled_of(self, things: list[str]) -> str:
        """The first of them that titles have, of the words of another language than English."""
        keys = ((thing, self.key(words_of(thing))) for thing in things)
        told = (thing for thing, key in keys if self.used.issuperset(key))
        return things[0] if self.language == "en" else next(told, things[0])

    @staticmethod
    def _is_category(found: Sequence[Meaning]) -> bool:
        return bool(found) and found[0].kind == "category"

    def longer(self, words: Sequence[str]) -> list[Meaning]:
        """Longer names that end in a thing: "shoes" of "Running shoes", "Schuhe" of "Damenschuhe".

        A word that is no thing in itself ("set") has to be borne out by titles.
        """
        found = self.phrases.longer(words)
        if not found and self.joins_words and len(words) == 1 and len(words[0]) >= SHORTEST_HEAD:
            found = self._compounds(self.key(words)[0])
        thing = self.lending(self.language).others_of(words)
        titled = [self.evidence.share(words[-1], each.value) is not None for each in found]
        return found if thing or all(titled) or self.are_called(words, found) else []

    @cached_property
    def unspaced_names(self) -> frozenset[str]:
        """The words of the shop's own names that its script puts no spaces between."""
        written = self.phrases.written
        return frozenset(word for word in written if len(word) > 1 and IN_UNSPACED.search(word))

    @cached_property
    def joins_words(self) -> bool:
        known = lexicon(self.language)
        return bool(known and known.compounds)

    def _compounds(self, end: str) -> list[Meaning]:
        return [
            meaning
            for key, meanings in self.phrases.found.items()
            if len(key) == 1 and key[0].endswith(end) and key[0] != end
            for meaning in meanings
            if meaning.kind == "category"
        ]

    def believed(self, words: Sequence[str], found: list[Meaning]) -> list[Meaning]:
        """Categories by one word, with how far titles bear them out together; none if they deny it.

        "Jackets" of men and of women are alternatives: what stands in neither speaks against both.
        A department none of whose titles has the word is none beside one whose titles do: of
        "Desk > Staplers" and "Furniture > Desks" the first.
        """
        if not found or found[0].kind != "category" or len(words) > 1:
            return found
        share = self.evidence.share if found[0].own else self.evidence.share_as_noun
        shares = [share(words[-1], each.value) for each in found]
        told = sum(share for share in shares if share is not None)
        if None in shares or (not told and all(self.is_unsaid(words, each) for each in found)):
            return found
        if told < BELIEVED and self.are_called(words, found):
            return found
        if told < BELIEVED:
            return []
        return [
            replace(each, confidence=min(told, 1.0))
            for each, share in zip(found, shares, strict=True)
            if share or each.value not in self.stats.departments
        ]

    def is_unsaid(self, words: Sequence[str], category: Meaning) -> bool:
        """Whether the word is the very name of a category, though no product in it says so.

        "Barolo" needs no "wine" (in Italian: vino) in its title, as a wine glass does; and of
        wines the shop has more than of whatever else has the word.
        """
        named = category.own and self.key(words_of(category.label)) == self.key(words)
        elsewhere = self.evidence.standing(base_form(words[-1], self.language)).total()
        return named and self.stats.products.get(category.value, 0) > elsewhere

    def are_called(self, words: Sequence[str], found: Sequence[Meaning]) -> bool:
        """Whether several longer names have the word for their noun, and few titles elsewhere do.

        What stands in "Vini rossi" and "Vini bianchi" (Italian) is wine, though no title says so.
        """
        base = base_form(words[-1], self.language)
        places = self.evidence.standing(base)
        elsewhere = places.total() - products_in(places, [each.value for each in found])
        sold = sum(self.stats.products.get(each.value, 0) for each in found)
        nouns = {self.key([head(words_of(each.label), self.phrases.head)]) for each in found}
        return len(found) > 1 and nouns == {(base,)} and sold > elsewhere

    def cheap_in(self, url_paths: Iterable[str]) -> Decimal | None:
        """The price below which a quarter of what is asked for is sold."""
        prices = [self.stats.cheap[path] for path in url_paths if path in self.stats.cheap]
        return max(prices) if prices else self.stats.cheap.get("")


def is_below(narrow: Meaning, wide: Iterable[Meaning]) -> bool:
    return any(narrow.value.startswith(f"{each.value}/") for each in wide)


def used_words(stats: CatalogueStats) -> set[str]:
    """The base forms of the words in titles and names."""
    named = (word for name in stats.names() for word in words_of(name))
    return {base_form(word, stats.language) for word in [*stats.words, *named]}


def attribute_words(stats: CatalogueStats) -> frozenset[str]:
    """The words of all values of attributes, folded."""
    values = (value for values in stats.attributes.values() for value in values)
    return frozenset(word for value in values for word in words_of(value))
