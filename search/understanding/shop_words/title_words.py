"""The words that the shop's titles have: their forms, their ends, and what joins two of them."""

from __future__ import annotations

import re
from functools import cached_property

from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.shop_words.endings import Endings
from search.understanding.shop_words.evidence import Evidence
from search.understanding.words.grammar import DESCRIBING, NO_PART, grammar
from search.understanding.words.inflection import base_form

MOST_FORMS = 12  # of one word
SHORTEST_JOINED = 4  # letters of what may be two words, and of a word behind a single letter


class TitleWords:
    """Looked up by how they are written, by their base form, and by their end."""

    def __init__(self, stats: CatalogueStats, evidence: Evidence) -> None:
        self.language = stats.language
        self.counted = stats.words  # word -> titles that have it
        self.places = evidence.places

    def halves(self, word: str) -> tuple[str, str] | None:
        """Two words of titles that this one joins: "spiderman" where titles say "Spider-Man".

        Of a plural, the two that its singular does: "paintbrushes" are a "paint brush".
        A single letter counts before a long word alone ("kthriss" of "K'Thriss").
        """
        if word in self.counted or len(word) < SHORTEST_JOINED:
            return None
        forms = (word, base_form(word)) if self.language == "en" else (word,)
        parts = (each for form in dict.fromkeys(forms) for each in parted_in_two(form))
        return next((each for each in parts if self._are_titled(each)), None)

    def _are_titled(self, parts: tuple[str, str]) -> bool:
        first, last = map(len, parts)
        long = last > 1 and (first > 1 or last >= SHORTEST_JOINED)
        return long and self.stand_together(parts)

    def stand_together(self, parts: tuple[str, str]) -> bool:
        """Whether titles have both words, and of one category, as far as that is known.

        "Sun" of hats and "glasses" to drink from make no sunglasses.
        """
        first, last = (self.places.get(base_form(part, self.language)) for part in parts)
        known = all(part in self.counted for part in parts)
        return known and (not first or not last or not first.keys().isdisjoint(last))

    def as_in_titles(self, name: str) -> str:
        """A name of the shop in lower case, singular or plural, as more of its titles have it.

        "" where no title has either.
        """
        lowered = name.lower()
        *_before, last = re.findall(r"\w+", lowered) or [""]
        singular = base_form(last, self.language) if self.language == "en" else last
        base = base_form(last, self.language)
        same = (form for form in (last[:-1], singular) if base_form(form, self.language) == base)
        titled = max([last, *same], key=lambda form: (self.counted.get(form, 0), -len(form)))
        if titled not in self.counted or not lowered.endswith(last):
            return ""
        return lowered.removesuffix(last) + titled

    @cached_property
    def base_forms(self) -> frozenset[str]:
        """The base forms of the words in titles."""
        return frozenset(base_form(word, self.language) for word in self.counted)

    def forms_of(self, word: str) -> list[str]:
        """The other forms of a folded word that titles have, the commonest first.

        Full text has English stems: to it "wiertło" (Polish) is another word than "wiertła".
        """
        forms = self._forms.get(base_form(word, self.language), ())
        return [each for each in forms if each != word]

    def written_forms(self, word: str) -> list[str]:
        """Those by which a text says it: "scarf" of "scarves"; of other languages those of titles.

        Never a stem, which may be another word: "com" (Portuguese, with) of "comida".
        """
        return [base_form(word)] if self.language == "en" else self.forms_of(word)

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        known = grammar((self.language,))
        describing = {
            word for word in known.words if DESCRIBING & known.parts.get((word,), NO_PART)
        }
        small = known.words - describing  # "rund" (German) is round as well
        if self.language != "en":
            for word in sorted(self.counted, key=lambda each: -self.counted[each]):
                if word not in small:
                    found.setdefault(base_form(word, self.language), []).append(word)
        return {base: forms[:MOST_FORMS] for base, forms in found.items()}

    def ending_in(self, end: str) -> list[str]:
        """The words of titles that end in `end` and are longer."""
        return [word for word in self._endings.of(end) if word != end]

    @cached_property
    def _endings(self) -> Endings:
        return Endings(self.counted)


def parted_in_two(word: str) -> list[tuple[str, str]]:
    """The likeliest first: in the middle."""
    cuts = sorted(range(1, len(word)), key=lambda cut: abs(len(word) - 2 * cut))
    return [(word[:cut], word[cut:]) for cut in cuts]
