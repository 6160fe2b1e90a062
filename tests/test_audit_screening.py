"""A screening rule finds words and a photo that are harmless apart and unwanted together."""

from __future__ import annotations

import pytest

from catalog.models import Product
from search.models import Finding, ScreeningRule
from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


@pytest.fixture
def rule() -> ScreeningRule:
    made = ScreeningRule.objects.create(
        name="Kettles for babies", words="for babies, für Säuglinge"
    )
    kettles = Product.objects.filter(category__name="Kettles").order_by("pk")
    made.examples.set(kettles[:: audit_shop.EACH])
    return made


def say(product: Product, text: str) -> Product:
    product.description = text
    product.save()
    return product


def test_words_and_photo_together_are_found_with_the_words(rule: ScreeningRule) -> None:
    unwanted = say(audit_shop.add("kettle", "blue", 101), "Made FUR SAUGLINGE and others.")
    (finding,) = audit_shop.audited("unwanted")
    assert finding.product == unwanted
    assert finding.said["rule"] == "Kettles for babies"
    assert finding.proposal == {"do": "hide", "value": unwanted.pk}


def test_either_alone_is_harmless(rule: ScreeningRule) -> None:
    say(audit_shop.add("scarf", "blue", 101), "Made for babies.")
    audit_shop.add("kettle", "blue", 102)
    say(audit_shop.add("kettle", "red", 103), "Not for babiesitters.")
    assert audit_shop.audited("unwanted") == []


def test_a_rule_that_is_switched_off_finds_nothing(rule: ScreeningRule) -> None:
    say(audit_shop.add("kettle", "blue", 101), "Made for babies.")
    ScreeningRule.objects.update(active=False)
    assert audit_shop.audited("unwanted") == []
    assert not Finding.objects.exists()
