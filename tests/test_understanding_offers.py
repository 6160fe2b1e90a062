"""What an offer has to be is a condition in every language; that a thing is for sale is none."""

from __future__ import annotations

import pytest

from search.understanding import interpret
from tests.understanding_shop import shop

SHOP = shop()


def keys(text: str) -> set[str]:
    return {each.key for each in interpret(text, SHOP).entities}


@pytest.mark.parametrize(
    "text",
    [
        "sneakers on sale", "sneakers sale", "reduced sneakers", "discounted sneakers",
        "sneakers in the sale", "sneakers on special offer", "Turnschuhe im Angebot",
        "reduzierte Turnschuhe", "Turnschuhe mit Rabatt", "baskets en promo", "baskets soldées",
        "zapatillas rebajadas", "zapatillas en oferta", "sneakers in saldo", "afgeprijsde sneakers",
        "sneakers w promocji", "tênis em promoção", "indirimli spor ayakkabı",
        "20% off sneakers", "sneakers 30 % reduced", "Turnschuhe 20% Rabatt",
        "baskets -20% de remise",
    ],
)  # fmt: skip
def test_what_is_on_sale_is_a_condition(text: str) -> None:
    found = interpret(text, SHOP)
    assert "on_sale:1" in {each.key for each in found.entities if each.hard}
    assert not found.unknown


@pytest.mark.parametrize(
    "text",
    [
        "sneakers for sale", "sofa zu verkaufen", "canapé à vendre", "free delivery sneakers",
        "sneakers with free shipping", "Turnschuhe versandkostenfrei", "baskets livraison gratuite",
        "zapatillas envío gratis", "sneakers spedizione gratuita", "tênis frete grátis",
        "ücretsiz kargo spor ayakkabı", "送料無料 スニーカー",
    ],
)  # fmt: skip
def test_that_a_thing_is_for_sale_is_no_condition(text: str) -> None:
    assert not {key for key in keys(text) if key.startswith(("on_sale", "in_stock"))}
    assert not interpret(text, SHOP).unknown


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("sneakers not on sale", "on sale"),
        ("sneakers not reduced", "reduced"),
        ("Schuhe nicht reduziert", "reduziert"),
    ],
)
def test_a_negated_sale_is_no_demand_for_one(text: str, what: str) -> None:
    found = interpret(text, SHOP)
    assert "on_sale:1" not in {each.key for each in found.entities}
    assert found.unjudged == (what,)


def test_stock_and_sale_stand_together() -> None:
    assert keys("red mugs on sale in stock") == {
        "color:Red",
        "category:kitchen/mugs",
        "on_sale:1",
        "in_stock:1",
    }
