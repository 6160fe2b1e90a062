"""People who run the shop set attributes right in admin, and say what products have of them."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Attribute, Product
from tests.cast import oak_chair, product
from tests.test_catalog_admin import PRODUCTS, form_of

pytestmark = pytest.mark.django_db


def test_a_new_type_and_unit_are_set_in_the_list(admin_client: Client) -> None:
    product("Pot", attributes={"capacity": "2"})
    rows = list(Attribute.objects.order_by("position", "name"))
    data = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "Save"}
    for number, row in enumerate(rows):
        own = row.code == "capacity"
        data |= {
            f"form-{number}-id": row.pk,
            f"form-{number}-kind": "number" if own else row.kind,
            f"form-{number}-unit": "Liter" if own else "",
            f"form-{number}-position": row.position,
            **({f"form-{number}-facet": "on"} if row.facet else {}),
            **({f"form-{number}-in_text": "on"} if row.in_text else {}),
        }

    reply = admin_client.post("/admin/catalog/attribute/", data)

    assert reply.status_code == 302
    changed = Attribute.objects.get(code="capacity")
    assert (changed.kind, changed.unit, changed.values.get().number) == ("number", "l", 2000)


def test_a_built_in_attribute_cannot_be_deleted(admin_client: Client) -> None:
    color = Attribute.objects.get(code="color")

    reply = admin_client.post(f"/admin/catalog/attribute/{color.pk}/delete/", {"post": "yes"})

    assert reply.status_code == 403


def test_several_values_numbers_and_flags_are_written_in_lines(admin_client: Client) -> None:
    chair = oak_chair()
    product("Other", attributes={"Foldable": True, "Load": "80 kg"})
    said = "Climate: Cool | Windy\nfoldable: no\nLoad: 100kg"

    reply = admin_client.post(
        f"{PRODUCTS}{chair.pk}/change/", form_of(admin_client, chair) | {"attributes": said}
    )

    assert reply.status_code == 302
    saved = Product.objects.get(pk=chair.pk).attributes
    assert saved == {"Climate": ["Cool", "Windy"], "foldable": False, "Load": "100 kg"}


def test_a_description_in_html_stays_as_it_was_written(admin_client: Client) -> None:
    chair = oak_chair()
    written = {"description": "<p>Solid <b>oak</b>.</p>"}

    admin_client.post(f"{PRODUCTS}{chair.pk}/change/", form_of(admin_client, chair) | written)

    saved = Product.objects.get(pk=chair.pk)
    assert (saved.description, saved.description_html) == ("Solid oak.", "<p>Solid <b>oak</b>.</p>")
    assert form_of(admin_client, saved)["description"] == "<p>Solid <b>oak</b>.</p>"
