"""Amounts that no attribute of the shop states: "45x45", "for 6 people", "5 kg".

What texts say is asked of words (`names/amounts_in_texts.py`). By the others nothing can be chosen,
and a page that said nothing of it would look as if it were.
"""

from __future__ import annotations

from search.understanding.parse import Parse


def unstated_amounts(parse: Parse) -> tuple[str, ...]:
    """As they were typed: those that are no size, no price and nothing of any attribute."""
    found: list[tuple[int, int]] = []
    for start, end in parse.unstated:
        idle = all(parse.free(i) and i not in parse.explained for i in range(start, end))
        if idle and not any(first <= start < last for first, last in found):
            found.append((start, end))
    return tuple(parse.words(start, end) for start, end in found)
