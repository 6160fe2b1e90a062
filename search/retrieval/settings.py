"""What a shop may set of how results are chosen and ordered, as one value.

What it leaves out is as the code has it, so that better defaults reach every shop. A version of it
is published in admin (search.models.SettingsVersion); experiments search with another one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from django.conf import settings

from search.ranking.calibration import Calibration, Curve
from search.ranking.cutoff import Cutoff
from search.ranking.merchandising import Mixing


@dataclass(frozen=True)
class RankingSettings:
    weights: Mapping[str, float] = field(default_factory=dict)  # by retriever
    curves: Mapping[str, Curve] = field(default_factory=dict)  # by retriever, in place of fitted
    cutoff: Cutoff = field(default_factory=Cutoff)
    mixing: Mixing = field(default_factory=Mixing)
    sold_out: str = ""  # keep, demote or hide

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> RankingSettings:
        """`stored` has the fields that differ: {"weights": {"words": 0.6}, "sold_out": "hide"}."""
        curves = stored.get("curves", {})
        return cls(
            weights=stored.get("weights", {}),
            curves={name: Curve(**curve) for name, curve in curves.items()},
            cutoff=Cutoff(**stored.get("cutoff", {})),
            mixing=Mixing(**stored.get("mixing", {})),
            sold_out=stored.get("sold_out", ""),
        )

    @property
    def policy(self) -> str:
        """What becomes of sold-out products."""
        return self.sold_out or str(settings.SOLD_OUT)

    @cached_property
    def fingerprint(self) -> str:
        """Names these settings: a result that was frozen with others is not shown."""
        content = json.dumps([asdict(self), self.policy], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def over(self, fitted: Calibration) -> Calibration:
        """What was fitted for the encoder, where nothing was set by hand."""
        if not self.weights and not self.curves:
            return fitted
        return replace(
            fitted,
            weights={**fitted.weights, **self.weights},
            curves={**fitted.curves, **self.curves},
        )
