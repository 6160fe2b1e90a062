"""Words beside a kind that tell some of it apart: of two mowers the "electric mower" says so.

What titles tell of a category is known while a query is read (`words_beside`); of a noun of titles
only the products tell it, and of either what descriptions alone say: a "tente familiale" (French).
So do tags and other columns, where a word is no value of an attribute: "bio", of a few soaps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from search import sql
from search.full_text import TITLE, tsquery
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.noun_in_titles import is_by_titles, title_noun, unsaid
from search.understanding.names.words_beside import TOLD_OF_FEW, is_long_enough, is_told
from search.understanding.parse import Parse
from search.understanding.said import OF_KINDS
from search.understanding.shop_words.phrases import grammatical_words
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.glossary import praises
from search.understanding.words.grammar import DESCRIBING, NO_PART, grammar, is_grammar
from search.understanding.words.tokens import words_of
from search.understanding.words.units import is_amount

COUNTED, OF_CATEGORY = 2_000, 500  # products with the noun, or of a kind, that are looked at
LINKS = {"with", "of"}
TOLD_BY_LINKS = 1 / 40  # the share from which what a link leads to tells products apart
PLACE = {"place"}  # what a preposition of place plays
COLUMNS = "B"  # the weight of the words of tags and other columns in `catalog_product.words`
KEPT = 1 / 20  # of a kind's products; columns that have a word from which it tells them apart
TOGETHER = """
    SELECT word, count(*), count(*) FILTER (WHERE words @@ to_tsquery('english', titled)),
           count(*) FILTER (WHERE words @@ to_tsquery('english', said)),
           count(*) FILTER (WHERE words @@ to_tsquery('english', kept))
      FROM unnest(%(words)s::text[], %(titled)s::text[], %(said)s::text[], %(kept)s::text[])
             one(word, titled, said, kept),
           (SELECT words FROM catalog_product WHERE active AND {called} LIMIT {most}) called
     GROUP BY word"""
BY_TITLE = TOGETHER.format(called="words @@ to_tsquery('english', %(noun)s)", most=COUNTED)
BY_KIND = TOGETHER.format(called=OF_KINDS.format("%(kinds)s"), most=OF_CATEGORY)


def with_words_of_noun(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` with the words as modifiers by which products tell some of the kind apart."""
    known = parse.vocabulary
    noun = title_noun(found)
    kinds = [value for each in found.entities if each.kind == "category" for value in each.values]
    single = candidates(found) if (noun or kinds) and not found.intents else []
    words = {word: word for word in single} | joined(single, found, known)
    if not words:
        return found
    # Titles of other categories may not say what all of the category do.
    others = bool(kinds) and any(e.kind == "category" and is_by_titles(e) for e in found.entities)
    linked = linked_words(found)
    forms = {word: forms_of(word, found, known) for word in words}
    told = (
        modifier_of(word, words[word], found, forms[word])
        for word in told_apart(noun, kinds, forms, known, others=others, linked=linked)
    )
    more = tuple(each for each in told if each.key not in parse.off)
    return replace(found, modifiers=(*found.modifiers, *more)) if more else found


def candidates(found: Interpretation) -> list[str]:
    """Words that nothing says yet, and that are no unit of a number before them.

    Nor a part that is described: of dresses "with long sleeves" not whatever has sleeves.
    """
    words, told = words_of(found.text), (*found.modifiers, *found.forms)
    said = {word for each in told for word in words_of(each.words)} | {*found.told}
    said |= {unit for number, unit in pairwise(words) if is_amount(number, unit)}
    parts = grammar(found.languages or ("en",)).parts
    for before, described, part in zip(words, words[1:], words[2:], strict=False):
        if "with" in parts.get((before,), NO_PART) and DESCRIBING & parts.get(
            (described,), NO_PART
        ):
            said.add(part)
    free, languages = set(unsaid(found)), found.languages or ("en",)
    idle = grammatical_words(languages)  # nor what is no fact: "long"
    # "Achter" (Dutch) of which nothing follows is at the back, and not behind anything.
    last = {word for word in words[-1:] if parts.get((word,), NO_PART) == PLACE}
    return [
        word
        for word in words
        if (word in free | last or (is_grammar(word, languages) and word not in idle))
        and word not in said
        and is_long_enough(word)
        and not word.isdecimal()
    ]


def linked_words(found: Interpretation) -> set[str]:
    """What stands behind a "with" or an "of", and so is asked for by itself: "lamp with usb"."""
    languages, words = found.languages or ("en",), words_of(found.text)
    parts = grammar(languages).parts
    plays = [parts.get((word,), NO_PART) for word in words]
    return {
        word
        for i, word in enumerate(words)
        if i
        and (plays[i - 1] & LINKS or (i > 1 and "article" in plays[i - 1] and plays[i - 2] & LINKS))
    }


def joined(single: Collection[str], found: Interpretation, known: Vocabulary) -> dict[str, str]:
    """Two of them side by side, by what titles write as one: "whiteboard" of "white board"."""
    pairs = pairwise(words_of(found.text))
    both = {f"{a}{b}": f"{a} {b}" for a, b in pairs if a in single and b in single}
    return {word: said for word, said in both.items() if word in known.stats.words}


def told_apart(
    noun: Entity | None,
    kinds: Collection[str],
    forms: Mapping[str, list[str]],
    known: Vocabulary,
    *,
    others: bool = False,
    linked: Collection[str] = (),
) -> Iterator[str]:
    asked = {
        "words": list(forms),
        "titled": [tsquery(each, TITLE) for each in forms.values()],
        "said": [tsquery(each) for each in forms.values()],
        "kept": [tsquery(each, COLUMNS) for each in forms.values()],
        "noun": tsquery(noun.names, TITLE) if noun else "",
        "kinds": list(kinds),
    }
    for word, products, titles, texts, kept in sql.rows(BY_TITLE if noun else BY_KIND, asked):
        any_title = noun is not None and known.language != "en" and titles > 0
        told = titles if noun else texts
        least = TOLD_BY_LINKS if word in linked else TOLD_OF_FEW
        few = any_title or max(titles, texts) >= least * products
        praise = praises(word, known.language)
        in_columns = kept > 0 and kept >= KEPT * products
        sure = in_columns or (few and not praise) or is_told(told, products)
        if 0 < texts < products + others and sure:
            yield word


def forms_of(word: str, found: Interpretation, known: Vocabulary) -> list[str]:
    """With those of titles that full text does not know for one: "мягкая" (Russian) of "мягкие"."""
    if known.language == "en":
        return [word]
    return [word, *known.titles.forms_of(word), *joined_to_kind(word, found, known)]


def joined_to_kind(word: str, found: Interpretation, known: Vocabulary) -> list[str]:
    """What titles say of both as one: "Kinderschlafsack" (German), a "Schlafsack für Kinder"."""
    own = lexicon(known.language)
    kinds = [each for each in found.entities if each.kind == "category"]
    nouns = dict.fromkeys(words_of(name)[-1] for each in kinds for name in each.names if name)
    links = own.links if own and own.compounds else ()
    both = (f"{word}{link}{noun}" for noun in nouns for link in links)
    return [each for each in both if each in known.stats.words]


def modifier_of(word: str, said: str, found: Interpretation, forms: list[str]) -> Entity:
    typed = found.typed(said)
    return Entity(MODIFIER, word, typed, typed, names=tuple(forms))
