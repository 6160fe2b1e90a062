"""The modality gap as a picture: whose rows come first, as they are and as searches rank them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.indexing.gap import Gap, Shares

WIDTH, ROW = 480, 34


@dataclass(frozen=True)
class Bar:
    """Of the first ten: how far the texts reach, the rest are photos."""

    label: Promise
    y: int
    texts: int  # percent
    photos: int
    right: int
    width: float


def bars(gap: Gap) -> list[Bar]:
    rows: tuple[tuple[Promise, Shares], ...] = (
        (_("as they are"), gap.raw),
        (_("centred"), gap.centred),
        (_("as searches rank them"), gap.calibrated),
    )
    return [
        Bar(
            label,
            ROW * at,
            round(100 * shares.texts),
            round(100 * shares.photos),
            round(100 * shares.right),
            round(WIDTH * shares.texts, 1),
        )
        for at, (label, shares) in enumerate(rows)
    ]


def picture(gap: Gap) -> dict[str, object]:
    """What the template draws."""
    return {
        "bars": bars(gap),
        "width": WIDTH,
        "height": 3 * ROW,
        "fair": round(WIDTH * gap.text_rows, 1),
    }
