"""What one query asks for: filters, conditions, parts, and how far its words are heard."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from django.utils import timezone

from catalog.filters import Filters
from search.query import Interpretation, Query
from search.ranking.calibration import WORDS
from search.ranking.merchandising import HIDE
from search.retrieval.conditions.catalogue_size import catalogue_size
from search.retrieval.conditions.condition import Condition, conditions_of, in_force
from search.retrieval.conditions.passing import Passing
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.parts import parts_of
from search.retrieval.retrievers.photo_kinds import looks_like
from search.retrieval.retrievers.protocol import Retriever
from search.retrieval.retrievers.scoring import PartSearch
from search.retrieval.retrievers.words import WordRetriever, terms_of
from search.retrieval.settings import RankingSettings
from search.rules import Acts, PublishedRule, Question, RuleSet, When, acts_of
from search.understanding import is_grammar, is_small


@dataclass
class Asked:
    """What was understood of a query, under the rules and the settings of this moment."""

    query: Query
    understood: Interpretation
    searcher: Searcher
    degraded: list[str] = field(default_factory=list)
    rules: RuleSet = field(default_factory=RuleSet)

    @property
    def settings(self) -> RankingSettings:
        return self.searcher.settings

    @cached_property
    def filters(self) -> Filters:
        """What a product has to pass to be shown at all: the shopper's filters and exclusions."""
        asked, understood = self.query.filters, self.understood
        nots = [
            value for each in understood.entities if each.kind == "not" for value in each.values
        ]
        return asked.but(
            without=(*asked.without, *understood.excluded),
            phrases=(*asked.phrases, *understood.phrases),
            excluded=(*asked.excluded, *nots),
            hidden=self.acts.hidden,
            barred=self.acts.barred,
            in_stock=asked.in_stock or self.settings.policy == HIDE,
        )

    @cached_property
    def passing(self) -> Passing:
        """The products that pass these filters."""
        return Passing(self.filters)

    @cached_property
    def acts(self) -> Acts:
        """What the rules of the shop do to this search."""
        now, question = timezone.now(), Question.of(self.query, self.understood)
        found = self.rules.candidates(question, now)
        version = self.searcher.version
        acting = [
            rule
            for rule in found
            if rule.when != When.PHOTO or looks_like(rule, self.parts, version)
        ]
        return acts_of(acting, self.rules.signature(acting, now))

    @property
    def synonyms(self) -> list[PublishedRule]:
        """The shop's synonyms that say what some of the words mean."""
        return self.rules.synonyms_of(Question.of(self.query, self.understood), timezone.now())

    @property
    def pins(self) -> tuple[tuple[int, int], ...]:
        """Places and products; a sort that was chosen knows no places but its own."""
        return self.acts.pins if self.query.sort == "relevance" else ()

    @cached_property
    def asked_for(self) -> list[Condition]:
        """All that the words ask for, in their order."""
        said = self.understood
        return conditions_of([*said.entities, *said.forms, *said.modifiers])

    @cached_property
    def conditions(self) -> list[Condition]:
        """What has to be met: all that the words demand and no filter of the shopper's is on."""
        return in_force(self.asked_for, self.query.filters)

    @cached_property
    def overridden(self) -> list[Condition]:
        """What the words prefer, or ask for and the shopper has chosen otherwise since."""
        return [each for each in self.asked_for if each not in self.conditions]

    @property
    def holding(self) -> Interpretation:
        """What was understood and still holds: no chip where a filter stands over the words."""
        gone = {
            entity for each in self.overridden for entity in each.entities if not entity.preferred
        }
        left = tuple(each for each in self.understood.entities if each not in gone)
        return replace(self.understood, entities=left)

    @property
    def heard(self) -> list[Condition]:
        """All that the words ask for. What is near hangs on these alone, never on a filter."""
        return [*self.conditions, *self.overridden]

    @cached_property
    def parts(self) -> list[PartSearch]:
        """Raises ExpiredPhoto, and Variant.DoesNotExist for an unknown SKU."""
        entities = EntityRetriever(self.conditions, self.overridden, self.searcher.version)
        return parts_of(self.query, self.understood, entities, self.searcher)

    @property
    def retrievers(self) -> list[Retriever]:
        return [each for part in self.parts for each in part.retrievers]

    @cached_property
    def products(self) -> int:
        return catalogue_size(self.searcher.version)

    @property
    def asks(self) -> bool:
        """Not so where there is nothing to be like: no words, or only "-dress", "under 20"."""
        others = any(not part.text or part.text != self.query.text for part in self.query.parts)
        words = bool(self.understood.text.strip() or self.understood.identifiers)
        return others or words or any(not each.demand for each in self.conditions)

    @property
    def names_product(self) -> bool:
        """Whether others shall be like a product of the shop: then it sells the kind of thing."""
        return any(part.sku and part.weight > 0 for part in self.query.parts)

    @property
    def unheard(self) -> float:
        """The share of the words, rare ones for more, that no product has and no condition says."""
        content = [term for term in self.frequencies if not is_grammar(term, self.languages)]
        found = np.array([self.frequencies[term] for term in content], float)
        weight = np.log1p(self.products / np.maximum(found, 1))
        unheard = (found == 0) & np.array([term not in self.said for term in content], bool)
        return float(weight[unheard].sum() / max(weight.sum(), 1e-9))

    @cached_property
    def frequencies(self) -> dict[str, float]:
        """In how many products each of the words stands, or what is as good as it."""
        said = (each for each in self.retrievers if isinstance(each, WordRetriever))
        words = next((each for each in said if each.name == WORDS), None)
        terms = terms_of(self.understood.text) if words else []
        return dict(zip(terms, words.frequencies.tolist() if words else [], strict=True))

    @property
    def floor(self) -> float:
        """The least score of what is relevant, in a shop that is not small."""
        understood = self.understood
        half_understood = bool((self.heard and understood.unknown) or understood.apart)
        return self.settings.cutoff.floor_of(self.unheard, half_understood)

    @property
    def said(self) -> set[str]:
        """The words that were understood, as they were typed and as the text has them."""
        typed = (term for each in self.understood.entities for term in terms_of(each.words))
        return {*typed, *self.understood.told}

    @property
    def languages(self) -> tuple[str, ...]:
        """Whose small words may stand in the text; what was translated is in English."""
        own = self.understood.languages or ("en",)
        return (*own, "en") if self.understood.original else own

    @cached_property
    def all_understood(self) -> bool:
        """Whether every word that means something belongs to a condition."""
        if not self.heard or len(self.query.parts) > 1 or self.understood.unknown:
            return False
        # "Stock" of "in stock" is no small word where products have it.
        return all(
            term in self.said
            or is_small(term, self.languages)
            or (is_grammar(term, self.languages) and not products)
            for term, products in self.frequencies.items()
        )
