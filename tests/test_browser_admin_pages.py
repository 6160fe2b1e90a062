"""Every page of admin that the shop's people work on: fits any screen, and is without barriers."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from search.experiments import runs
from search.models import (
    AuditRun,
    EncoderVersion,
    Experiment,
    Finding,
    Interleaving,
    JudgementSet,
    ScreeningRule,
    SettingsVersion,
)
from tests import cast
from tests.browser import DESKTOP, PHONE, Visit
from tests.judged_shop import finished, judgement_set
from tests.shop_rules import rule

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WORDS = "A name that somebody has written out in full, so that it has no room on a phone"


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


@pytest.fixture
def pages(shop: cast.Shop, scarves: None) -> list[str]:
    """The addresses of all of them, with something on each."""
    judged = judgement_set(WORDS)
    experiment = measured(judged)
    judged.floor = 0.5
    judged.save()
    findings(shop)
    made = rule("synonym", synonyms="zorg, mugs", name=WORDS)
    contest = Interleaving.objects.create(
        name=WORDS, first=0, second=experiment.new.settings_id, state="running",
        started=timezone.now(), first_votes=40, second_votes=31,
    )  # fmt: skip
    encoder = EncoderVersion.objects.get()
    query = judged.queries.get(text="blue wool scarf")
    models = (
        *("judgementset", "judgedquery", "evaluationrun", "experiment", "settingsversion"),
        *("rule", "finding", "auditrun", "screeningrule", "encoderversion", "interleaving"),
    )
    at = "/admin/vitrine_search"
    added = [name for name in models if name not in ("finding", "auditrun")]
    return [
        *(f"{at}/{name}/" for name in models),
        *(f"{at}/{name}/add/" for name in added),
        *(f"{at}/judgementset/{judged.pk}/{what}/" for what in ("change", "grade")),
        f"{at}/judgedquery/{query.pk}/change/",
        f"{at}/evaluationrun/{experiment.old_id}/change/",
        f"{at}/experiment/{experiment.pk}/change/",
        f"{at}/settingsversion/{experiment.new.settings_id}/change/",
        *(f"{at}/rule/{made.pk}/{what}/" for what in ("change", "history")),
        f"{at}/encoderversion/{encoder.pk}/change/",
        f"{at}/interleaving/{contest.pk}/change/",
        f"/admin/catalog/product/{shop.mug.pk}/searches/",
    ]


def sign_in(open_shop: Visit, look: dict[str, object]) -> Page:
    client = Client()
    client.force_login(User.objects.create_superuser("keeper"))
    page = open_shop("/", **look)
    page.set_default_timeout(60_000)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": page.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than its screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize(
    ("look", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
def test_no_page_has_a_barrier_or_is_wider_than_its_screen(
    open_shop: Visit, pages: list[str], look: dict[str, object], scheme: str
) -> None:
    page = sign_in(open_shop, {**look, "color_scheme": scheme})
    wrong = []
    for address in pages:
        page.goto(address)
        wrong += [f"{address} {each}" for each in violations(page)]
        wrong += [f"{address} is {more} px too wide" for more in [overflow(page)] if more > 1]
    assert wrong == [], "\n".join(wrong)
