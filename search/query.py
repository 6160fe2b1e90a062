"""What is asked and what is answered: plain values, passed between page, API and retrieval."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from catalog.filters import CHOICES, Filters

if TYPE_CHECKING:
    from catalog.models import Product, ProductImage, Variant

__all__ = ["CHOICES", "Filters", "Query"]

SORTS = ("relevance", "price", "-price", "newest")


@dataclass(frozen=True)
class Part:
    """One thing to be like (weight > 0) or unlike (weight < 0); exactly one of the three is set."""

    text: str = ""
    photo_id: str = ""
    sku: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Query:
    parts: tuple[Part, ...] = ()
    filters: Filters = field(default_factory=Filters)
    sort: str = "relevance"
    page_size: int = 24
    page: int = 1
    cursor: str = ""
    # Chips that the shopper has switched off, as "kind:value"; "all": the words as typed.
    off: tuple[str, ...] = ()
    explain: bool = False

    @property
    def text(self) -> str:
        """The shopper's words: the first part with text and a positive weight."""
        return next((part.text for part in self.parts if part.text and part.weight > 0), "")

    @property
    def fingerprint(self) -> str:
        """Names the list that this query asks for, whatever page of it."""
        asked = {**asdict(self), "page": 0, "page_size": 0, "cursor": "", "explain": False}
        content = json.dumps(asked, default=str, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Entity:
    """Words of the query that were understood, e.g. Entity("color", "Blue", "blue", "Blue")."""

    kind: str  # category, brand, color, size, material, gender, price_min, price_max, in_stock, not
    value: str
    words: str  # the words of the query that it was read from
    label: str  # what the shopper sees
    hard: bool = False  # a filter; else a preference that lifts what fits

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True)
class Correction:
    """ "Showing results for `to`, search instead for `typed`"."""

    typed: str
    to: str


@dataclass(frozen=True)
class Notice:
    """Something that was understood and that the shop does not have."""

    kind: str  # not_sold, color, size; faint: nothing fits well
    words: str  # of the query
    sentence: str  # for the shopper: "Nothing in cream: showing beige."


@dataclass(frozen=True)
class Interpretation:
    text: str = ""  # what the words leg and the encoder get
    entities: tuple[Entity, ...] = ()
    correction: Correction | None = None
    gibberish: bool = False  # nothing of it is a word: there is no meaning to encode
    identifiers: tuple[str, ...] = ()  # SKUs that the query names, whole or in part, best first
    excluded: tuple[str, ...] = ()  # words that no hit may have ("-leather", "without laces")
    phrases: tuple[str, ...] = ()  # "in quotes"
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()  # word -> as good as it
    intents: tuple[str, ...] = ()  # the words of each, where the query is for several products
    notices: tuple[Notice, ...] = ()  # what was asked for and is not to be had


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int  # products, were this value chosen with all the other groups' filters as they are
    selected: bool = False


@dataclass(frozen=True)
class Facet:
    name: str  # category or one of CHOICES
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Relaxation:
    """A way out of a thin result: drop `name` and get `count` products."""

    name: str
    label: str
    count: int


@dataclass
class Hit:
    product: Product
    variant: Variant | None  # the one that matched
    image: ProductImage | None  # that variant's photo
    score: float  # 0 to 1: the chance that this product is what was asked for
    reasons: list[str] = field(default_factory=list)
    trace: dict[str, float] = field(default_factory=dict)  # per leg, with explain


@dataclass
class SearchResult:
    search_id: str
    query: Query
    hits: list[Hit]
    less_similar: list[Hit]  # below the cut-off, shown apart and never counted
    total: int
    total_is_exact: bool
    facets: list[Facet]
    interpretation: Interpretation
    notices: list[Notice]  # what there is none of, or nothing good
    relaxations: list[Relaxation]
    degraded: list[str]  # sentences for the shopper: what is missing from this answer and why
    encoder: str
    pages: int
    next: str  # cursor of the next page, "" on the last
    intents: list[Intent] = field(default_factory=list)  # of several, each with its own result


@dataclass
class Intent:
    """One of several products that a query asks for."""

    text: str
    result: SearchResult
