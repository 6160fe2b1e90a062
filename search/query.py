"""What is asked and what is answered: plain values, passed between page, API and retrieval."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from catalog.filters import CHOICES, Filters
from search.explanation import Explanation

if TYPE_CHECKING:
    from catalog.models import Product, ProductImage, Variant

__all__ = ["CHOICES", "Filters", "Query"]

SORT_LABELS = {  # what pages and chips call each way to sort
    "relevance": _("Best match"),
    "price": _("Price, lowest first"),
    "-price": _("Price, highest first"),
    "discount": _("Most reduced"),
    "popularity": _("Most popular"),
    "newest": _("Newest"),
}
SORTS = tuple(SORT_LABELS)


@dataclass(frozen=True)
class Part:
    """One thing to be like (weight > 0) or unlike (weight < 0); exactly one of the three is set."""

    text: str = ""
    photo_id: str = ""
    sku: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Contest:
    """Two versions of settings whose results share one list (search.ranking.interleaving)."""

    key: int
    first: int  # versions of settings, as in Query
    second: int
    session: str  # whose list it is: the same on every page


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
    prefer: tuple[str, ...] = ()  # chips that decide the order alone, and need not be met
    explain: bool = False
    settings: int = 0  # a version of settings to be tried; 0: the published one
    contest: Contest | None = None  # decides the order of a session's list
    words_only: bool = False  # without the encoder: there is no room for more at the moment

    @property
    def text(self) -> str:
        """The shopper's words: the first part with text and a positive weight."""
        return next((part.text for part in self.parts if part.text and part.weight > 0), "")

    @property
    def fingerprint(self) -> str:
        """Names the list that this query asks for, whatever page of it."""
        asked = {**asdict(self), "page": 0, "page_size": 0, "cursor": "", "explain": False}
        del asked["words_only"], asked["contest"]
        content = json.dumps(asked, default=str, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Entity:
    """Words of the query that were understood, e.g. Entity("color", "Blue", "blue", "Blue").

    Whether a product meets it is judged by its columns (`values`), where they are empty by its
    words (`names`), else by its photos. Entities of the same kind and `words` are alternatives.
    """

    # category, one of CHOICES, attribute, price_min, price_max, in_stock, form, modifier or not
    kind: str
    value: str  # the first of `values`; where the shop has none of it, what was asked for
    words: str  # the words of the query that it was read from
    label: str  # what the shopper sees
    hard: bool = False  # a filter; else a preference that lifts what fits
    span: tuple[int, int] = (0, 0)  # where `words` stand in the text as understood, in characters
    values: tuple[str, ...] = ()  # all values of the catalogue that meet it, as they are spelt
    names: tuple[str, ...] = ()  # folded words by which a text says it
    others: tuple[str, ...] = ()  # phrases that hold such a word and say something else: "t shirt"
    wholes: tuple[str, ...] = ()  # phrases by which a title says it in whatever category
    confidence: float = 1.0  # how far the shop's own products bear it out, 0 to 1
    preferred: bool = False  # decides the order alone: nobody has to meet it
    currency: str = ""  # of a price, where the shopper names one; else the shop's

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.value}"


@dataclass(frozen=True)
class Identifier:
    """A variant that the query names: whoever types its number or title wants it first."""

    sku: str
    by: str  # sku, barcode, model or title
    alone: bool = False  # the query is nothing but that


@dataclass(frozen=True)
class Correction:
    """ "Showing results for `to`, search instead for `typed`"."""

    typed: str
    to: str


@dataclass(frozen=True)
class Notice:
    """Something that was understood and that the shop does not have."""

    kind: str  # not_sold, size; faint: nothing fits well
    words: str  # of the query
    sentence: str  # for the shopper: "There is no size 43 of this; there are 42-44 and 45-47."


@dataclass(frozen=True)
class Interpretation:
    text: str = ""  # what the words retriever and the encoder get
    told: tuple[str, ...] = ()  # words of `text`, folded, that conditions stand for
    original: str = ""  # the same as typed, where `text` is in English and that was not
    translations: tuple[tuple[str, str], ...] = ()  # word, folded -> its English in `text`
    entities: tuple[Entity, ...] = ()
    correction: Correction | None = None
    gibberish: bool = False  # nothing of it is a word: there is no meaning to encode
    identifiers: tuple[Identifier, ...] = ()  # variants that the query names, best first
    excluded: tuple[str, ...] = ()  # words that no hit may have ("-leather", "without laces")
    phrases: tuple[str, ...] = ()  # "in quotes"
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()  # word -> as good as it
    intents: tuple[str, ...] = ()  # the words of each, where the query is for several products
    unknown: tuple[str, ...] = ()  # words, folded, that no product and no lexicon explains
    unjudged: tuple[str, ...] = ()  # what must not be, of which no product says whether it is
    forms: tuple[Entity, ...] = ()  # words that a title must not deny: a "long" dress is not "mini"
    modifiers: tuple[Entity, ...] = ()  # nouns that say which of a kind: a "dog" bed
    unstated: tuple[str, ...] = ()  # amounts that no product states, as they were typed
    unsold: tuple[str, ...] = ()  # things that the shop does not have, in the shopper's words
    languages: tuple[str, ...] = ()  # whose words were understood, the likeliest first
    notices: tuple[Notice, ...] = ()  # what was asked for and is not to be had
    apart: tuple[str, ...] = ()  # words of one query that no product has together

    @cached_property
    def fingerprint(self) -> str:
        """Names all that is understood."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    def typed(self, word: str) -> str:
        """The word of `text` as the shopper wrote it."""
        return next((own for own, english in self.translations if english == word), word)

    @property
    def wholly_named(self) -> frozenset[str]:
        """The SKUs of those that are what was asked for, whatever else the words may mean."""
        return frozenset(each.sku for each in self.identifiers if each.alone or each.by == "title")

    @property
    def skus(self) -> tuple[str, ...]:
        """The SKUs of the variants that the query names."""
        return tuple(each.sku for each in self.identifiers)


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int  # products, were this value chosen with all the other groups' filters as they are
    selected: bool = False
    count_is_exact: bool = True  # else: at least


@dataclass(frozen=True)
class Facet:
    name: str  # category, or the code of an attribute
    values: tuple[FacetValue, ...]
    label: str = ""  # what the shop calls an attribute of its own

    @property
    def param(self) -> str:
        """The parameter that chooses a value of it."""
        return self.name if self.name in ("category", *CHOICES) else "attribute"


@dataclass(frozen=True)
class Relaxation:
    """A way out of a thin result: drop `name` and get `count` products."""

    name: str
    label: str
    count: int
    # Keys of the entities to switch off, or to prefer only; none where a filter is dropped.
    off: tuple[str, ...] = ()
    prefer: tuple[str, ...] = ()


@dataclass
class Hit:
    product: Product
    variant: Variant | None  # the one that matched
    image: ProductImage | None  # that variant's photo
    score: float  # 0 to 1: the chance that this product is what was asked for
    reasons: list[str] = field(default_factory=list)
    trace: dict[str, float] = field(default_factory=dict)  # per retriever, with explain
    missing: list[str] = field(default_factory=list)  # what it lacks of all that was understood
    explanation: Explanation | None = None  # with explain

    @property
    def sku(self) -> str:
        """What names it in calls and addresses: its variant's SKU, else its product's group."""
        return self.variant.sku if self.variant else self.product.group


@dataclass
class SearchResult:
    search_id: str
    query: Query
    hits: list[Hit]  # meet all that was understood; of these alone are there pages
    partial: list[Hit]  # meet some of it, each with what is missing; never counted
    less_similar: list[Hit]  # merely near, shown apart and never counted
    total: int
    total_is_exact: bool  # else: at least
    count_facets: Callable[[], list[Facet]]
    interpretation: Interpretation
    notices: list[Notice]  # what there is none of, or nothing good
    relaxations: list[Relaxation]
    degraded: list[str]  # sentences for the shopper: what is missing from this answer and why
    encoder: str
    pages: int
    next: str  # cursor of the next page, "" on the last
    intents: list[Intent] = field(default_factory=list)  # of several, each with its own result
    banners: tuple[str, ...] = ()  # what the shop wants to say above them
    redirect: str = ""  # where the shop would rather lead
    rules: tuple[str, ...] = ()  # of the shop, by name, that acted
    teams: dict[int, str] = field(default_factory=dict)  # product -> who brought it to a contest

    @cached_property
    def facets(self) -> list[Facet]:
        """Counted at the first look: not every answer shows them."""
        return self.count_facets()


@dataclass
class Intent:
    """One of several products that a query asks for."""

    text: str
    result: SearchResult
