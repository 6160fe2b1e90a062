"""From the parts of a query to the retrievers that look for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from catalog.models import Variant
from search.encoders import unknown_share
from search.models import EncoderVersion
from search.query import Interpretation, Part, Query
from search.ranking.calibration import IMAGE_IMAGE, IMAGE_TEXT, TEXT_IMAGE, TEXT_TEXT, TITLE
from search.retrieval.embeddings import query_vectors
from search.retrieval.embeddings.blank_photos import shows_nothing
from search.retrieval.embeddings.prototypes import moved
from search.retrieval.embeddings.query_encoder import NoVector, Searcher
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.protocol import Retriever
from search.retrieval.retrievers.same_shape import nearest_to, shape_of
from search.retrieval.retrievers.scoring import PartSearch
from search.retrieval.retrievers.vectors import VectorRetriever
from search.retrieval.retrievers.words import WordRetriever, terms_of, tongues
from search.understanding import document_frequencies, is_grammar, products

UNDECODED = "\ufffd"  # stands for bytes that were no text
UNREADABLE = 0.5  # share of a text's tokens that the encoder cannot read, from which on it is mute


def parts_of(
    query: Query, understood: Interpretation, entities: EntityRetriever, searcher: Searcher
) -> list[PartSearch]:
    """What was understood belongs to the shopper's words, not to the other parts.

    Raises ExpiredPhoto, and Variant.DoesNotExist for an unknown SKU.
    """
    others = any(part.photo_id or part.sku for part in query.parts if part.weight > 0)
    return [
        of_words(part, understood, entities, searcher, others)
        if part.text and part.text == query.text
        else of_part(part, understood, searcher)
        for part in query.parts
    ]


def of_words(
    part: Part,
    understood: Interpretation,
    entities: EntityRetriever,
    searcher: Searcher,
    others: bool,
) -> PartSearch:
    """The shopper's words: by what they say, what they mean, and what was understood of them.

    `others`: whether a photo or a product tells apart what meets all that was understood.
    """
    found: list[Retriever] = []
    if words := by_words(understood.text, dict(understood.synonyms)):
        found.append(words)
    if entities.heard:
        found.append(entities)
    texts = [understood.text, *filter(None, [understood.original])]
    vectors = [] if understood.gibberish else by_meaning(texts, searcher)
    settled = others and bool(entities.heard) and not says_more(understood)
    return PartSearch(
        part,
        [*found, *(vectors or [])],
        late=vectors is None,
        settled_by=entities if settled else None,
    )


def says_more(understood: Interpretation) -> bool:
    """Whether a word is neither of a condition, as typed or in the shop's words, nor grammar."""
    conditions = (*understood.entities, *understood.forms, *understood.modifiers)
    said = {term for each in conditions for term in terms_of(f"{each.words} {each.label}")}
    english = [instead for own, instead in understood.translations if own in said]
    said |= {term for each in english for term in terms_of(each)}
    languages = understood.languages or ("en",)
    return any(
        term not in said and not is_grammar(term, languages) for term in terms_of(understood.text)
    )


def says_something(text: str) -> bool:
    """Marks and a single letter mean nothing; a single sign of Chinese is a word, as are emoji."""
    signs = [sign for sign in text if sign.isalnum() or unicodedata.category(sign) == "So"]
    return len(signs) > 1 or any(not sign.isascii() for sign in signs)


def of_part(part: Part, understood: Interpretation, searcher: Searcher) -> PartSearch:
    if part.text:
        words = by_words(part.text, {})
        vectors = by_meaning([part.text], searcher)
        retrievers = [*([words] if words else []), *(vectors or [])]
        return PartSearch(part, retrievers, late=vectors is None)
    if part.photo_id:
        return by_photo(part, understood, searcher)
    product_id = Variant.objects.get(sku=part.sku).product_id
    return PartSearch(part, by_product(product_id, understood, searcher), itself=product_id)


def by_words(text: str, alternatives: dict[str, tuple[str, ...]]) -> WordRetriever | None:
    terms = [word for term in terms_of(text) for word in (term, *alternatives.get(term, ()))]
    counted = [document_frequencies(terms, tongue.language) for tongue in tongues()]
    most = {term: max(each[term] for each in counted) for term in terms}
    return WordRetriever.of(text, alternatives, most, products())


def by_meaning(texts: Sequence[str], searcher: Searcher) -> list[Retriever] | None:
    """None where the encoder is down or late: the words have to do.

    `texts`: the query, and as it was typed where that is in another language.
    """
    if not says_something(texts[0].replace(UNDECODED, "")):
        return []
    if searcher.version is None or searcher.encoder is None:
        return None
    if unknown_share(searcher.encoder, texts[:1])[0] > UNREADABLE:
        return []
    try:
        vector = query_vectors.of_texts(texts, searcher.encoder)
    except NoVector:
        return None
    found, family = both_tables(searcher, vector, TEXT_TEXT, TEXT_IMAGE), family_of(texts[0])
    return [replace(each, family=family) for each in found]


def family_of(text: str) -> float:
    """The share of the shop's products whose texts say all of the query, from 0 to 1."""
    return min(document_frequencies([text])[text] / max(products(), 1), 1.0)


def by_photo(part: Part, understood: Interpretation, searcher: Searcher) -> PartSearch:
    if searcher.version is None:
        return PartSearch(part)
    seen = query_vectors.of_photo(part.photo_id, searcher.version)
    found = by_look(seen.vector, understood, searcher, searcher.version)
    return PartSearch(part, found, colors=seen.colors)


def by_look(
    vector: query_vectors.Vector,
    understood: Interpretation,
    searcher: Searcher,
    version: EncoderVersion,
) -> list[Retriever]:
    """The photo, moved by what the words ask for instead ("with long sleeves").

    Words for what must not be ("the same without stripes") take the nearest products away, for they
    are striped, and what is nearest then shares a pattern or a colour and is something else. The
    text of what looks most like the photo still says what kind of thing it shows (pseudo-relevance
    feedback; Rocchio, 1971), and its title which shape.
    """
    texts, photos = both_tables(searcher, vector, IMAGE_TEXT, IMAGE_IMAGE)
    changed = moved(vector, understood.entities, version)
    looking = retriever(searcher, version, IMAGE_IMAGE, True, changed)
    nearest = nearest_to(photos) if changes(understood) else None
    if nearest is None:
        return [texts, looking]
    text, photo = query_vectors.of_product(nearest, version)
    if photo is not None and shows_nothing(vector, np.array([photo @ vector]), searcher.encoder):
        return [texts, looking]  # what is nearest to nothing says nothing of it
    if understood.excluded and text is not None:
        texts = retriever(searcher, version, TEXT_TEXT, False, text)
    return [texts, looking, *by_shape(nearest, understood)]


def changes(understood: Interpretation) -> bool:
    """Whether the words say what shall be otherwise than on a photo or a product."""
    return bool(understood.entities or understood.excluded)


def by_shape(product_id: int, understood: Interpretation) -> list[Retriever]:
    """The words of a product's title that stay where words ask for something else to change.

    They are looked for in titles: what a description speaks of ("for summer days") is no shape.
    """
    words = by_words(shape_of(product_id, understood.entities), {})
    return [replace(words, name=TITLE, titled=True)] if words else []


def by_product(product_id: int, understood: Interpretation, searcher: Searcher) -> list[Retriever]:
    if searcher.version is None:
        return []
    text, photo = query_vectors.of_product(product_id, searcher.version)
    if photo is not None:
        photo = moved(photo, understood.entities, searcher.version)
    asked = ((TEXT_TEXT, False, text), (IMAGE_IMAGE, True, photo))
    found = [
        retriever(searcher, searcher.version, name, photos, vector)
        for name, photos, vector in asked
        if vector is not None
    ]
    return [*found, *(by_shape(product_id, understood) if changes(understood) else [])]


def both_tables(
    searcher: Searcher, vector: query_vectors.Vector, texts: str, photos: str
) -> list[VectorRetriever]:
    assert searcher.version
    return [
        retriever(searcher, searcher.version, texts, False, vector),
        retriever(searcher, searcher.version, photos, True, vector),
    ]


def retriever(
    searcher: Searcher,
    version: EncoderVersion,
    name: str,
    photos: bool,
    vector: query_vectors.Vector,
) -> VectorRetriever:
    usual = searcher.calibration.usual(name, vector.size)
    return VectorRetriever(name, Table(version, photos), vector, usual)
