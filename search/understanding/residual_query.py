"""The text that is left for the words and the encoder when conditions have been taken out of it."""

from __future__ import annotations

from search.understanding.parse import Draft, Name
from search.understanding.tokens import words_of
from search.understanding.wordlists import everyday


def remaining_text(draft: Draft) -> str:
    """The words that were not turned into conditions, with no "in" or "and" left dangling.

    A name in another language than the shop's is given in the shop's words: neither its titles
    nor an encoder of its language know the other.
    """
    unchanged = all(written(draft, i) == token.typed for i, token in enumerate(draft.tokens))
    if unchanged and not draft.dropped:
        return draft.text.strip()  # with all that is no token, such as 👟
    pieces: list[str] = []
    last = -1
    for i in kept_tokens(draft):
        close = i == last + 1 and i > 0
        gap = draft.text[draft.tokens[i - 1].end : draft.tokens[i].start] if close else " "
        pieces += [gap, written(draft, i)]
        last = i
    return " ".join("".join(pieces).split())


def kept_tokens(draft: Draft) -> list[int]:
    kept = [i for i in range(len(draft.tokens)) if i not in draft.dropped]
    while draft.dropped and kept and dangles(draft, kept[-1]):
        kept.pop()
    while draft.dropped and kept and dangles(draft, kept[0]):
        kept.pop(0)
    return kept


def dangles(draft: Draft, i: int) -> bool:
    token = draft.tokens[i]
    return i not in draft.owner and (token.kind == "sign" or "small" in draft.plays(i))


def written(draft: Draft, i: int) -> str:
    """Token `i` as it stays in the text."""
    token, name = draft.tokens[i], draft.owner.get(i)
    if token.kind == "phrase":
        return without_quotes(token.typed)
    if name and name.meanings and is_foreign(draft, name):
        return name.meanings[0].label.lower() if i == name.start else ""
    return token.typed


def is_foreign(draft: Draft, name: Name) -> bool:
    """Whether the words that were lent this meaning are of no use to the shop's own language."""
    words = words_of(draft.words(name.start, name.end))
    if name.meanings[0].own or name.kind == "attribute":
        return False
    known = draft.vocabulary
    return not any(
        known.key([word])[0] in known.used or everyday(word, known.language) for word in words
    )


def without_quotes(typed: str) -> str:
    return typed.strip('"“”„«»').strip()
