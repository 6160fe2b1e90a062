"""Whether what titles call a kind of thing is ever what the rest of a query speaks of.

"Longboard pads" in a shop that has pads, and longboards, and no title of pads with the word
"longboard": what makes the query rare tells more of what was meant than its last noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from catalog.folding import fold
from search import sql
from search.full_text import TITLE, tsquery
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.names.titles_called import titles_called
from search.understanding.parse import Parse
from search.understanding.shop_words.vocabulary_cache import document_frequencies
from search.understanding.words.grammar import is_grammar
from search.understanding.words.tokens import words_of

BELIEVED = 0.8  # a category's confidence from which on a title that says so is not asked as well
THERE_IS = "SELECT EXISTS (SELECT FROM catalog_product WHERE active AND words @@ ({asked}))"
TOGETHER = THERE_IS.format(
    asked="to_tsquery('english', %(word)s) && to_tsquery('english', %(noun)s)"
)
LED_ON = THERE_IS.format(asked="to_tsquery('english', %(together)s)")


def without_idle_noun(found: Interpretation, parse: Parse) -> Interpretation:
    """`found`, where no product is called the noun and has the rarest of the other words as well,
    without the noun as a condition; the two are then told to stand apart, where titles alone say
    what a thing is.
    """
    known = parse.vocabulary
    noun = title_noun(found)
    spoken = lexicon(known.language)
    if noun and not (spoken and spoken.head_first) and is_led_on(found, noun, known.language):
        return replace(found, entities=tuple(each for each in found.entities if each is not noun))
    rarest = rarest_word(found) if noun else ""
    if noun is None or not rarest:
        return found
    counted = document_frequencies([rarest, *noun.names])
    commoner = counted[rarest] < max(counted[name] for name in noun.names)
    if not commoner or stand_together(rarest, noun.names):
        return found
    others = tuple(each for each in found.entities if each is not noun)
    beside = tuple(each for each in found.modifiers if rarest not in words_of(each.words))
    apart = () if known.stats.is_categorised else (rarest, noun.words)
    return replace(found, entities=others, modifiers=beside, apart=apart)


def is_led_on(found: Interpretation, noun: Entity, language: str) -> bool:
    """Whether titles say the noun and what stands behind it as one: a "cup holder" is no cup.

    A number leads on to nothing: a "banjo 5 strings".
    """
    words, last = words_of(found.text), words_of(noun.words)[-1]
    behind = words[words.index(last) + 1 :] if last in words else []
    if not behind or not behind[0][0].isalpha() or behind[0] not in unsaid(found):
        return False
    together = f"{last} {behind[0]}"
    if in_capitals(language):
        titles = titles_called((together,))
        return any(is_written_as_noun(behind[0], title, language) for title in titles)
    [(there,)] = sql.rows(LED_ON, {"together": tsquery([together], TITLE)})
    return bool(there)


def in_capitals(language: str) -> bool:
    spoken = lexicon(language)
    return bool(spoken and spoken.nouns_in_capitals)


def is_written_as_noun(word: str, title: str, language: str) -> bool:
    """Whether the title has it as its language writes nouns: a "Heckenschere manuell" (German) is
    one still.
    """
    written = (each for each in re.findall(r"\w+", title) if fold(each) == word)
    return not in_capitals(language) or any(each[0].isupper() for each in written)


def title_noun(found: Interpretation) -> Entity | None:
    """What titles alone call a kind; a category of the shop has values."""
    nouns = (each for each in found.entities if each.kind == "category" and not each.values)
    return next(nouns, None)


def is_by_titles(kind: Entity) -> bool:
    """Whether titles are asked for it: alone, or beside a category that they bear out little."""
    return not kind.values or kind.confidence < BELIEVED


def rarest_word(found: Interpretation) -> str:
    """Of the words that products have and no entity says."""
    content = unsaid(found)
    counted = document_frequencies(content) if content else {}
    there = [word for word in content if counted[word]]
    return min(there, key=lambda word: counted[word], default="")


def unsaid(found: Interpretation) -> list[str]:
    """The words of the query that no entity says and that are no grammar."""
    told = (*(each.words for each in found.entities), *found.unstated)
    said = {word for each in told for word in words_of(each)}
    languages = found.languages or ("en",)
    return [
        word
        for word in words_of(found.text)
        if word not in said and not is_grammar(word, languages)
    ]


def stand_together(word: str, names: Sequence[str]) -> bool:
    asked = {"word": tsquery([word]), "noun": tsquery(names, TITLE)}
    [(together,)] = sql.rows(TOGETHER, asked)
    return bool(together)
