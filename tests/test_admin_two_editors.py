"""A page of admin that was opened a while ago saves what was changed in it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.admin.in_turn import InTurnAdmin
from catalog.models import (
    Attribute,
    AttributeValue,
    Category,
    Product,
    Source,
    Translation,
    Variant,
)
from search.admin.read_only import ReadOnly
from search.models import JudgementSet, SettingsVersion
from tests import cast
from tests.cast import Shop

pytestmark = pytest.mark.django_db
REFUSED = "Somebody else has saved this meanwhile."


class Sent(HTMLParser):
    """What a browser sends of a page where nothing was touched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, Any] = {}
        self.area = self.chosen = ""
        self.feed(page)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in pairs}
        kind = given.get("type", "text")
        if tag == "textarea":
            self.area = given["name"]
            self.fields[self.area] = ""
        elif tag == "select":
            self.chosen = given.get("name", "")
        elif tag == "option" and "selected" in given and self.chosen:
            self.fields.setdefault(self.chosen, []).append(given["value"])
        elif tag == "input" and given.get("name") and kind not in ("submit", "file"):
            box = kind in ("checkbox", "radio")
            if (not box or "checked" in given) and "__prefix__" not in given["name"]:
                self.fields[given["name"]] = given.get("value", "on" if box else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = ""
        elif tag == "select":
            self.chosen = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.fields[self.area] += data


def change(thing: Any) -> str:
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change"
    return reverse(name, args=[thing.pk])


def shown(client: Client, page: str) -> dict[str, Any]:
    fields = Sent(client.get(page).content.decode()).fields
    return {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in fields.items()
        if name not in ("action", "q", "next", "language")
    }


def named(fields: dict[str, Any], ending: str) -> str:
    return next(name for name in fields if name.endswith(ending) and "initial" not in name)


def test_what_a_feed_brings_while_a_product_is_open_stays(admin_client: Client, shop: Shop) -> None:
    mug = shop.mug
    Product.objects.filter(pk=mug.pk).update(title="Mug", attributes={"Watt": "5 W"})
    first, second = (
        mug.variants.get(),
        Variant.objects.create(
            product=mug, sku="MUG-2", price=3, position=9, options={"RAM": "8 GB"}
        ),
    )
    Translation.objects.create(product=mug, language="fr", title="Tasse", description="a\nb")
    fields = shown(admin_client, change(mug))

    mug.variants.update(stock=77, price="3.20")  # by a feed
    Product.objects.filter(pk=mug.pk).update(title="Blue mug", active=False, rating="4.5")
    Product.objects.filter(pk=mug.pk).update(attributes={"Watt": "7 W"}, description="New.")
    fields |= {"gender": "unisex", named(fields, "variants-1-size"): "XL"}
    saved = admin_client.post(change(mug), fields)

    assert saved.status_code == 302, saved.context["errors"]
    mug.refresh_from_db()
    assert (mug.gender, mug.title, mug.active, mug.rating) == ("unisex", "Blue mug", False, 4.5)
    assert (mug.attributes, mug.description) == ({"Watt": "7 W"}, "New.")
    for each in (first, second):
        each.refresh_from_db()
        assert (each.stock, str(each.price)) == (77, "3.20")
    assert (first.size, second.size, second.options) == ("", "XL", {"RAM": "8 GB"})


def test_two_who_change_the_same_are_told(admin_client: Client, shop: Shop) -> None:
    fields = shown(admin_client, change(shop.mug))
    Product.objects.filter(pk=shop.mug.pk).update(title="Blue mug")
    shop.mug.variants.update(stock=77)

    for name, value in (("title", "Mug"), (named(fields, "-0-stock"), "5")):
        refused = admin_client.post(change(shop.mug), fields | {name: value})
        assert REFUSED in refused.content.decode()
        again = Sent(refused.content.decode()).fields  # as whoever presses Save once more
        assert admin_client.post(change(shop.mug), again).status_code == 200

    same = fields | {"title": "Blue mug", named(fields, "-0-stock"): "77"}
    assert admin_client.post(change(shop.mug), same).status_code == 302
    shop.mug.refresh_from_db()
    assert (shop.mug.title, shop.mug.variants.get().stock) == ("Blue mug", 77)


def test_lines_and_blanks_that_browsers_write_otherwise_are_no_change(
    admin_client: Client, shop: Shop
) -> None:
    text = {"description": "one\ntwo", "attributes": {"A": ["x", "y"], "B": "1"}}
    Product.objects.filter(pk=shop.mug.pk).update(title="Mug ", **text)
    fields = shown(admin_client, change(shop.mug)) | {"tags": "gift"}
    assert admin_client.post(change(shop.mug), fields).status_code == 302
    assert Product.objects.filter(pk=shop.mug.pk, title="Mug", tags=["gift"], **text).exists()


def test_emptied_fields_are_emptied(admin_client: Client, shop: Shop) -> None:
    fields = shown(admin_client, change(shop.sneaker))
    emptied = {"brand": "", "attributes": "", "also_in": [], named(fields, "-0-stock"): ""}
    assert admin_client.post(change(shop.sneaker), fields | emptied).status_code == 302
    shop.sneaker.refresh_from_db()
    assert (shop.sneaker.brand, shop.sneaker.attributes) == (None, {})
    assert shop.sneaker.variants.order_by("position", "pk").first().stock is None


def things() -> list[tuple[Any, dict[str, Any], dict[str, Any]]]:
    """Of each model: a row, what one person changes of it, and what another one."""
    kind = cast.product("Pot", attributes={"capacity": "2"}) and Attribute.objects.get(
        code="capacity"
    )
    draft = SettingsVersion.objects.create(name="Draft", values={"cutoff": {"floor": 0.1}})
    return [
        (Category.objects.create(name="Lamps"), {"names": {"de": "Lampen"}}, {"name": "Lights"}),
        (kind, {"unit": "l"}, {"position": 9}),
        (AttributeValue.objects.create(attribute=kind, text="3"), {"text": "4"}, {"names": {}}),
        (Source.objects.create(name="erp"), {"address": "https://x.example/a"}, {"every": 0}),
        (JudgementSet.objects.create(name="Winter"), {"floor": 0.5}, {"note": "ours"}),
        (draft, {"values": {"cutoff": {"floor": 0.2}}}, {"note": "ours"}),
    ]


@pytest.mark.parametrize("number", range(6))
def test_nobody_undoes_what_another_has_saved(admin_client: Client, number: int) -> None:
    thing, theirs, ours = things()[number]
    fields = shown(admin_client, change(thing))
    type(thing).objects.filter(pk=thing.pk).update(**theirs)
    posted = {name: str(value) for name, value in ours.items() if value != {}}
    saved = admin_client.post(change(thing), fields | posted)
    assert saved.status_code == 302, saved.context["errors"]
    assert type(thing).objects.filter(pk=thing.pk, **theirs).exists()


def test_the_list_of_attributes_saves_what_was_changed_in_it(admin_client: Client) -> None:
    for name in ("Watt", "Heel"):
        Attribute.objects.create(name=name, code=name.lower(), kind="choice", position=90)
    page = reverse("admin:catalog_attribute_changelist")
    fields = shown(admin_client, page)
    order = list(Attribute.objects.order_by("position", "name").values_list("code", flat=True))
    Attribute.objects.filter(code="watt").update(kind="number", unit="W")
    own = f"form-{order.index('heel')}-position"
    assert admin_client.post(page, fields | {own: "95", "_save": "Save"}).status_code == 302
    found = Attribute.objects.filter(code__in=("watt", "heel")).order_by("code")
    assert list(found.values_list("kind", "unit", "position")) == [
        ("choice", "", 95), ("number", "W", 90),
    ]  # fmt: skip


def test_a_product_of_many_variants_is_saved(admin_client: Client, shop: Shop) -> None:
    """Django takes 1,000 fields of a form unless told otherwise."""
    skus = [f"MUG-{number}" for number in range(300)]
    Variant.objects.bulk_create(Variant(product=shop.mug, sku=sku, price=3) for sku in skus)
    fields = shown(admin_client, change(shop.mug)) | {"title": "Mug"}
    assert admin_client.post(change(shop.mug), fields).status_code == 302


def alters(monkeypatch: pytest.MonkeyPatch, other: Callable[[], Any]) -> None:
    """Another is done just before this form's turn, after its row was read for the first time."""

    def turn(self: Any, keys: Any, database: str) -> None:
        monkeypatch.undo()
        other()

    monkeypatch.setattr(InTurnAdmin, "wait_for", turn)


def test_two_who_save_at_once_are_compared_one_after_the_other(
    admin_client: Client, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    mug, variants = Product.objects.filter(pk=shop.mug.pk), shop.mug.variants
    fields = shown(admin_client, change(shop.mug))

    alters(monkeypatch, lambda: (mug.update(gender="men"), variants.update(stock=77)))
    saved = admin_client.post(change(shop.mug), fields | {"material": "clay"})
    assert saved.status_code == 302
    assert mug.filter(gender="men", material="clay", variants__stock=77).exists()

    alters(monkeypatch, lambda: mug.update(title="Blue mug"))
    refused = admin_client.post(change(shop.mug), fields | {"title": "Red mug"})
    assert REFUSED in refused.content.decode()


def test_two_who_save_rows_of_one_list_at_once_are_compared_one_after_the_other(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    heel = Attribute.objects.create(name="Heel", code="heel", kind="choice", position=90)
    rows, page = Attribute.objects.filter(pk=heel.pk), reverse("admin:catalog_attribute_changelist")
    fields = shown(admin_client, page) | {"_save": "Save"}
    own = f"form-{Attribute.objects.filter(position__lt=90).count()}"
    assert fields[f"{own}-id"] == str(heel.pk)

    alters(monkeypatch, lambda: rows.update(kind="number", unit="cm"))
    assert admin_client.post(page, fields | {f"{own}-position": "95"}).status_code == 302
    assert rows.filter(kind="number", unit="cm", position=95).exists()

    alters(monkeypatch, lambda: rows.update(position=97))
    refused = admin_client.post(page, fields | {f"{own}-position": "96"})
    assert REFUSED in refused.content.decode()


def test_what_is_deleted_just_then_is_said_to_be_gone(
    admin_client: Client, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = shown(admin_client, change(shop.mug))
    alters(monkeypatch, Product.objects.filter(pk=shop.mug.pk).delete)
    gone = admin_client.post(change(shop.mug), fields | {"title": "Red mug"}, follow=True)
    assert "Perhaps it was deleted?" in gone.content.decode()


GONE = "Somebody else has deleted this meanwhile."


@pytest.mark.parametrize(
    ("rows", "field"), [("variants", "size"), ("images", "alt"), ("translations", "title")]
)
def test_a_row_within_a_form_that_another_deletes(
    admin_client: Client, shop: Shop, rows: str, field: str
) -> None:
    """As a feed does that leaves out a variant: what was typed elsewhere is saved."""
    fields = shown(admin_client, change(shop.mug))
    getattr(shop.mug, rows).order_by("pk")[0].delete()
    left = list(getattr(shop.mug, rows).values_list("pk", flat=True))
    own = {f"{rows}-0-{field}": "XL"}
    refused = admin_client.post(change(shop.mug), fields | own | {"gender": "men"})
    assert GONE in refused.content.decode()
    again = Sent(refused.content.decode()).fields
    assert fields.keys() - again.keys() <= {"_save"}  # each row, the one that is gone as well

    saved = admin_client.post(change(shop.mug), fields | {"gender": "men"})
    assert saved.status_code == 302, saved.context["errors"]
    given_up = fields | own | {f"{rows}-0-DELETE": "on", "material": "clay"}
    saved = admin_client.post(change(shop.mug), given_up)
    assert saved.status_code == 302, saved.context["errors"]
    assert list(getattr(shop.mug, rows).values_list("pk", flat=True)) == left
    assert Product.objects.filter(pk=shop.mug.pk, material="clay").exists()


def test_a_list_is_shown_again_as_it_was_sent(admin_client: Client) -> None:
    """Whatever others have deleted and moved meanwhile, each row has its own name beside it."""
    for position, name in enumerate(("Heel", "Watt", "Yarn"), 90):
        Attribute.objects.create(name=name, code=name.lower(), kind="choice", position=position)
    page = reverse("admin:catalog_attribute_changelist")
    fields = shown(admin_client, page) | {"_save": "Save"}
    first = Attribute.objects.filter(position__lt=90).count()
    Attribute.objects.filter(code="heel").delete()
    Attribute.objects.filter(code="yarn").update(position=1)
    changed = {f"form-{first + 1}-position": "95"}
    wrong = admin_client.post(page, fields | changed | {f"form-{first}-position": "3"})
    assert GONE in wrong.content.decode()
    names = [row.name for row in wrong.context["cl"].result_list]
    assert names[first:] == ["", "Watt", "Yarn"]
    assert admin_client.post(page, fields | changed).status_code == 302
    assert Attribute.objects.filter(code="watt", position=95).exists()


def test_a_form_waits_for_its_row_and_a_page_does_not(admin_client: Client, shop: Shop) -> None:
    with CaptureQueriesContext(connection) as said:
        fields = shown(admin_client, change(shop.mug))
        assert not [each for each in said if "FOR NO KEY UPDATE" in each["sql"]]
        admin_client.post(change(shop.mug), fields | {"title": "Red mug"})
    locks = [each["sql"] for each in said if "FOR NO KEY UPDATE" in each["sql"]]
    assert len(locks) == 1
    assert "catalog_product" in locks[0]


def test_rows_of_a_list_wait_as_well(admin_client: Client) -> None:
    page = reverse("admin:catalog_attribute_changelist")
    with CaptureQueriesContext(connection) as said:
        fields = shown(admin_client, page)
        admin_client.post(page, fields | {"form-0-position": "77", "_save": "Save"})
    [lock] = [each["sql"] for each in said if "FOR NO KEY UPDATE" in each["sql"]]
    assert "catalog_attribute" in lock


def test_every_form_of_ours_waits_for_its_turn() -> None:
    for model, each in admin.site._registry.items():
        if model._meta.app_label != "auth" and not isinstance(each, ReadOnly):
            assert isinstance(each, InTurnAdmin), model
