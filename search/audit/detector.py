"""What every detector is: it looks at a piece of the catalogue and says what looks wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from catalog.models import Product, ProductImage
from search.audit.piece import Piece


@dataclass(frozen=True)
class Suspicion:
    """A finding before it is kept.

    `judged` is all that it rests on: while none of that changes, a decision about it holds.
    """

    kind: str  # of Finding.Kind
    product: Product
    score: float  # 0 to 1, from 0.5 on it is worth somebody's look
    proposal: dict[str, Any]
    judged: tuple[Any, ...]
    said: dict[str, Any] = field(default_factory=dict)
    photo: ProductImage | None = None
    other: Product | None = None

    @property
    def fingerprint(self) -> str:
        content = json.dumps([self.product.pk, *self.judged], default=str)
        return hashlib.sha256(content.encode()).hexdigest()


class Detector(Protocol):
    """Made once a run from what is usual in the shop (`search.audit.shop.Shop`)."""

    kind: str  # of Finding.Kind

    def find(self, piece: Piece) -> Iterable[Suspicion]: ...
