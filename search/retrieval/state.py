"""What is known of one query while it is answered, and how its candidates are found and scored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import and_

import numpy as np
from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from catalog.filters import Filters
from catalog.models import Product
from search.query import Interpretation, Query
from search.ranking.calibration import IMAGE_IMAGE, WORDS
from search.ranking.merchandising import HIDE
from search.retrieval.conditions.catalogue_size import catalogue_size
from search.retrieval.conditions.condition import Condition, conditions_of, in_force, ruled_out
from search.retrieval.conditions.one_variant import on_one_variant
from search.retrieval.conditions.passing import Passing
from search.retrieval.conditions.predicates import Predicate, one_of, predicate
from search.retrieval.embeddings.blank_photos import shows_nothing
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.limits import CANDIDATES, CONFORMING, FEWER, UNINDEXED
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.parts import parts_of
from search.retrieval.retrievers.photo_kinds import looks_like
from search.retrieval.retrievers.protocol import Ids, Retriever, brought, candidates
from search.retrieval.retrievers.scored import Scored
from search.retrieval.retrievers.scoring import Measured, PartSearch, by_name, fuse, measure
from search.retrieval.retrievers.vectors import VectorRetriever
from search.retrieval.retrievers.words import WordRetriever, terms_of
from search.retrieval.settings import RankingSettings
from search.rules import Acts, PublishedRule, Question, RuleSet, When, acts_of
from search.understanding import is_grammar
from search.versions import indexed_tables

PASSING, TOGETHER = 0, 1  # the tests of every candidate


@dataclass
class Search:
    """One query while it is answered."""

    query: Query
    understood: Interpretation
    searcher: Searcher
    degraded: list[str] = field(default_factory=list)
    also: tuple[int, ...] = ()  # products that are scored though no retriever may bring them
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
    def whole(self) -> bool:
        """Whether the catalogue is small enough for every product to be scored."""
        return self.products <= settings.WHOLE_ROWS

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
        """The words that were understood."""
        return {term for each in self.understood.entities for term in terms_of(each.words)}

    @property
    def languages(self) -> tuple[str, ...]:
        return self.understood.languages or ("en",)

    @cached_property
    def all_understood(self) -> bool:
        """Whether every word that means something belongs to a condition."""
        if not self.heard or len(self.query.parts) > 1 or self.understood.unknown:
            return False
        # An adjective that products have is no small word.
        return all(
            term in self.said or (is_grammar(term, self.languages) and not products)
            for term, products in self.frequencies.items()
        )

    @property
    def retrievers(self) -> list[Retriever]:
        return [each for part in self.parts for each in part.retrievers]

    @property
    def ready(self) -> list[Retriever]:
        """Without those whose large table has no index yet: they would read all of it."""
        version = self.searcher.version
        if version is None or self.products <= UNINDEXED:
            return self.retrievers
        indexed = indexed_tables(version)
        ready = [
            each
            for each in self.retrievers
            if not isinstance(each, VectorRetriever) or each.table.name in indexed
        ]
        if len(ready) < len(self.retrievers):
            self.degraded.append(_("The index of meanings is still being built."))
        return ready

    def among(self) -> Predicate:
        """The products that are scored: all of them, or what the retrievers bring."""
        itself = [part.itself for part in self.parts if part.itself is not None]
        besides = predicate((~Q(pk__in=itself) if itself else Q()) & self.not_looking)
        if self.whole:
            return besides
        return besides & one_of([*self.candidates().tolist(), *self.also])

    @cached_property
    def not_looking(self) -> Q:
        """What must not be is judged by photos of which no column and no word says anything."""
        nots = [each for each in self.understood.entities if each.kind == "not"]
        version = self.searcher.version
        seen = [each.by_looks(version) for each in map(ruled_out, nots) if each]
        return reduce(and_, (~each for each in seen if each), Q())

    def candidates(self) -> Ids:
        """With all that has to be, in one pass; and, for facets and the partial shelf, without."""
        retrievers = self.ready
        demands = [each for each in self.conditions if each.demand]
        demanded = reduce(and_, (each.met for each in demands), Q())
        filtered = replace(self.passing, condition=demanded) if demands else self.passing
        asked = [(each, filtered, self.enough(filtered)) for each in retrievers]
        unfiltered = Passing(self.unfiltered, demanded)
        if unfiltered.filters != self.filters:
            asked += [(each, unfiltered, FEWER) for each in retrievers]
        qualities = [each for each in self.conditions if not each.demand]
        if demands and qualities:
            asked.append((EntityRetriever(qualities), self.passing, CANDIDATES))
        return brought(asked)

    def enough(self, passing: Passing) -> int:
        """How many a retriever has to bring, so that what is best in all is among them.

        The best of a tenth of the products stand at a tenth of the places, and need not be looked
        for as far down: by the root of the share, measured in `benchmarks.search.recall`.
        """
        if passing.everything:
            return CANDIDATES
        share = min(passing.rows / max(self.products, 1), 1.0)
        return max(round(CANDIDATES * share**0.5), min(FEWER, CANDIDATES))

    @property
    def unfiltered(self) -> Filters:
        """The exclusions of the query alone, without what the shopper chose: facets need both."""
        mine = self.filters
        kept = ("without", "phrases", "excluded", "hidden", "barred")
        return Filters(**{name: getattr(mine, name) for name in kept})

    @cached_property
    def scored(self) -> Scored:
        """The candidates, and behind them what meets all conditions without having been scored."""
        scored = self.scored_candidates()
        if self.whole or not self.all_understood or not self.conditions:
            return scored
        retriever = [EntityRetriever(self.conditions)]
        meeting = candidates(retriever, self.passing, CONFORMING + 1)
        if self.not_looking:
            left = Product.objects.filter(self.not_looking, pk__any=meeting.tolist())
            meeting = np.fromiter(left.values_list("pk", flat=True), np.int64)
        return scored.followed_by(np.setdiff1d(meeting, scored.ids)[::-1])

    def scored_candidates(self) -> Scored:
        on_one = predicate(on_one_variant(self.conditions, self.filters))
        found = measure(self.parts, self.among(), [self.passing.of_filters, on_one])
        deviations = found.deviations(self.parts)
        scores, trace = fuse(self.parts, deviations, self.searcher.calibration, self.products)
        if any(part.late for part in self.parts):
            self.degraded.append(
                _("Only words were searched: the search by meaning is not available right now.")
            )
        evidence, asked = self.evidence(found), len(self.conditions)
        return Scored(
            found.ids,
            np.broadcast_to(scores, found.ids.shape),
            evidence[:, :asked],
            evidence[:, asked:],
            trace,
            by_name(deviations),
            found.tests[:, PASSING],
            found.tests[:, TOGETHER],
            self.shows_nothing(found),
        )

    def shows_nothing(self, found: Measured) -> bool:
        """Whether photos are all that was given, and none of them shows anything."""
        if not all(part.photo_id for part in self.query.parts if part.weight > 0):
            return False
        seen = [
            (each.vector, np.array([value for (value,) in values], float))
            for each, values in zip(self.retrievers, found.values, strict=True)
            if isinstance(each, VectorRetriever) and each.name == IMAGE_IMAGE
        ]
        encoder = self.searcher.encoder
        return bool(seen) and all(shows_nothing(*photo, encoder) for photo in seen)

    def evidence(self, found: Measured) -> NDArray[np.int8]:
        for each, values in zip(self.retrievers, found.values, strict=True):
            if isinstance(each, EntityRetriever):
                return each.evidence(values)
        return np.zeros((len(found.ids), 0), np.int8)
