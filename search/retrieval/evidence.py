"""What the legs say of one part of a query: a probability for every candidate, leg by leg."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from catalog.models import Variant
from search.models import EncoderVersion
from search.query import Entity, Interpretation, Part
from search.ranking import calibration as legs_of
from search.ranking.calibration import Calibration, standardise
from search.retrieval import chips, fulltext, vectors
from search.retrieval.legs import Ids, Table, background, score
from search.retrieval.serving import NoVector, Searcher

Scores = NDArray[np.float64]
PREFERENCES = ("category", "brand", "color", "material", "gender", "attribute")


@dataclass
class Probe:
    """One vector leg: a query vector and the table that it looks into."""

    leg: str
    table: Table
    vector: vectors.Vector

    @cached_property
    def everything(self) -> tuple[Ids, Scores]:
        """Cosines with every product there is; for catalogues that are small enough."""
        return score(self.table, self.vector)

    def deviations(self, ids: Ids, whole: bool, usual: float) -> Scores:
        """Standard deviations over the query's own background, for `ids`; nan where unknown."""
        if whole:
            found, cosines = self.everything
            behind = cosines
        else:
            found, cosines = score(self.table, self.vector, ids)
            _some, behind = score(self.table, self.vector, background(self.table))
        z = np.full(len(ids), np.nan)
        if found.size:
            order = np.argsort(found)
            at = order[np.searchsorted(found, ids, sorter=order).clip(max=found.size - 1)]
            known = found[at] == ids
            z[known] = standardise(cosines, behind, self.vector.size, usual)[at][known]
        return z


@dataclass
class Evidence:
    """One part of the query, turned into what the legs need."""

    part: Part
    probes: list[Probe] = field(default_factory=list)
    matches: dict[str, dict[int, float]] = field(default_factory=dict)  # words and entities
    itself: int | None = None  # the product that the part names, never its own result
    late: bool = False  # there should be a vector, but the encoder had none to give in time

    def legs(self, ids: Ids, calibration: Calibration, whole: bool) -> dict[str, Scores]:
        """Every leg's probability for `ids` (n,), nan where the leg does not know the product."""
        measured = self.deviations(ids, whole, calibration)
        return {leg: calibration.curves[leg](z) for leg, z in measured.items()}

    def deviations(self, ids: Ids, whole: bool, calibration: Calibration) -> dict[str, Scores]:
        """What the legs measure before a curve makes a probability of it."""
        usual = calibration.spreads
        found = {p.leg: p.deviations(ids, whole, usual.get(p.leg, 0.0)) for p in self.probes}
        for leg, matches in self.matches.items():
            found[leg] = np.array([matches.get(i, 0.0) for i in ids.tolist()])
        return found


def gather(part: Part, understood: Interpretation | None, searcher: Searcher) -> Evidence:
    """`understood` for the shopper's words, None for the other parts.

    Raises ExpiredPhoto, and Variant.DoesNotExist for an unknown SKU.
    """
    evidence = Evidence(part)
    if part.text:
        text = understood.text if understood else part.text
        evidence.matches = text_matches(text, understood)
        if text.strip() and not (understood and understood.gibberish):
            evidence.probes = text_probes(text, searcher)
            evidence.late = not evidence.probes
    elif part.photo_id and searcher.version:
        vector = vectors.of_photo(part.photo_id, searcher.version)
        evidence.probes = both_tables(searcher.version, vector, from_photo=True)
    elif part.sku and searcher.version:
        evidence.itself = Variant.objects.get(sku=part.sku).product_id
        text_vector, photo_vector = vectors.of_product(evidence.itself, searcher.version)
        evidence.probes = [
            Probe(leg, Table(searcher.version, photos), vector)
            for leg, photos, vector in (
                (legs_of.TEXT_TEXT, False, text_vector),
                (legs_of.IMAGE_IMAGE, True, photo_vector),
            )
            if vector is not None
        ]
    return evidence


def text_probes(text: str, searcher: Searcher) -> list[Probe]:
    """None where the encoder is down or late: the words have to do."""
    if searcher.version is None or searcher.encoder is None:
        return []
    try:
        vector = vectors.of_text(text, searcher.encoder)
    except NoVector:
        return []
    return both_tables(searcher.version, vector, from_photo=False)


def both_tables(version: EncoderVersion, vector: vectors.Vector, from_photo: bool) -> list[Probe]:
    into_texts = legs_of.IMAGE_TEXT if from_photo else legs_of.TEXT_TEXT
    into_photos = legs_of.IMAGE_IMAGE if from_photo else legs_of.TEXT_IMAGE
    return [
        Probe(into_texts, Table(version, photos=False), vector),
        Probe(into_photos, Table(version, photos=True), vector),
    ]


def text_matches(text: str, understood: Interpretation | None) -> dict[str, dict[int, float]]:
    """The words' and the entities' leg; one that matches nothing has no opinion and is left out."""
    found = {legs_of.WORDS: fulltext.matches(text, dict(understood.synonyms) if understood else {})}
    if understood and (wanted := preferences(understood.entities)):
        found[legs_of.CHIPS] = chips.matches(wanted)
    return {leg: matches for leg, matches in found.items() if matches}


def preferences(entities: Iterable[Entity]) -> list[Entity]:
    return [entity for entity in entities if not entity.hard and entity.kind in PREFERENCES]
