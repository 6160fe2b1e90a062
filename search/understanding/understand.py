"""What was understood of the words of a query: their readings, less what an identifier says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import get_language

from catalog.bigrams import is_alphabetic
from catalog.folding import fold
from catalog.recent import FRESH_SECONDS, recent
from search.query import Entity, Identifier, Interpretation, Query
from search.understanding.amounts.money_of_language import with_money_of_shop
from search.understanding.amounts.numbered_words import numbered_words
from search.understanding.exclusion.denials import denial
from search.understanding.exclusion.exclusions import label
from search.understanding.identifiers import identify
from search.understanding.lexicon import lexicon
from search.understanding.names.amounts_in_texts import with_amounts_in_texts
from search.understanding.names.amounts_within import with_amounts_within
from search.understanding.names.called_otherwise import with_whole_phrase
from search.understanding.names.codes_in_titles import with_codes_in_titles
from search.understanding.names.described_words import with_described_words
from search.understanding.names.kinds_apart import with_first_kind
from search.understanding.names.longer_names import (
    without_longer_names,
    without_what_is_for_it,
)
from search.understanding.names.narrower_kinds import with_narrower_kind
from search.understanding.names.noun_amounts import with_amounts_of_noun
from search.understanding.names.noun_in_titles import without_idle_noun
from search.understanding.names.of_place import with_places
from search.understanding.names.said_in_english import with_english_names
from search.understanding.names.sets_in_titles import with_sets
from search.understanding.names.title_compounds import with_compounds, with_wholes
from search.understanding.names.titled_heads import with_titled_head
from search.understanding.names.told_without import with_told_without
from search.understanding.names.words_of_noun import with_words_of_noun
from search.understanding.parse import Parse
from search.understanding.parser import ALL, interpret, interpretation, read
from search.understanding.parted_words import parted_words
from search.understanding.shop_words.alternatives import alternatives
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.shop_words.vocabulary_cache import document_frequencies, vocabulary
from search.understanding.words.stop_words import stop_words
from search.understanding.words.tokens import words_of

SAID_OF_MORE = ("title", "model")  # others may be called so as well, or have "SPF50"
# In this order, each by what Postgres knows of the words and what was found before: which kind of
# thing is meant, what its products are called, and what is said of it that no attribute says.
REFINEMENTS = (
    with_money_of_shop,
    with_places,
    with_first_kind,
    with_whole_phrase,
    with_english_names,
    with_titled_head,
    without_idle_noun,
    without_longer_names,
    without_what_is_for_it,
    with_compounds,
    with_wholes,
    with_narrower_kind,
    with_sets,
    with_amounts_within,
    with_amounts_in_texts,
    with_amounts_of_noun,
    with_codes_in_titles,
    with_words_of_noun,
    with_described_words,
    with_told_without,
)


def understand(query: Query, words: Vocabulary | None = None) -> Interpretation:
    """Entities, corrections, synonyms and identifiers of the shopper's words.

    `words`: in place of the shop's vocabulary.
    """
    if not query.text:
        return Interpretation()
    language = get_language() or ""
    return understood(query.text, query.off, query.prefer, words or vocabulary(), language)


@recent(FRESH_SECONDS)
def understood(
    text: str, off: tuple[str, ...], prefer: tuple[str, ...], words: Vocabulary, _language: str
) -> Interpretation:
    """The same for each page and each filter of a search, and whoever asks it."""
    parse = read(text, words, off)
    named = identify(text, numbered_words(parse))
    found = interpretation(parse, text)
    as_typed = ALL in parse.off
    if is_all(named, found, parse):
        found, as_typed = interpret(text, words, (*off, ALL)), True
    found = with_translated_negations(found, words)
    numbered = any(each.by not in SAID_OF_MORE for each in named)
    if not numbered and not as_typed:
        found = preferring(refined(found, parse), prefer)
    unknown = () if named else in_no_product(found)
    parted = {} if as_typed else parted_words(unknown)
    same = {} if as_typed else alternatives(found.text, words, found.languages)
    written = {word: (as_written,) for word, as_written in parted.items()}
    if named:
        found = replace(found, notices=(), unsold=(), unstated=())
    return replace(
        found,
        identifiers=named,
        unknown=tuple(word for word in unknown if word not in parted),
        synonyms=tuple(merged(same, in_translations(found), written).items()),
    )


def refined(found: Interpretation, parse: Parse) -> Interpretation:
    for refine in REFINEMENTS:
        found = refine(found, parse)
    return found


def preferring(found: Interpretation, keys: Sequence[str]) -> Interpretation:
    """With what the shopper would rather have than nothing: it decides the order alone."""

    def softened(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        return tuple(
            replace(each, hard=False, preferred=True) if each.key in keys else each
            for each in entities
        )

    return replace(
        found,
        entities=softened(found.entities),
        forms=softened(found.forms),
        modifiers=softened(found.modifiers),
    )


def merged(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """All that the tables have of each word, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for word, others in table.items():
            found[word] = (*found.get(word, ()), *others)
    return found


def with_translated_negations(found: Interpretation, known: Vocabulary) -> Interpretation:
    """What must not be can be judged where no title says it, but a description or a translation.

    Or where the shop's texts say it in English: "senza cappuccio" is without a hood.
    """
    parts = [word for word in found.unjudged if not is_sold_by_itself(word, found, known)]
    stated = {word: said for word in parts if (said := as_stated(word, found))}
    if not stated:
        return found
    nots = (
        Entity("not", said, word, label(word), True, names=(said,)) for word, said in stated.items()
    )
    return replace(
        found,
        unjudged=tuple(word for word in found.unjudged if word not in stated),
        excluded=(*found.excluded, *stated.values()),
        entities=(*found.entities, *nots),
        modifiers=(*found.modifiers, *map(denial, dict.fromkeys(stated.values()))),
    )


def is_sold_by_itself(word: str, found: Interpretation, known: Vocabulary) -> bool:
    """Whether it names a department: "Schirm" (German) is said of umbrellas, and of no lamp."""
    meanings = known.meanings(words_of(word), found.languages)
    return any(each.kind == "category" for each in meanings)


def as_stated(word: str, found: Interpretation) -> str:
    """The word as texts of the shop have it, in the shopper's language or else in English.

    A description may say it where no title does.
    """
    if any(document_frequencies([word], code)[word] for code in ("", *found.languages)):
        return word
    if prefixed := with_prefix(word, found.languages):
        return prefixed
    english = dict(found.translations).get(word, "")
    one = len(words_of(english)) == 1
    return english if one and document_frequencies([english])[english] else ""


def with_prefix(word: str, languages: Iterable[str]) -> str:
    """As texts write it with what is one with it: "الكحول" (Arabic), the alcohol."""
    known = filter(None, map(lexicon, languages))
    forms = [fold(f"{prefix}{word}") for each in known for prefix in each.prefixes]
    counted = document_frequencies(forms) if forms else {}
    found = max(forms, key=lambda form: counted[form], default="")
    return found if found and counted[found] else ""


def is_all(named: Sequence[Identifier], found: Interpretation, parse: Parse) -> bool:
    """Whether the query is nothing but an identifier, so that nothing in it is a condition.

    A title may be what others are called as well: only conditions are not read in it, and what it
    has in quotes it says itself. A number that is a name of the shop ("RED") is no more than first.
    """
    alone = [each.by for each in named if each.alone]
    if not alone or names_something(parse):
        return False
    conditions = any(entity.hard for entity in found.entities) or found.excluded or found.unjudged
    parted = found.intents or found.correction
    return alone[0] != "title" or bool(conditions or parted)


def in_no_product(found: Interpretation) -> tuple[str, ...]:
    """The unknown words that no product has in any of its texts, nor in translations of them."""
    if not found.unknown:
        return ()
    words, english = found.unknown, dict(found.translations)
    shops = {word: english.get(word, word) for word in words}
    own = document_frequencies([*words, *shops.values()])  # a shop may write in any language
    counts = [own, *(document_frequencies(words, code) for code in found.languages)]
    found_nowhere = [
        word for word in words if not own[shops[word]] and not any(count[word] for count in counts)
    ]
    small = stop_words(found_nowhere, (*found.languages, "en"))
    return tuple(word for word in found_nowhere if word not in small)


def in_translations(found: Interpretation) -> dict[str, tuple[str, ...]]:
    """English word of the text -> those as typed that it stands for, on a page in their language.

    There the shop may have titles in it, which hold no English.
    """
    page = (get_language() or "")[:2]
    if page not in found.languages:
        return {}
    typed: dict[str, tuple[str, ...]] = {}
    for word, english in found.translations:
        for term in words_of(english):
            typed[term] = (*typed.get(term, ()), word)
    return typed


def names_something(parse: Parse) -> bool:
    """Whether all of the query, without a digit, is one name of the shop."""
    name = parse.owner.get(0)
    return (
        name is not None
        and bool(name.meanings)
        and name.meanings[0].own
        and name.end == len(parse.tokens) == 1
        and is_alphabetic(parse.tokens[0].text)
    )
