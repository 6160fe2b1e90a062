"""Pages and cursors over a frozen list. A cursor names its list, so it fits no other search."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from search.query import Query

signer = Signer(salt="search.cursor")


class BadCursor(ValueError):
    """The cursor is not ours, or belongs to another search."""


@dataclass(frozen=True)
class Place:
    """Where a page begins, and in which frozen list ("" for the latest one)."""

    start: int
    frozen: str = ""


def cursor_at(query: Query, place: Place) -> str:
    return signer.sign(f"{query.fingerprint}.{place.frozen}.{place.start}")


def place_of(query: Query) -> Place:
    """Where the asked page begins. Raises BadCursor."""
    if not query.cursor:
        return Place((query.page - 1) * query.page_size)
    try:
        fingerprint, frozen, start = signer.unsign(query.cursor).split(".")
    except (BadSignature, ValueError):
        raise BadCursor(_("This cursor is not valid. Start again without it.")) from None
    if fingerprint != query.fingerprint:
        raise BadCursor(_("This cursor belongs to another search. Start again without it."))
    return Place(int(start), frozen)
