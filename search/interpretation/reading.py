"""`interpret`: from the words of a shopper to chips, without a database or a language model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.interpretation.draft import Draft, Name
from search.interpretation.names import find_names
from search.interpretation.negations import find_negations
from search.interpretation.prices import find_prices
from search.interpretation.remaining import remaining_text, without_quotes
from search.interpretation.sizes import find_sizes
from search.interpretation.spelling import corrected, is_gibberish
from search.interpretation.tokens import tokens
from search.interpretation.vocabulary import Vocabulary
from search.query import Chip, Correction, Interpretation

ALL = "all"  # switches everything off: the words are searched as typed
SPELLING = "correction"  # switches the correction off


def interpret(text: str, vocabulary: Vocabulary, off: Iterable[str] = ()) -> Interpretation:
    """What `text` asks for, in the shop's own terms; `off` are keys of chips not to make.

    Price, size, stock and what must not be are conditions: who says them, means them. Colour,
    category, brand, material, gender and attributes are preferences, because catalogues fill them
    in unevenly and the neighbour of what was asked for often sells; "only" makes a condition of
    them.
    """
    switched_off = frozenset(off)
    spoken = {"en", (get_language() or "en")[:2]}
    if ALL in switched_off:
        nonsense = is_gibberish(tokens(text), vocabulary, spoken)
        return Interpretation(text=text.strip(), gibberish=nonsense)
    meant = text
    if SPELLING not in switched_off:
        meant = corrected(text, tokens(text), vocabulary, spoken)
    draft = Draft(meant, tokens(meant), vocabulary, switched_off)
    for find in (find_names, find_negations, find_only, find_prices, find_sizes, find_stock):
        find(draft)
    add_names(draft)
    return Interpretation(
        text=remaining_text(draft),
        chips=chips(draft),
        correction=Correction(text, meant) if meant != text else None,
        gibberish=is_gibberish(draft.tokens, vocabulary, spoken),
        excluded=tuple(dict.fromkeys(draft.excluded)),
        phrases=tuple(
            without_quotes(token.typed) for token in draft.tokens if token.kind == "phrase"
        ),
    )


def find_only(draft: Draft) -> None:
    """ "only leather", "leather only": the name beside it becomes a condition."""
    for i in range(len(draft.tokens)):
        length = draft.part(i, "only")
        before, after = draft.owner.get(i - 1), draft.owner.get(i + length)
        name = before if after and before and after.kind == "category" else after or before
        if length and name and name.meanings:
            name.hard = True
            draft.dropped.update(range(i, i + length))


def find_stock(draft: Draft) -> None:
    for i in range(len(draft.tokens)):
        length = draft.part(i, "in stock")
        if length:
            chip = Chip("in_stock", "1", draft.words(i, i + length), _("in stock"), True)
            draft.take(chip, i, i + length)


def add_names(draft: Draft) -> None:
    """Names stay in the text: they help the encoder and the words."""
    for name in draft.names:
        if name.negated:
            continue
        words = draft.words(name.start, name.end)
        for meaning in name.meanings:
            chip = Chip(meaning.kind, meaning.value, words, meaning.label, name.hard)
            if chip.key not in draft.off:
                draft.chips.append((name.start, chip))


def chips(draft: Draft) -> tuple[Chip, ...]:
    """In the order of the words, each once."""
    ordered = [chip for _place, chip in sorted(draft.chips, key=lambda placed: placed[0])]
    if asks_for_several(draft):
        ordered = [replace(chip, hard=False) if chip.kind == "size" else chip for chip in ordered]
    return tuple({chip.key: chip for chip in reversed(ordered)}.values())[::-1]


def asks_for_several(draft: Draft) -> bool:
    """ "dress size 2 and shoes": the size is not that of the shoes, so it can be no condition."""
    return len(products(draft)) > 1


def products(draft: Draft) -> list[Name]:
    """The category names that an "and" or a comma parts from one another."""
    asked = [name for name in draft.names if name.kind == "category" and not name.negated]
    found = asked[:1]
    for name in asked[1:]:
        between = range(found[-1].end, name.start)
        if any("and" in draft.plays(i) or draft.tokens[i].text in ",;&+" for i in between):
            found.append(name)
    return found
