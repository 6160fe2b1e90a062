"""Runs and experiments in admin: begun, watched, read; bounded, and for those who may."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.experiments import runs
from search.models import EvaluationRun, Experiment, JudgedQuery, JudgementSet, SettingsVersion
from tests import cast
from tests.judged_shop import LINES, finished, judgement_set, staff

pytestmark = pytest.mark.django_db

STRICT = {"cutoff": {"floor": 1.0, "unheard": 1.0, "half": 1.0}, "sold_out": "hide"}


@pytest.fixture
def judged(shop: cast.Shop) -> JudgementSet:
    return judgement_set()


def add(client: Client, model: str, **fields: object) -> str:
    """The address that one is led to."""
    reply = client.post(reverse(f"admin:vitrine_search_{model}_add"), fields)
    assert reply.status_code == 302, reply.context["adminform"].form.errors
    return str(reply["Location"])


def all_done() -> None:
    while runs.work(seconds=60):
        pass


def test_a_set_is_read_from_a_file(admin_client: Client, shop: cast.Shop) -> None:
    lines = "\n".join(map(json.dumps, LINES)).encode()
    file = SimpleUploadedFile("judgements.jsonl", lines)
    add(admin_client, "judgementset", name="from a file", file=file)
    assert JudgedQuery.objects.count() == len(LINES)
    page = admin_client.get(reverse("admin:vitrine_search_judgementset_changelist"), follow=True)
    assert "5 queries with 3 grades were read. 3 SKUs are not" in page.content.decode()


def test_a_file_that_is_none_is_refused_with_its_line(
    admin_client: Client, shop: cast.Shop
) -> None:
    file = SimpleUploadedFile("judgements.jsonl", b"\n{}")
    reply = admin_client.post(
        reverse("admin:vitrine_search_judgementset_add"), {"name": "x", "file": file}, follow=True
    )
    assert "udgements.jsonl, line 2" in reply.content.decode()
    assert not JudgedQuery.objects.exists()


def test_a_query_is_added_by_hand_and_only_once(admin_client: Client, judged: JudgementSet) -> None:
    for kind in ("a", "b"):
        add(admin_client, "judgedquery", judgements=judged.pk, text="red mug", kind=kind)
    assert JudgedQuery.objects.filter(text="red mug").values_list("kind", flat=True)[0] == "b"
    assert JudgedQuery.objects.filter(text="red mug").count() == 1
    add(admin_client, "judgedquery", judgements=judged.pk, sku="SNEAKER-RED-42")
    assert JudgedQuery.objects.filter(photo_name="SNEAKER-RED-42").count() == 1
    for wrong in ({}, {"sku": "CHAIR-OAK"}):
        reply = admin_client.post(
            reverse("admin:vitrine_search_judgedquery_add"), {"judgements": judged.pk, **wrong}
        )
        assert reply.context["adminform"].form.errors


def test_a_run_is_begun_watched_and_read(admin_client: Client, judged: JudgementSet) -> None:
    page = add(admin_client, "evaluationrun", judgements=judged.pk, by="people")
    waiting = admin_client.get(page)
    assert waiting["Refresh"]
    assert "0 of 5 queries asked" in waiting.content.decode()
    all_done()
    done = admin_client.get(page)
    assert "Refresh" not in done
    said = done.content.decode()
    for expected in ("nDCG@10", "R@10", "unjudged@10", "photo", "interval-plot", "Answered worst"):
        assert expected in said


def test_a_run_is_cancelled(admin_client: Client, judged: JudgementSet) -> None:
    run = runs.begin(judged)
    admin_client.post(reverse("admin:vitrine_search_evaluationrun_cancel", args=[run.pk]))
    run.refresh_from_db()
    assert run.state == "cancelled"


def test_two_settings_side_by_side_with_pictures(
    admin_client: Client, judged: JudgementSet, shop: cast.Shop
) -> None:
    shop.sneaker.variants.update(stock=0)
    strict = SettingsVersion.objects.create(name="strict", values=STRICT)
    page = add(
        admin_client, "experiment", name="strict?", judgements=judged.pk, by="people",
        new_settings=strict.pk,
    )  # fmt: skip
    assert admin_client.get(page)["Refresh"]
    all_done()
    said = admin_client.get(page).content.decode()
    assert "Too few queries to tell." in said
    assert "query lost" in said or "queries lost" in said
    assert "/pictures/" in said
    assert "canvas sneaker" in said
    assert "To see 2 points in 95 of 100 cases takes about" in said


def test_an_experiment_of_two_same_sides_is_none(
    admin_client: Client, judged: JudgementSet
) -> None:
    reply = admin_client.post(
        reverse("admin:vitrine_search_experiment_add"),
        {"name": "same", "judgements": judged.pk, "by": "people"},
    )
    assert "Both sides are the same" in reply.content.decode()
    assert not EvaluationRun.objects.exists()


def test_without_any_right_product_it_says_what_to_do(
    admin_client: Client, judged: JudgementSet
) -> None:
    strict = SettingsVersion.objects.create(name="strict", values=STRICT)
    page = add(
        admin_client, "experiment", name="clicks", judgements=judged.pk, by="clicks",
        new_settings=strict.pk,
    )  # fmt: skip
    all_done()
    assert "Grade some results first" in admin_client.get(page).content.decode()


MANY = """
    INSERT INTO search_judgedquery (judgements_id, key, text, photo_name, language, kind, filters)
    SELECT {set}, n, 'query ' || n, '', '', 'kind ' || n % 5, '{{}}' FROM generate_series(1, {n}) n;
    INSERT INTO search_judgement (query_id, product_id, grade, by, judged)
    SELECT q.id, p.id, (q.id + p.id) % 4, 'people', now()
      FROM search_judgedquery q, catalog_product p WHERE q.judgements_id = {set};
    INSERT INTO search_ranking (run_id, query_id, products)
    SELECT r.id, q.id, (SELECT array_agg(id ORDER BY (id * (q.id + r.id)) % 7) FROM catalog_product)
      FROM search_judgedquery q, search_evaluationrun r WHERE q.judgements_id = {set}"""


def grown(name: str, queries: int) -> Experiment:
    """A set of many queries with two runs, made by SQL."""
    made = JudgementSet.objects.create(name=name)
    old, new = runs.begin(made), runs.begin(made)
    with connection.cursor() as cursor:
        for statement in MANY.format(set=made.pk, n=queries).split(";"):
            cursor.execute(statement)
    for run in (old, new):
        EvaluationRun.objects.filter(pk=run.pk).update(state="running")
        runs.close(run, "done", summary=runs.summary_of(run))
    return Experiment.objects.create(name=name, old=old, new=new)


def pages(experiment: Experiment) -> list[str]:
    judged = experiment.new.judgements
    query = judged.queries.first()
    assert query
    return [
        reverse("admin:vitrine_search_experiment_change", args=[experiment.pk]),
        reverse("admin:vitrine_search_experiment_changelist"),
        reverse("admin:vitrine_search_evaluationrun_change", args=[experiment.new.pk]),
        reverse("admin:vitrine_search_evaluationrun_changelist"),
        reverse("admin:vitrine_search_judgementset_change", args=[judged.pk]),
        reverse("admin:vitrine_search_judgementset_changelist"),
        reverse("admin:vitrine_search_judgedquery_changelist"),
        reverse("admin:vitrine_search_judgementset_grade", args=[judged.pk]),
        reverse("admin:vitrine_search_settingsversion_changelist"),
    ]


def statements(client: Client, page: str) -> tuple[int, str]:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200, page
    return len(asked), " ".join(each["sql"] for each in asked)


def test_no_page_asks_more_of_a_full_set_than_of_a_small_one(
    admin_client: Client, shop: cast.Shop
) -> None:
    small, full = grown("small", 12), grown("full", 2_000)
    for few, many in zip(pages(small), pages(full), strict=True):
        (before, _), (after, sql) = statements(admin_client, few), statements(admin_client, many)
        assert after <= before + 1, many
        assert after < 40, many
        assert '"search_judgedquery"."vector"' not in sql, many


@pytest.mark.parametrize("model", ["judgementset", "judgedquery", "evaluationrun", "experiment"])
def test_rights_for_the_catalogue_alone_open_none_of_it(
    client: Client, judged: JudgementSet, model: str
) -> None:
    cataloguer = staff(client, "view_product", "change_product")
    assert cataloguer.get(reverse(f"admin:vitrine_search_{model}_changelist")).status_code == 403
    assert cataloguer.get(reverse(f"admin:vitrine_search_{model}_add")).status_code == 403


def test_whoever_may_look_may_not_begin_or_cancel(client: Client, judged: JudgementSet) -> None:
    looker = staff(client, "view_evaluationrun")
    run = runs.begin(judged)
    assert (
        looker.get(reverse("admin:vitrine_search_evaluationrun_change", args=[run.pk])).status_code
        == 200
    )
    cancel = reverse("admin:vitrine_search_evaluationrun_cancel", args=[run.pk])
    assert looker.post(cancel).status_code == 403
    assert finished(run).state == "done"
