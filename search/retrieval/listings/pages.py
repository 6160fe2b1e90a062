"""Where a page begins. A cursor names its list, or the key that it goes on behind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from search.query import Query

signer = Signer(salt="search.cursor")


class BadCursor(ValueError):
    """The cursor is not ours, or belongs to another search."""


@dataclass(frozen=True)
class Place:
    """Where a page begins."""

    start: int  # products before it
    frozen: str = ""  # in which snapshot; "" for the latest one
    after: tuple[Any, ...] | None = None  # of a listing: the key of the last product before it


def cursor_at(query: Query, place: Place | None) -> str:
    """The cursor of the page that begins there; "" where none does."""
    if place is None:
        return ""
    content = [query.fingerprint, place.start, place.frozen, place.after]
    return signer.sign_object(content, compress=True)


def place_of(query: Query) -> Place:
    """Where the asked page begins. Raises BadCursor."""
    if not query.cursor:
        return Place((query.page - 1) * query.page_size)
    try:
        fingerprint, start, frozen, after = signer.unsign_object(query.cursor)
    except (BadSignature, ValueError, TypeError, json.JSONDecodeError):
        raise BadCursor(_("This cursor is not valid. Start again without it.")) from None
    if fingerprint != query.fingerprint:
        raise BadCursor(_("This cursor belongs to another search. Start again without it."))
    return Place(int(start), frozen, None if after is None else tuple(after))
