"""Rules for tests, as people publish them."""

from __future__ import annotations

from typing import Any

from catalog.models import Product
from search.models import Rule


def rule(act: str, *products: Product, **fields: Any) -> Rule:
    """A published rule on these products; `query=` where the query has to be exactly that."""
    if "query" in fields:
        fields |= {"when": "query", "words": fields.pop("query")}
    made = Rule(
        name=fields.pop("name", f"{act} of a test"),
        act=act,
        products=[each.pk for each in products],
        **{"when": "always", **fields},
    )
    made.save()
    made.publish(by="a test")
    return made
