"""What accepting a finding does to the catalogue, and who may do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.db.models import Model
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse

from catalog import attributes
from catalog.models import Product, ProductImage, Variant
from search.models import Finding
from tests import cast

pytestmark = pytest.mark.django_db

QUEUE = reverse("admin:vitrine_search_finding_changelist")
Fields = dict[str, Any]


def finding(product: Product, kind: str, proposal: Fields, **fields: Any) -> Finding:
    said = {"says": "red", "looks": "blue", "reason": "missing", "field": "material"}
    said |= {"rule": "Any", "words": "any"}
    number = Finding.objects.count()
    return Finding.objects.create(
        product=product, kind=kind, score=0.9, said=said, proposal=proposal,
        fingerprint=str(number), **fields,
    )  # fmt: skip


def person(*permissions: str) -> User:
    user = User.objects.create_user("-".join(permissions) or "nobody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


@pytest.fixture
def reviewer(client: Client) -> Client:
    client.force_login(person("view_finding", "decide_finding"))
    return client


def accept(client: Client, chosen: Finding, value: str | None = None) -> Finding:
    form = {"accept": chosen.pk}
    if value is not None:
        form[f"value-{chosen.pk}"] = value
    client.post(QUEUE, form)
    chosen.refresh_from_db()
    return chosen


def test_a_colour_is_set_where_the_wrong_one_stood(reviewer: Client) -> None:
    sneaker = cast.red_sneaker()
    proposal = {"do": "set_color", "from": "red", "value": "blue"}
    done = accept(reviewer, finding(sneaker, "color", proposal))
    assert set(sneaker.variants.values_list("color", flat=True)) == {"blue"}
    assert (done.state, done.who.username) == ("accepted", "view_finding-decide_finding")


def test_a_changed_value_is_what_is_applied(reviewer: Client) -> None:
    sneaker = cast.red_sneaker()
    photo = sneaker.images.get()
    found = finding(sneaker, "alt", {"do": "set_alt", "value": "Red shoes"}, photo=photo)
    done = accept(reviewer, found, "Red canvas sneaker on white")
    photo.refresh_from_db()
    assert (photo.alt, done.state) == ("Red canvas sneaker on white", "changed")


@pytest.mark.parametrize("sku", ["", "MUG-BLUE"])
def test_a_wrong_photo_is_removed_or_moved(reviewer: Client, sku: str) -> None:
    sneaker, mug = cast.red_sneaker(), cast.blue_mug()
    proposal = {"do": "remove_photo", "value": ""}
    accept(reviewer, finding(sneaker, "photo", proposal, photo=sneaker.images.get()), sku)
    assert not sneaker.images.exists()
    assert mug.images.count() == (3 if sku else 2)


def test_either_of_two_listings_is_hidden(reviewer: Client) -> None:
    sneaker, mug = cast.red_sneaker(), cast.blue_mug()
    proposal = {"do": "hide", "value": sneaker.pk}
    accept(reviewer, finding(sneaker, "duplicate", proposal, other=mug), str(mug.pk))
    assert list(Product.objects.active()) == [sneaker]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("category", "Kitchen > Mugs", lambda chair: chair.category.path),
        ("material", "beech", lambda chair: chair.material),
        ("color", "brown", lambda chair: chair.variants.get().color),
        ("season", "winter", lambda chair: chair.attributes["season"]),
    ],
)
def test_a_missing_fact_is_filled_in(reviewer: Client, field: str, value: str, told: Any) -> None:
    chair = cast.oak_chair()
    cast.blue_mug(), cast.red_sneaker()
    attributes.learn_all()
    proposal = {"do": "set_fact", "field": field, "value": value}
    accept(reviewer, finding(chair, "missing", proposal))
    chair.refresh_from_db()
    assert told(chair) == value


FED: dict[type[Model], Fields] = {
    Product: {"description": "Fed", "currency": "USD"},
    Variant: {"stock": 77, "price": 3},
    ProductImage: {"position": 9},
}


@pytest.fixture
def feed() -> Iterator[None]:
    """Changes a row right before it is saved, after it was read."""

    def change(sender: type[Model], instance: Any, **_named: object) -> None:
        sender._default_manager.filter(pk=instance.pk).update(**FED[sender])

    for model in FED:
        pre_save.connect(change, sender=model)
    yield
    for model in FED:
        pre_save.disconnect(change, sender=model)


@pytest.mark.parametrize(
    ("proposal", "value", "model"),
    [
        ({"do": "set_color", "from": "red"}, "blue", Variant),
        ({"do": "set_color", "from": "red"}, "blue", ProductImage),
        ({"do": "set_title"}, "Blue sneaker", Product),
        ({"do": "set_alt"}, "A red canvas sneaker", ProductImage),
        ({"do": "hide"}, "", Product),
        ({"do": "set_fact", "field": "category"}, "Kitchen > Mugs", Product),
        ({"do": "set_fact", "field": "gender"}, "women", Product),
        ({"do": "set_fact", "field": "season"}, "winter", Product),
    ],
)
def test_what_a_feed_changed_since_is_not_written_back(
    reviewer: Client, feed: None, proposal: Fields, value: str, model: type[Model]
) -> None:
    cast.blue_mug()
    sneaker = cast.red_sneaker()
    sneaker.images.update(color="red")
    attributes.learn_all()
    value = value or str(sneaker.pk)
    found = finding(sneaker, "color", {**proposal, "value": value}, photo=sneaker.images.first())
    assert accept(reviewer, found).state == "accepted"
    of = {"pk": sneaker.pk} if model is Product else {"product": sneaker}
    rows = list(model._default_manager.filter(**of).values(*FED[model]))
    assert rows == [FED[model]] * len(rows)
    assert rows


@pytest.mark.parametrize(
    ("proposal", "value"),
    [
        ({"do": "set_fact", "field": "category", "value": "Kitchen"}, "No > Such"),
        ({"do": "remove_photo", "value": ""}, "NO-SUCH-SKU"),
        ({"do": "hide", "value": 0}, "0"),
        ({"do": "set_alt", "value": "x"}, "x" * 301),
        ({"do": "set_color", "from": "red", "value": "blue"}, " "),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_all_as_it_was(
    reviewer: Client, proposal: Fields, value: str
) -> None:
    sneaker = cast.red_sneaker()
    found = finding(sneaker, "color", proposal, photo=sneaker.images.get())
    reply = reviewer.post(QUEUE, {"accept": found.pk, f"value-{found.pk}": value}, follow=True)
    assert reply.status_code == 200
    assert len(reply.context["messages"]) == 1
    found.refresh_from_db()
    assert found.state == "open"
    assert set(sneaker.variants.values_list("color", flat=True)) == {"red"}


def test_many_are_decided_at_once_and_every_decision_is_in_the_log(reviewer: Client) -> None:
    sneaker = cast.red_sneaker()
    found = [finding(sneaker, "photo", {"do": "remove_photo", "value": ""}) for _ in range(3)]
    reviewer.post(QUEUE, {"reject": "marked", "marked": [each.pk for each in found[:2]]})
    states = Finding.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["rejected", "rejected", "open"]
    assert LogEntry.objects.filter(content_type__model="finding").count() == 2


def test_an_accepted_finding_is_in_the_log_of_the_product(reviewer: Client) -> None:
    sneaker = cast.red_sneaker()
    accept(reviewer, finding(sneaker, "color", {"do": "set_color", "from": "red", "value": "blue"}))
    entry = LogEntry.objects.get(content_type__model="product")
    assert (entry.object_id, str(entry.change_message)) == (
        str(sneaker.pk),
        "Audit: Colour is now blue.",
    )


@pytest.mark.parametrize(
    ("permissions", "sees", "decides"),
    [
        (("view_product", "change_product"), 403, 403),
        (("view_finding",), 200, 403),
        (("view_finding", "decide_finding"), 200, 302),
    ],
)
def test_each_permission_opens_its_own_door(
    client: Client, permissions: tuple[str, ...], sees: int, decides: int
) -> None:
    found = finding(cast.red_sneaker(), "photo", {"do": "remove_photo", "value": ""})
    client.force_login(person(*permissions))
    page = client.get(QUEUE)
    assert page.status_code == sees
    assert client.post(QUEUE, {"reject": found.pk}).status_code == decides
    if sees == 200:
        assert ("Accept" in page.content.decode()) == (decides == 302)


def test_only_who_may_begin_an_audit_begins_one(client: Client) -> None:
    start = reverse("admin:vitrine_search_auditrun_start")
    client.force_login(person("view_auditrun"))
    assert client.post(start).status_code == 403
    client.force_login(person("view_auditrun", "add_auditrun"))
    assert client.post(start, {"kind": ["alt"]}).status_code == 302
