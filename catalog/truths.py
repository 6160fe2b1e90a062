"""Yes and no, as the systems and people of several languages write them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


YES = words("1 true yes y on ja oui sí si sì sim tak ano да evet x ✓ ✔ はい 是")
NO = words("0 false no n off nein non não nao nie ne нет hayır nee nej いいえ 否")


def truth(text: str) -> bool | None:
    """True for a yes, False for a no, None for anything else."""
    said = text.strip().lower()
    return True if said in YES else False if said in NO else None
