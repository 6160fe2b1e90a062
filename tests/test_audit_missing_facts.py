"""The audit proposes what is missing where the kin of a product have it."""

from __future__ import annotations

import pytest

from catalog.models import Product
from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def test_nothing_is_missing_where_all_is_told() -> None:
    assert audit_shop.audited("missing") == []


def test_category_colour_and_material_are_proposed() -> None:
    mug = audit_shop.add("mug", "red", 101)
    Product.objects.filter(pk=mug.pk).update(category=None)
    chair = audit_shop.add("chair", "green", 102, said="")
    lamp = audit_shop.add("lamp", "blue", 103)
    Product.objects.filter(pk=lamp.pk).update(material="")
    found = {
        (finding.product_id, finding.proposal["field"]): finding.proposal["value"]
        for finding in audit_shop.audited("missing")
    }
    assert found == {
        (mug.pk, "category"): "Things > Mugs",
        (chair.pk, "color"): "green",
        (lamp.pk, "material"): "metal",
    }


def test_what_the_kin_do_not_say_either_is_not_missed() -> None:
    Product.objects.filter(category__name="Mugs").update(material="")
    assert audit_shop.audited("missing") == []
