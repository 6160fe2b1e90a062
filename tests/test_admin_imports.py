"""Whoever runs the shop imports without a shell: tries a file, looks at it, confirms, repeats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.importing import run, worker
from catalog.models import ImportRun, Product, Source, Variant
from tests.import_pages import ADD, FILE, run_page, source_form, upload
from tests.web_server import Server, serving

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as running:
        running.answers["/feed.csv"] = 200, {"ETag": '"1"'}, FILE
        yield running


def last_summary() -> str:
    run = ImportRun.objects.first()
    assert run
    return run.summary


def test_a_file_is_tried_looked_at_and_confirmed(admin_client: Client) -> None:
    reply = admin_client.post(ADD, source_form(file=upload(), _try="1"))

    tried = ImportRun.objects.get()
    assert reply.headers["Location"] == f"/admin/catalog/importrun/{tried.pk}/change/"
    assert admin_client.get(reply.headers["Location"]).headers["Refresh"] == "3"
    assert worker.work() == 1
    assert not Product.objects.exists()
    shown = run_page(admin_client, tried)
    assert "2 created, 0 changed, 0 unchanged, 1 rejected" in shown
    assert "Line 3: price is negative (-3)." in shown
    assert "Import this" in shown

    admin_client.post(f"/admin/catalog/importrun/{tried.pk}/confirm/")
    assert worker.work() == 1

    assert set(Variant.objects.values_list("sku", flat=True)) == {"A1", "C1"}
    assert Product.objects.filter(source__name="main").count() == 2
    assert (ImportRun.objects.first().state, ImportRun.objects.first().total) == ("done", 3)


def imported(client: Client, content: bytes, name: str = "main") -> ImportRun:
    source = Source.objects.filter(name=name).first()
    page = f"/admin/catalog/source/{source.pk}/change/" if source else ADD
    client.post(page, source_form(name=name, file=upload(content), _import="1"))
    assert worker.work() == 1
    return ImportRun.objects.latest("pk")


def test_what_an_import_has_made_can_be_taken_out_again(admin_client: Client) -> None:
    first = imported(admin_client, FILE)
    other = imported(admin_client, b"sku,title\nX1,Fig\n", "other")
    wrong = imported(admin_client, FILE + b"W1,Wrong,1\nW2,Wrong too,1\n")
    Product.objects.create(title="By hand")
    nothing = imported(admin_client, FILE)

    made = {}
    for each in (first, other, wrong):
        address = f"/admin/catalog/product/?import={each.pk}"
        assert f'<a href="{address}">' in run_page(admin_client, each)
        found = admin_client.get(address).context["cl"].result_list
        made[each.pk] = {product.title for product in found}
    assert made == {
        first.pk: {"Apple", "Cake"}, other.pk: {"Fig"}, wrong.pk: {"Wrong", "Wrong too"}
    }  # fmt: skip
    assert f"?import={nothing.pk}" not in run_page(admin_client, nothing)

    every = {"action": "hide", "select_across": "1", "_selected_action": Product.objects.first().pk}
    admin_client.post(f"/admin/catalog/product/?import={wrong.pk}", every)
    hidden = Product.objects.filter(active=False).values_list("title", flat=True)
    assert set(hidden) == made[wrong.pk]


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "\u0663"])
def test_an_import_that_there_is_not_leaves_the_list_as_it_is(
    admin_client: Client, number: str
) -> None:
    Product.objects.create(title="By hand")
    page = admin_client.get("/admin/catalog/product/", {"import": number}, follow=True)
    assert page.status_code == 200


@pytest.mark.parametrize("wrong", [{"name": "no blanks here"}, {"every": "often"}, {"name": ""}])
def test_a_file_is_asked_for_again_where_something_else_is_wrong(
    admin_client: Client, wrong: dict[str, str]
) -> None:
    """Browsers keep no file in a form that is shown again, and the import began without it."""
    said = "Choose “shop.csv” again: a browser forgets it"
    refused = admin_client.post(ADD, source_form(file=upload(), _import="1", **wrong))
    assert said in refused.content.decode()
    without = admin_client.post(ADD, source_form(_import="1", **wrong))
    assert "again: a browser" not in without.content.decode()
    empty = admin_client.post(ADD, source_form(file=upload(b""), _import="1", **wrong))
    assert "The submitted file is empty." in empty.content.decode()
    assert said not in empty.content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_that_is_only_saved_is_tried_and_not_lost(admin_client: Client) -> None:
    reply = admin_client.post(ADD, source_form(file=upload(), _save="1"))

    tried = ImportRun.objects.get()
    assert tried.dry_run
    assert reply.headers["Location"] == f"/admin/catalog/importrun/{tried.pk}/change/"

    admin_client.post(ADD, source_form(name="other", _save="1"))
    assert ImportRun.objects.count() == 1


def test_bad_rows_are_had_as_a_file_that_is_mended_and_imported(admin_client: Client) -> None:
    admin_client.post(ADD, source_form(file=upload(), missing="delete", _import="1"))
    worker.work()

    run = ImportRun.objects.get()
    bad = f"/admin/catalog/importrun/{run.pk}/bad-rows/"
    assert bad in run_page(admin_client, run)
    reply = admin_client.get(bad)
    content = b"".join(reply.streaming_content).decode("utf-8-sig")
    assert content == "import_problem,sku,title,price\r\nprice is negative (-3).,B1,Bread,-3\r\n"
    assert '-shop-bad.csv"' in reply.headers["Content-Disposition"]

    change = f"/admin/catalog/source/{run.source_id}/change/"
    file = upload(content.replace("-3\r", "3\r").encode())
    admin_client.post(change, source_form(file=file, missing="delete", _import="1"))
    worker.work()

    assert last_summary().startswith("Rows: 1 created, 0 changed, 0 unchanged, 0 rejected.")
    assert Variant.objects.count() == 3
    assert admin_client.get(bad.replace(str(run.pk), str(run.pk + 1))).status_code == 404


def test_what_is_wrong_is_had_as_a_text(admin_client: Client) -> None:
    admin_client.post(ADD, source_form(file=upload(), _import="1"))
    worker.work()

    run = ImportRun.objects.get()
    reply = admin_client.get(f"/admin/catalog/importrun/{run.pk}/problems.txt")

    assert reply.content.decode() == "Line 3: price is negative (-3)."
    assert "attachment" in reply.headers["Content-Disposition"]


def test_the_list_of_imports_leads_to_where_they_begin(admin_client: Client) -> None:
    listed = "/admin/catalog/importrun/"
    empty = admin_client.get(listed).content.decode()
    assert f'href="{ADD}"' in empty
    assert 'href="/admin/catalog/source/">Import' not in empty

    admin_client.post(ADD, source_form(file=upload(), _try="1"))
    worker.work()
    page = admin_client.get(listed).content.decode()
    assert 'href="/admin/catalog/source/">Import from a source' in page
    assert '<td class="field-kind">trial</td>' in page
    assert "icon-no" not in page  # that nothing is a trial is no failure


def test_a_trial_says_that_nothing_is_saved_and_asks_no_more_than_it_must(
    admin_client: Client,
) -> None:
    admin_client.post(ADD, source_form(file=upload(), _try="1"))
    worker.work()
    run = ImportRun.objects.get()
    assert "nothing of it is in the catalogue yet" in run_page(admin_client, run)
    assert 'name="force"' not in run_page(admin_client, run)
    source = f'href="/admin/catalog/source/{run.source_id}/change/">main</a>'
    assert source in run_page(admin_client, run)

    Source.objects.update(missing="hide")
    assert 'name="force"' in run_page(admin_client, run)


def test_an_address_is_asked_by_itself_and_read_where_it_is_new(
    admin_client: Client, server: Server
) -> None:
    admin_client.post(ADD, source_form(address=server.url("/feed.csv"), every="15"))
    assert worker.work() == 1
    assert Variant.objects.count() == 2
    assert worker.work() == 0

    def same(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        assert headers["if-none-match"] == '"1"'
        return 304, {"ETag": '"1"'}, b""

    server.answers["/feed.csv"] = same
    Source.objects.update(due=timezone.now() - timedelta(seconds=1))
    assert worker.work() == 1
    assert ImportRun.objects.first().summary == "The file has not changed since the last import."
    assert Source.objects.get().due > timezone.now() + timedelta(minutes=14)


def test_an_address_that_is_not_to_be_had_is_a_sentence(
    admin_client: Client, server: Server
) -> None:
    admin_client.post(ADD, source_form(address=server.url("/gone.csv"), _import="1"))
    worker.work()

    run = ImportRun.objects.get()
    assert (run.state, run.summary) == ("failed", "It answers with an error (404).")


def test_a_file_that_lacks_too_much_is_refused_until_it_is_confirmed(
    admin_client: Client,
) -> None:
    admin_client.post(ADD, source_form(file=upload(), _import="1"))
    worker.work()
    source = Source.objects.get()
    change = f"/admin/catalog/source/{source.pk}/change/"
    less = source_form(file=upload(b"sku,title\nA1,Apple\n"), missing="delete")

    admin_client.post(change, {**less, "_try": "1"})
    worker.work()
    tried = ImportRun.objects.first()
    assert "1 of 2 articles of main are not in the file." in tried.summary

    admin_client.post(f"/admin/catalog/importrun/{tried.pk}/confirm/")
    worker.work()
    assert ImportRun.objects.first().state == "failed"
    assert Variant.objects.count() == 2

    admin_client.post(f"/admin/catalog/importrun/{tried.pk}/confirm/", {"force": "on"})
    worker.work()
    assert Variant.objects.count() == 1


def test_a_run_whose_worker_died_is_begun_again(admin_client: Client) -> None:
    admin_client.post(ADD, source_form(file=upload(), _import="1"))
    ImportRun.objects.update(state="running", seen=timezone.now() - timedelta(minutes=9))

    assert worker.work() == 1
    assert ImportRun.objects.get().state == "done"


def test_a_run_that_is_being_done_is_left_alone(admin_client: Client) -> None:
    admin_client.post(ADD, source_form(file=upload(), _import="1"))
    ImportRun.objects.update(state="running", seen=timezone.now())

    assert worker.work() == 0


@pytest.mark.parametrize("deleted", [ImportRun, Source])
def test_a_run_that_is_deleted_ends_and_holds_up_no_other(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch, deleted: Any
) -> None:
    monkeypatch.setattr(run, "PRODUCTS_AT_ONCE", 1)
    admin_client.post(ADD, source_form(name="unwanted", file=upload(), _import="1"))
    admin_client.post(ADD, source_form(file=upload(b"sku,title\nZ1,Zest\n"), _import="1"))
    unwanted = ImportRun.objects.get(source__name="unwanted")

    def look(of_run: ImportRun, done: int, total: int) -> None:
        key = unwanted.pk if deleted is ImportRun else unwanted.source_id
        deleted.objects.filter(pk=key).delete()
        see(of_run, done, total)

    see = worker.see
    monkeypatch.setattr(worker, "see", look)
    assert worker.work() == 2
    assert set(Variant.objects.values_list("sku", flat=True)) == {"A1", "Z1"}
    assert ImportRun.objects.get().state == "done"


def test_what_cannot_be_run_is_said_beside_its_field(admin_client: Client) -> None:
    page = admin_client.post(ADD, source_form(mapping="[columns", every="5")).content.decode()

    assert "is not TOML" in page
    assert "Only an address can be asked by itself." in page

    reply = admin_client.post(ADD, source_form(_import="1"), follow=True)
    assert "Choose a file, or give the address of one." in reply.content.decode()
