"""What the shop's rules do to a real result: sold-out products, brands, look-alikes."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.ranking.merchandising import DEMOTE, HIDE, KEEP
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def mugs(*made: tuple[str, str, str, int]) -> None:
    """Title, brand, colour and stock of each."""
    for number, (title, brand, color, stock) in enumerate(made):
        mug = cast.product(title, "Kitchen > Mugs", brand, group=f"mug-{number}")
        Variant.objects.create(product=mug, sku=f"M-{number}", color=color, price=9, stock=stock)
    while index_stale():
        pass
    forget()


def titles(text: str = "", sku: str = "") -> list[str]:
    asked = [Part(text=text)] if text else []
    liked = [Part(sku=sku)] if sku else []
    return [hit.product.title for hit in search(Query(parts=(*asked, *liked))).hits]


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        (KEEP, ["Enamel mug with lid", "Tall mug"]),
        (DEMOTE, ["Tall mug", "Enamel mug with lid"]),
        (HIDE, ["Tall mug"]),
    ],
)
def test_the_shop_s_policy_decides_where_sold_out_products_stand(
    shop: cast.Shop, settings: Settings, policy: str, shown: list[str]
) -> None:
    shop.mug.delete()
    settings.SOLD_OUT = policy
    mugs(("Enamel mug with lid", "A", "white", 0), ("Tall mug", "B", "white", 5))
    found = titles("mug with")
    assert [title for title in found if title in shown] == shown
    assert ("Enamel mug with lid" in found) == (policy != HIDE)


COLORS = ("red", "blue", "green", "black")
ONE_SHAPE = [(f"Plain mug, {color}", f"Brand of {color}", color, 1) for color in COLORS]


def test_one_shape_in_many_colours_does_not_fill_the_first_row(shop: cast.Shop) -> None:
    others = [("Plain mug with a lid", "Duo", "white", 1), ("Plain mug, large", "Trio", "white", 1)]
    mugs(*ONE_SHAPE, *others)
    first = titles("plain mug")[:4]
    assert sum(title.endswith(COLORS) for title in first) == 2


def test_one_brand_does_not_fill_the_first_row_unless_it_was_asked_for(shop: cast.Shop) -> None:
    of_one = [(f"Plain mug {shape}", "Solo", "white", 1) for shape in ("round", "wide", "tall")]
    mugs(*of_one, ("Plain mug oval", "Duo", "white", 1), ("Plain mug thin", "Trio", "white", 1))

    def of_solo(text: str) -> int:
        return sum(title.endswith(("round", "wide", "tall")) for title in titles(text)[:4])

    assert of_solo("plain mug") == 2
    assert of_solo("solo plain mug") == 3


def test_look_alikes_fill_the_first_row_where_they_are_asked_for(shop: cast.Shop) -> None:
    mugs(*ONE_SHAPE, ("Plain mug, white", "Brand of white", "white", 1))
    assert sum(title.startswith("Plain mug,") for title in titles(sku="M-0")[:4]) >= 3
