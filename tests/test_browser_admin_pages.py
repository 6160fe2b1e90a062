"""Every page of admin that Vitrine adds: fits any screen, and is without barriers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from catalog.models import ImportRun, PhotoAddress, Product, Source, Variant
from search.experiments import runs
from search.models import (
    ApiKey,
    AuditRun,
    Experiment,
    Finding,
    Interleaving,
    JudgementSet,
    LoggedSearch,
    ScreeningRule,
    SettingsVersion,
)
from tests import cast
from tests.browser import Visit
from tests.judged_shop import finished, judgement_set
from tests.search_log import fill_log
from tests.shop_rules import rule

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "A name that somebody has written out in full, so that it has no room on a phone"
OURS = ("catalog", "vitrine_search")
REPORTS = ("refined", "time", "photos", "latest")  # the others look like the first of all

PHONE, TABLET, DESKTOP = 360, 768, 1280  # pixels
CRITERIA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES: Any = {"type": "tag", "values": CRITERIA}
# What a rule finds in one scheme it finds in the other, but for those that look at colours.
OF_COLOURS: Any = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = (
    (PHONE, "light", OF_COLOURS),
    (PHONE, "dark", ALL_RULES),
    (TABLET, "dark", None),
    (DESKTOP, "dark", OF_COLOURS),
    (DESKTOP, "light", ALL_RULES),
)
# Beside each page stands the same list of all of them, which is looked at on the first page.
BARRIERS = """async (rules) => (await axe.run(
    {exclude: location.pathname === '/admin/' ? [] : ['#nav-sidebar']},
    {runOnly: rules, resultTypes: ['violations']}))
    .violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`)"""
# Pixels by which it is wider than its screen, and the share of the screen that the content has.
ROOM = """[document.documentElement.scrollWidth - innerWidth,
    document.querySelector('#content').getBoundingClientRect().width / innerWidth]"""


def measured(judged: JudgementSet) -> Experiment:
    """With a query that is won, one that is lost, and one that a gate asks for."""
    version = SettingsVersion.objects.create(name=WORDS, values={"weights": {"words": 0.1}})
    old, new = (finished(runs.begin(judged, settings=each)) for each in (None, version))
    for run, order in ((old, 1), (new, -1)):
        for ranking in run.rankings.all():
            ranking.products = ranking.products[::order]
            ranking.save()
    return Experiment.objects.create(name=WORDS, old=old, new=new)


def findings(shop: cast.Shop) -> None:
    photo = shop.sneaker.images.get()
    Finding.objects.create(
        kind="duplicate", product=shop.mug, other=shop.chair, score=0.97, fingerprint="1",
        proposal={"do": "hide", "value": shop.mug.pk},
    )  # fmt: skip
    Finding.objects.create(
        kind="alt", product=shop.sneaker, photo=photo, score=0.95, fingerprint="2",
        said={"reason": "file", "alt": "IMG_1.jpg"},
        proposal={"do": "set_alt", "value": "Red sneakers"},
    )  # fmt: skip
    AuditRun.objects.create(kinds=[*Finding.Kind.values], state="done", products=33, findings=2)
    ScreeningRule.objects.create(name=WORDS, words="leather", shows="animal")


def came_in(shop: cast.Shop) -> None:
    """Imports, photos that are to be fetched, keys, and what shoppers searched and found."""
    source = Source.objects.create(name=WORDS[:60])
    ImportRun.objects.create(source=source, state="done", finished=timezone.now())
    PhotoAddress.objects.create(
        product=shop.mug, address="https://example.com/mug.jpg", state="failed", reason=WORDS
    )
    ApiKey.objects.create(name=WORDS, digest="0" * 64)
    fill_log(30, days=1)
    LoggedSearch.objects.update(shown=list(Product.objects.values_list("pk", flat=True)))


@pytest.fixture
def pages(shop: cast.Shop, scarves: None, rf: Any, admin_user: User) -> list[str]:
    """The addresses of all of them, with something on each."""
    judged = judgement_set(WORDS)
    experiment = measured(judged)
    judged.floor = 0.5
    judged.save()
    findings(shop)
    came_in(shop)
    made = rule("synonym", synonyms="zorg, mugs", name=WORDS)
    Interleaving.objects.create(
        name=WORDS, first=0, second=experiment.new.settings_id, state="running",
        started=timezone.now(), first_votes=40, second_votes=31,
    )  # fmt: skip
    request = rf.get("/admin/")
    request.user = admin_user
    log = reverse("admin:vitrine_search_loggedsearch_changelist")
    return [
        "/admin/",
        *of_models(request),
        *(f"{log}?report={name}" for name in REPORTS),
        reverse("admin:vitrine_search_judgementset_grade", args=[judged.pk]),
        reverse("admin:vitrine_search_rule_history", args=[made.pk]),
        reverse("admin:catalog_product_searches", args=[shop.mug.pk]),
        reverse("admin:vitrine_search_encoderversion_installation"),
    ]


def of_models(request: Any) -> Iterator[str]:
    """List, form and one row of each model."""
    for model, page in admin.site._registry.items():
        if model._meta.app_label not in OURS:
            continue
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        yield reverse(f"{name}_change", args=[model._default_manager.order_by("-pk")[0].pk])
        if page.has_add_permission(request):
            yield reverse(f"{name}_add")


# Fields that are too narrow for the short value in them: a price, a size, a colour.
CUT = """() => [...document.querySelectorAll("input[type=text], input[type=number]")]
  .filter((field) => field.offsetParent && field.value.length < 9)
  .filter((field) => field.scrollWidth > field.clientWidth).map((field) => field.name)"""


def sign_in(open_shop: Visit, user: User) -> Page:
    client = Client()
    client.force_login(user)
    page = open_shop("/")
    page.set_default_timeout(60_000)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": page.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    return page


def faults(page: Page) -> Iterator[str]:
    page.evaluate(Axe().axe_script)
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.evaluate("document.getAnimations().forEach(each => each.finish())")
        too_wide, share = page.evaluate(ROOM)
        if too_wide > 0 or share < 0.5:
            yield f"{width} px: {too_wide} px too wide, the content has {share:.0%}"
        yield from (f"{width} px: {name} shows its value in part" for name in page.evaluate(CUT))
        if rules:
            yield from (f"{width} px, {scheme}: {each}" for each in page.evaluate(BARRIERS, rules))


def test_no_page_has_a_barrier_or_is_wider_than_its_screen(
    open_shop: Visit, pages: list[str], admin_user: User
) -> None:
    page = sign_in(open_shop, admin_user)
    wrong = []
    for address in pages:
        page.goto(address)
        wrong += [f"{address} {each}" for each in faults(page)]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
def test_a_list_of_products_shows_all_its_columns(
    open_shop: Visit, shop: cast.Shop, admin_user: User, language: str
) -> None:
    """With a range of prices and something sold out, which take most room."""
    Variant.objects.filter(sku="SNEAKER-RED-42").update(price="1290.00")
    Variant.objects.filter(product=shop.mug).update(stock=0)
    page = sign_in(open_shop, admin_user)
    page.context.set_extra_http_headers({"Accept-Language": language})
    page.set_viewport_size({"width": DESKTOP, "height": 800})
    page.goto(reverse("admin:catalog_product_changelist"))
    box = "box => box.scrollWidth - box.clientWidth"
    assert page.locator("#changelist .results").evaluate(box) <= 0
