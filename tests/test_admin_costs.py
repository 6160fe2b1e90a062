"""No list in admin asks the database more where it shows more rows.

None reads a vector, nor the long reports of imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalog.models import ImportRun, Source
from search.models import (
    AuditRun,
    EvaluationRun,
    Experiment,
    Finding,
    Interleaving,
    JudgedQuery,
    JudgementSet,
    Rule,
    ScreeningRule,
    SettingsVersion,
)
from tests import cast
from tests.search_log import fill_log

pytestmark = pytest.mark.django_db

FEW, MANY = 2, 9


def add(first: int, last: int) -> None:
    """Of everything that has a page, numbered from `first` to `last`."""
    ended = timezone.now() - timedelta(days=1)
    for n in range(first, last):
        product = cast.product(f"Lamp {n}", f"Lamps > Lamps {n}", f"Maker {n}")
        judged = JudgementSet.objects.create(name=f"set {n}")
        JudgedQuery.objects.create(judgements=judged, text=f"lamp {n}")
        version = SettingsVersion.objects.create(name=f"version {n}")
        old, new = (
            EvaluationRun.objects.create(judgements=judged, settings=version) for _ in range(2)
        )
        Experiment.objects.create(name=f"experiment {n}", old=old, new=new)
        Interleaving.objects.create(
            name=f"contest {n}", first=0, second=version.pk, state="ended",
            started=ended, ended=ended, counted_to=timezone.now().date(),
        )  # fmt: skip
        Rule.objects.create(name=f"rule {n}", act="pin", when="query", words=f"lamp {n}")
        ScreeningRule.objects.create(name=f"screen {n}", words="lamp", shows="lamp")
        AuditRun.objects.create(kinds=["alt"], state="done")
        Finding.objects.create(
            kind="alt", product=product, score=0.9, fingerprint=f"{n}",
            said={"reason": "missing"}, proposal={"do": "set_alt", "value": "A lamp"},
        )  # fmt: skip
        ImportRun.objects.create(source=Source.objects.create(name=f"source {n}"))


def lists() -> Iterator[str]:
    for model in admin.site._registry:
        yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def statements(client: Client) -> dict[str, list[str]]:
    found = {}
    for address in lists():
        client.get(address)  # the first look at a page may load what every process keeps
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        found[address] = [each["sql"] for each in queries]
    return found


def test_a_longer_list_asks_no_more(admin_client: Client, shop: cast.Shop) -> None:
    add(0, FEW)
    fill_log(50, days=1)
    few = statements(admin_client)
    add(FEW, MANY)
    many = statements(admin_client)
    more = {at: (len(few[at]), len(many[at])) for at in few if len(many[at]) > len(few[at])}
    assert more == {}
    columns = [each.split("FROM")[0] for found in many.values() for each in found]
    heavy = ('."vector"', '"catalog_importrun"."problems"', '"catalog_importrun"."mapping"')
    assert [each for each in columns if any(column in each for column in heavy)] == []
