"""What says in a title with the name of a category that the product is something else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from search.understanding.shop_words.catalogue_stats import CatalogueStats
from search.understanding.shop_words.lending import Lending
from search.understanding.shop_words.phrases import Phrases
from search.understanding.shop_words.title_words import TitleWords
from search.understanding.words.meaning import Key, Meaning, includes
from search.understanding.words.tokens import words_of


class OtherThings:
    """Of every category. `lending`: that of the shop's language."""

    def __init__(
        self, stats: CatalogueStats, phrases: Phrases, lending: Lending, titles: TitleWords
    ) -> None:
        self.phrases, self.lending, self.titles = phrases, lending, titles
        self.names = {each.url_path: each.name for each in stats.categories}

    def of(self, meaning: Meaning) -> tuple[str, ...]:
        """What makes a title that has its name say something else.

        Longer names that end in it and are other categories ("t shirt", of "shirts"), and what is
        sold in other categories under titles with its name ("lamps", of "desks": a desk lamp).
        """
        if meaning.kind != "category":
            return ()
        own = self.phrases.key(words_of(meaning.name))
        longer = (
            " ".join(key)
            for key, longer in self._longer_names.get(own[-1:], ())
            if key != own and key[-len(own) :] == own and not includes(meaning, longer)
        )
        return tuple(dict.fromkeys((*longer, *self._sold_as(meaning, own))))

    def _sold_as(self, meaning: Meaning, own: Key) -> Iterator[str]:
        """The nouns of the other categories in which titles have the last word of a name."""
        noun, within = self.phrases.head, meaning.values or (meaning.value,)
        for place in self.titles.places.get(own[noun], {}) if own else ():
            name = words_of(self.names.get(place, ""))
            inside = any(f"{place}/".startswith(f"{each}/") for each in within)
            if name and self.phrases.key(name)[noun] not in own and not inside:
                yield from (name[noun], *self.titles.written_forms(name[noun]))

    @cached_property
    def _longer_names(self) -> dict[Key, list[tuple[Key, Meaning]]]:
        """Names of categories in several words, the shop's own and lent ones, by their last."""
        found: dict[Key, list[tuple[Key, Meaning]]] = {}
        for names in (self.lending.found, self.phrases.found):
            for key, meanings in names.items():
                if len(key) > 1 and meanings[0].kind == "category":
                    found.setdefault(key[-1:], []).append((key, meanings[0]))
        return found
