"""`interpret`: from the words of a shopper to chips, without a database or a language model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.query import Chip, Correction, Interpretation
from search.understanding.entity_linking import find_names
from search.understanding.intents import parted, wishes
from search.understanding.missing_colors import find_missing_colors
from search.understanding.negations import find_negations
from search.understanding.parse import Draft
from search.understanding.prices import find_prices
from search.understanding.product_types import find_missing_things
from search.understanding.residual_query import remaining_text, without_quotes
from search.understanding.sizes import find_sizes
from search.understanding.spelling import corrected, is_gibberish
from search.understanding.tokens import tokens
from search.understanding.vocabulary import Vocabulary

ALL = "all"  # switches everything off: the words are searched as typed
SPELLING = "correction"  # switches the correction off
WISHES = "wishes"  # takes the words for one wish, however many things they name


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
    draft = drafted(meant, vocabulary, switched_off)
    several = () if WISHES in switched_off else wishes(draft)
    if not several:
        find_missing_colors(draft)
        find_missing_things(draft)
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
        wishes=several,
        notices=() if several else tuple(draft.notices),
    )


def drafted(text: str, vocabulary: Vocabulary, off: frozenset[str] = frozenset()) -> Draft:
    draft = Draft(text, tokens(text), vocabulary, off)
    for find in (find_names, find_negations, find_only, find_prices, find_sizes, find_stock):
        find(draft)
    return draft


def wish_spans(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Where in `text`, as it was typed, each wish begins and ends; one where there is but one."""
    typed = tokens(text)
    meant = corrected(text, typed, vocabulary, {"en", (get_language() or "en")[:2]})
    parts = parted(drafted(meant, vocabulary))
    if len(parts) < 2:
        return [(0, len(text))]
    return [(typed[start].start, typed[end - 1].end) for start, end in parts]


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
    """In the order of the words, each once.

    In one list of "dress size 2 and shoes" the size is no condition: it is not that of the shoes.
    """
    ordered = [chip for _place, chip in sorted(draft.chips, key=lambda placed: placed[0])]
    if len(parted(draft)) > 1:
        ordered = [replace(chip, hard=False) if chip.kind == "size" else chip for chip in ordered]
    return tuple({chip.key: chip for chip in reversed(ordered)}.values())[::-1]
