"""Up to a thousand rows at once, each with what became of it."""

from __future__ import annotations

import threading
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test import Client

from catalog import disk
from catalog.importing.run import only_import
from catalog.locks import Lock
from catalog.models import Product, Variant
from tests.api_calls import key, send

pytestmark = pytest.mark.django_db

ROWS: list[dict[str, Any]] = [
    {"sku": "A", "title": "Apron", "price": 12.5},
    {"sku": "B", "stock": 3},
    {"sku": "C", "title": "Cup", "price": "1,200"},
    {"sku": "D", "title": "Dish", "colour": "red"},
    {"sku": "A", "delete": True},
    {"title": "Nameless"},
]


@pytest.fixture
def writer(empty_cache: None) -> Client:
    return Client(headers=key())


def parameters() -> dict[str, Any]:
    """Of a connection of one's own to the same database."""
    found = connection.get_connection_params()
    ours = ("cursor_factory", "context", "prepare_threshold")
    return {name: value for name, value in found.items() if name not in ours}


def batch(writer: Client, rows: list[dict[str, Any]]) -> Any:
    return send(writer, "post", "batch", {"products": rows})


def test_each_row_has_its_result(writer: Client) -> None:
    reply = batch(writer, ROWS[:4] + ROWS[5:])

    results = reply.json()["results"]
    assert [each["outcome"] for each in results] == [
        *("created", "unknown", "rejected", "rejected", "rejected"),
    ]
    assert [" ".join(each["problems"]) for each in results] == [
        "",
        "the catalogue has no B, and a new product needs a title.",
        "price is '1,200'; write it like 1234.56, or it may be read in two ways.",
        "There is no column 'colour'. Did you mean color? "
        "What has no column of its own can be an attribute, attr:colour.",
        "it has neither sku nor source_id nor group.",
    ]
    assert reply.json()["counts"] == {"created": 1, "unknown": 1, "rejected": 3}


def test_a_thousand_rows_are_written_and_the_same_again_change_nothing(writer: Client) -> None:
    rows = [{"sku": f"S-{n}", "title": f"Spoon {n}", "price": n} for n in range(1_000)]

    assert batch(writer, rows).json()["counts"] == {"created": 1_000}
    assert batch(writer, rows).json()["counts"] == {"unchanged": 1_000}
    assert Variant.objects.count() == 1_000


@pytest.mark.parametrize("rows", [[], [{"sku": "A"}] * 1_001, ["A"], None])
def test_what_is_no_batch_is_refused(writer: Client, rows: Any) -> None:
    reply = batch(writer, rows)

    assert (reply.status_code, list(reply.json()["errors"])) == (400, ["products"])


def test_a_misspelt_name_gets_the_right_one(writer: Client) -> None:
    reply = send(writer, "post", "batch", {"product": []})

    assert "Did you mean “products”?" in reply.json()["detail"]


def test_of_a_row_with_hundreds_of_wrong_names_the_first_are_told(writer: Client) -> None:
    told = batch(writer, [{f"name{number}": 1 for number in range(300)}, ROWS[0]]).json()["results"]
    assert [each["outcome"] for each in told] == ["rejected", "created"]
    assert [said.count("There is no column") for said in told[0]["problems"]] == [10]


def test_rows_of_a_group_are_one_product(writer: Client) -> None:
    rows = [
        {"sku": f"FEN-{size}", "group": "fenlow", "title": "Boot", "size": size}
        for size in ("39", "40")
    ]

    batch(writer, rows)

    assert Product.objects.get().variants.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_batch_does_not_wait_for_a_long_import(writer: Client) -> None:
    """The file of another connection is being imported all the while."""
    begun, done = threading.Event(), threading.Event()

    def importing() -> None:
        try:
            with only_import():
                begun.set()
                done.wait(30)
        finally:
            connection.close()

    thread = threading.Thread(target=importing)
    thread.start()
    begun.wait(10)
    try:
        assert batch(writer, ROWS[:1]).json()["counts"] == {"created": 1}
    finally:
        done.set()
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_whom_others_keep_waiting_is_told_so(writer: Client, caplog: Any) -> None:
    """The rows of another connection are being written, for longer than a request may take."""
    with psycopg.connect(**parameters()) as other, connection.cursor() as cursor:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [int(Lock.BATCH)])
        cursor.execute("SET statement_timeout = 100")
        reply = batch(writer, ROWS[:1])
        cursor.execute("RESET statement_timeout")

    assert (reply.status_code, reply["Retry-After"]) == (503, "5")
    assert reply.json()["detail"].startswith("Other products are being written")
    assert "Traceback" not in caplog.text
    assert batch(writer, ROWS[:1]).json()["counts"] == {"created": 1}


def test_of_a_disk_that_is_nearly_full_the_writer_is_told(
    writer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "is_low", lambda: True)
    reply = batch(writer, ROWS[:1])
    assert reply.status_code == 503
    assert reply.json()["detail"].startswith("The shop's disk is full except for")
