"""An order that the words ask for is an order, and no word that products would have to have."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_shop import shop

SHOP = shop()


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("cheapest sofa", "price"),
        ("the cheapest red sofa", "price"),
        ("sofa lowest price", "price"),
        ("günstigstes Sofa", "price"),
        ("canapé le moins cher", "price"),
        ("sofá más barato", "price"),
        ("en ucuz kanepe", "price"),
        ("most expensive sofa", "-price"),
        ("das teuerste Sofa", "-price"),
        ("divano più caro", "-price"),
        ("newest sofas", "newest"),
        ("new arrivals", "newest"),
        ("neueste Sofas", "newest"),
        ("nouveautés", "newest"),
        ("best selling sofas", "popularity"),
        ("meistverkaufte Sofas", "popularity"),
        ("sofas biggest discount", "discount"),
    ],
)
def test_an_order_is_understood(text: str, sort: str) -> None:
    found = interpret(text, SHOP)
    assert [each.value for each in found.entities if each.kind == "sort"] == [sort]
    assert not found.unknown
    assert not [each for each in found.entities if each.kind.startswith("price")]


@pytest.mark.parametrize(
    "text", ["sofa cheaper than 500", "canapé moins cher que 500", "Sofa günstiger als 500"]
)
def test_a_bound_is_no_order(text: str) -> None:
    kinds = {each.kind for each in interpret(text, SHOP).entities}
    assert "price_max" in kinds
    assert "sort" not in kinds


def test_what_is_cheap_is_no_order() -> None:
    kinds = {each.kind for each in interpret("cheap sofa", SHOP).entities}
    assert kinds == {"category", "price_max"}
