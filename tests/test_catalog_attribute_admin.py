"""People who run the shop set attributes right in admin, and say what products have of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from catalog.models import Attribute, Product
from tests.cast import Shop, oak_chair, product
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


NAMED = [("attribute", "code"), ("attributevalue", "token"), ("category", "path")]


@pytest.mark.parametrize(("model", "field"), NAMED)
@pytest.mark.parametrize("said", ["", "null", "[]", "{}"])
def test_no_names_in_other_languages_are_none(
    admin_client: Client, shop: Shop, model: str, field: str, said: str
) -> None:
    row = apps.get_model("catalog", model).objects.order_by(field)[0]
    row.names = {"de": "Anders"}
    row.save()
    assert sent(admin_client, row, names=said).status_code == 302
    row.refresh_from_db()
    assert row.names == {}


@pytest.mark.parametrize(("model", "field"), NAMED)
@pytest.mark.parametrize("said", ["[1]", '"Stiefel"', "7", '{"de": 5}', '{"de": null}'])
def test_names_that_are_none_are_refused(
    admin_client: Client, shop: Shop, model: str, field: str, said: str
) -> None:
    row = apps.get_model("catalog", model).objects.order_by(field)[0]
    answer = sent(admin_client, row, names=said)
    assert "Names are languages with a text each" in answer.content.decode()
    assert admin_client.get("/search/").status_code == 200


def sent(client: Client, row: Any, **changed: str) -> Any:
    """The answer to a form in which only these fields were changed."""
    address = f"/admin/catalog/{row._meta.model_name}/{row.pk}/change/"
    fields = client.get(address).context["adminform"].form
    values = {bound.html_name: bound.value() for bound in fields}
    said = {name: "" if value is None else value for name, value in values.items()}
    return client.post(address, said | changed)


def test_no_attributes_and_no_options_are_none(admin_client: Client) -> None:
    chair = oak_chair()
    form = form_of(admin_client, chair)
    changed = {name: "" for name in form if name == "attributes" or name.endswith("-options")}
    assert admin_client.post(f"{PRODUCTS}{chair.pk}/change/", form | changed).status_code == 302
    chair.refresh_from_db()
    assert chair.attributes == {}
    assert {str(each.options) for each in chair.variants.all()} == {"{}"}
