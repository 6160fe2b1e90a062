"""More of what comes in prints: dresses, shirts and cushions, patterned every one."""

from __future__ import annotations

from dataclasses import replace

from . import living, tops
from .kind import Kind, Look


def _kind(kinds: tuple[Kind, ...], key: str) -> Kind:
    return next(kind for kind in kinds if kind.key == key)


KINDS = (
    replace(
        _kind(tops.KINDS, "dresses"),
        key="print-dresses",
        patterned=1.0,
        count=10,
        looks=(
            Look(
                "cotton",
                ("red", "yellow", "white", "blue", "green", "navy", "pink"),
                ("floral", "dotted", "striped"),
            ),
        ),
    ),
    replace(
        _kind(tops.KINDS, "shirts"),
        key="print-shirts",
        patterned=1.0,
        count=9,
        looks=(
            Look(
                "cotton",
                ("white", "blue", "red", "green", "navy"),
                ("checked", "pinstriped", "plaid", "floral"),
            ),
        ),
    ),
    replace(
        _kind(living.KINDS, "cushions"),
        key="print-cushions",
        patterned=1.0,
        count=7,
        looks=(
            Look(
                "linen",
                ("beige", "blue", "red", "green", "white", "yellow"),
                ("striped", "floral", "checked", "zigzag", "dotted"),
            ),
        ),
    ),
)
