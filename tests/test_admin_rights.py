"""Rights for the catalogue alone: whoever has them sees and can do that, on every page of admin."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import URLPattern

from catalog.models import Product
from search.models import EncoderVersion, Finding, Interleaving, JudgementSet, SettingsVersion
from tests import cast
from tests.judged_shop import judgement_set
from tests.search_log import fill_log
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client: Client) -> Client:
    """Who may do everything with the catalogue, and nothing else."""
    user = User.objects.create_user("keeper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="catalog"))
    client.force_login(user)
    return client


@pytest.fixture
def busy(shop: cast.Shop) -> None:
    """Something on every page, each as number 1 and on."""
    judged = judgement_set()
    version = SettingsVersion.objects.create(name="tried")
    Interleaving.objects.create(name="contest", first=0, second=version.pk)
    rule("synonym", synonyms="zorg, mugs")
    Finding.objects.create(
        kind="alt", product=shop.mug, score=0.9, fingerprint="1", said={"reason": "missing"},
        proposal={"do": "set_alt", "value": "A mug"},
    )  # fmt: skip
    fill_log(50, days=1)
    assert judged.queries.exists()


def addresses() -> list[str]:
    """Every address below /admin/vitrine_search/, with the key of a first row in it."""
    found = []
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label != "vitrine_search":
            continue
        key = model._default_manager.order_by("pk").values_list("pk", flat=True).first() or 1
        for pattern in model_admin.urls:
            if isinstance(pattern, URLPattern):
                said = re.sub(r"<slug:name>", "promote", str(pattern.pattern))
                said = re.sub(r"<str:what>", "start", said)
                said = re.sub(r"<[^>]+>", str(key), said)
                found.append(f"/admin/vitrine_search/{model._meta.model_name}/{said}")
    return [each for each in found if not each.endswith("/1/") or "history" in each]


def test_no_page_of_the_search_opens_and_no_button_does_anything(
    keeper: Client, busy: None
) -> None:
    assert len(addresses()) > 60
    live = EncoderVersion.objects.get(state="live")
    for address in addresses():
        for reply in (keeper.get(address), keeper.post(address, {"accept": "1", "_save": "1"})):
            assert reply.status_code in (302, 403, 404, 405), (address, reply.status_code)
            if reply.status_code == 302:  # Django's own page of a row that is not there
                assert "/change/" in reply["Location"] or reply["Location"] == "/admin/", address
    assert not LogEntry.objects.exists()
    assert EncoderVersion.objects.get(state="live") == live
    assert Finding.objects.get().state == "open"
    assert JudgementSet.objects.count() == 1


def test_what_is_sold_can_be_changed_and_the_front_page_leads_nowhere_else(
    keeper: Client, busy: None, shop: cast.Shop
) -> None:
    assert keeper.get(f"/admin/catalog/product/{shop.mug.pk}/change/").status_code == 200
    assert keeper.get(f"/admin/catalog/product/{shop.mug.pk}/searches/").status_code == 200
    chosen = {"action": "hide", "_selected_action": shop.mug.pk}
    keeper.post("/admin/catalog/product/", chosen)
    assert not Product.objects.get(pk=shop.mug.pk).active
    links = re.findall(r'href="(/admin/[^"]*)"', keeper.get("/admin/").content.decode())
    assert {link for link in links if "vitrine_search" in link} == set()
    results = keeper.get("/search/", {"q": "sneaker"}).content.decode()
    assert "Why here" in results
    assert re.findall(r'href="/admin/vitrine_search[^"]*"', results) == []
