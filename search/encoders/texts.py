"""Texts as every tokenizer can take them."""

from __future__ import annotations

LONGEST_TOKEN = 24  # characters; few tokens are longer, and the tokenizer truncates exactly


def tidy(text: str, tokens: int) -> str:
    """One line without NUL bytes, cut to what `tokens` could hold before anything is tokenized."""
    cut = text[: 4 * tokens * LONGEST_TOKEN]
    return " ".join(cut.replace("\0", " ").split())[: tokens * LONGEST_TOKEN]
