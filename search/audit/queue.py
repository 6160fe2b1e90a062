"""The findings that wait for somebody, and those that were decided, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from catalog.models import Product, ProductImage
from search.audit.sentences import label, sentence
from search.models import Finding

PAGE = 20
LAST_PAGE = 500  # of what was decided; nobody leafs further
PHOTOS_SHOWN = 2  # photos of each product


@dataclass(frozen=True)
class Card:
    """A finding as it is shown: pictures beside what was said."""

    finding: Finding
    sentence: str
    label: str  # of the field that the value stands in
    value: str
    sides: Sequence[tuple[Product, Sequence[ProductImage]]]  # the product, then the other one

    @property
    def chosen(self) -> bool:
        """Whether the value is one of the two products, and not a text."""
        return bool(self.finding.proposal["do"] == "hide")


@dataclass(frozen=True)
class Page:
    cards: Sequence[Card]
    number: int
    more: bool


def waiting() -> dict[str, int]:
    """How many of each kind are open; bounded, as runs keep no more of a kind than can be read."""
    counted = Finding.objects.filter(state=Finding.State.OPEN).order_by().values("kind")
    return dict(counted.annotate(n=Count("pk")).values_list("kind", "n"))


def page(kind: str, decided: bool, number: int) -> Page:
    """Open ones from the surest on, decided ones from the last on; `kind` "" for all."""
    rows = Finding.objects.select_related("product__category", "product__brand", "other", "photo")
    rows = rows.select_related("who").prefetch_related(
        *(f"{side}__{rows}" for side in ("product", "other") for rows in ("images", "variants"))
    )
    if kind:
        rows = rows.filter(kind=kind)
    if decided:
        rows = rows.exclude(state=Finding.State.OPEN).order_by("-decided")
    else:
        rows = rows.filter(state=Finding.State.OPEN).order_by("-score", "id")
    number = min(max(number, 1), LAST_PAGE)
    found = list(rows[(number - 1) * PAGE : number * PAGE + 1])
    return Page([card(finding) for finding in found[:PAGE]], number, len(found) > PAGE)


def card(finding: Finding) -> Card:
    value = finding.proposal.get("done", finding.proposal.get("value", ""))
    sides = [(finding.product, photos_of(finding.product, finding.photo))]
    if finding.other is not None:
        sides.append((finding.other, photos_of(finding.other, None)))
    return Card(finding, sentence(finding), label(finding), str(value), sides)


def photos_of(product: Product, first: ProductImage | None) -> list[ProductImage]:
    """The photo that was judged, then others of the product."""
    others = [photo for photo in product.photos if first is None or photo.pk != first.pk]
    return [*([first] if first else []), *others][:PHOTOS_SHOWN]
