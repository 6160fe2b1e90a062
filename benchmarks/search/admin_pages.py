"""What every page of admin costs in a large and busy shop, beside admin's front page.

    python -m benchmarks.search.admin_pages STATES [--size 100000] [--searches 1000000] [--rounds 5]

Every page that admin's own addresses name, of every model: its list, its form, one row, that row's
history, and the pages of Vitrine's own (reports, grading, searches that find a product). Pages take
turns in one process. "Times" is the median of a page as a multiple of the front page's; blocks are
the pages of Postgres that were touched (8 kB each), which no other load on the machine changes.
A page that reads a vector is marked, and fails the benchmark.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.data import busy_shop
from benchmarks.data.large_catalogue import large
from benchmarks.search.statements import counting

if TYPE_CHECKING:
    from django.test import Client

FRONT = "/admin/"
FORBIDDEN = 403  # what admin does not offer: nobody adds a search to the log by hand
REPORTS = ("top", "empty", "unclicked", "refined", "corrected", "slow", "time", "photos", "latest")
FILTERS = ("photos=none", "indexed=no", "indexed=failed", "stock=out", "q=blue+shoe", "p=20")


class Cost(NamedTuple):
    milliseconds: float
    statements: int
    rows: int
    blocks: int


def pages() -> Iterator[tuple[str, str]]:
    """(name, address) of every page."""
    from django.contrib import admin
    from django.urls import reverse

    yield "front page", FRONT
    for model in sorted(admin.site._registry, key=lambda each: each._meta.label_lower):
        label, name = model._meta.app_label, model._meta.model_name or ""
        listed = reverse(f"admin:{label}_{name}_changelist")
        yield name, listed
        yield f"{name}, add", f"{listed}add/"
        key = model._default_manager.order_by("-pk").values_list("pk", flat=True).first()
        if key is not None:
            yield f"{name}, one", f"{listed}{key}/change/"
            yield f"{name}, history", f"{listed}{key}/history/"
    yield from own_pages()


def own_pages() -> Iterator[tuple[str, str]]:
    from django.urls import reverse

    from catalog.models import Product
    from search.models import JudgementSet

    products = reverse("admin:catalog_product_changelist")
    yield from ((f"product, {each}", f"{products}?{each}") for each in FILTERS)
    first = Product.objects.order_by("pk").values_list("pk", flat=True)[0]
    yield "which searches find this", f"{products}{first}/searches/"
    log = reverse("admin:vitrine_search_loggedsearch_changelist")
    yield from ((f"searches, {each}", f"{log}?report={each}&days=30") for each in REPORTS)
    yield "searches, as CSV", f"{log}?report=top&days=30&format=csv"
    judged = JudgementSet.objects.order_by("pk")[0]
    yield "grading", reverse("admin:vitrine_search_judgementset_grade", args=[judged.pk])
    findings = reverse("admin:vitrine_search_finding_changelist")
    yield "findings, decided", f"{findings}?decided=1"


def blocks() -> int:
    """Touched in this database so far, from memory or disk."""
    from search import sql

    sql.rows("SELECT pg_stat_force_next_flush()")
    found = sql.rows(
        "SELECT pg_stat_clear_snapshot()::text, blks_hit + blks_read"
        " FROM pg_stat_database WHERE datname = current_database()"
    )
    return int(found[0][1])


def cost_of(client: Client, name: str, address: str) -> Cost:
    before = blocks()
    started = time.perf_counter()
    with counting() as counted:
        reply = client.get(address)
        _ = reply.content
    milliseconds = 1000 * (time.perf_counter() - started)
    if reply.status_code != 200:
        raise RuntimeError(f"{name}: {address} answers {reply.status_code}")
    return Cost(milliseconds, counted.statements, counted.rows, blocks() - before)


def reads_vectors(client: Client, address: str) -> bool:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return any('."vector"' in each["sql"].split("FROM")[0] for each in queries)


def measure(client: Client, rounds: int) -> tuple[dict[str, list[Cost]], set[str]]:
    named = {name: at for name, at in pages() if client.get(at).status_code != FORBIDDEN}
    costs: dict[str, list[Cost]] = {name: [] for name in named}
    for turn in range(rounds + 1):  # the first, cold round does not count
        for name, address in named.items():
            cost = cost_of(client, name, address)
            if turn:
                costs[name].append(cost)
    return costs, {name for name, address in named.items() if reads_vectors(client, address)}


def report(costs: dict[str, list[Cost]], vectors: set[str]) -> Iterator[list[str]]:
    """Rows of the table, the dearest page first."""
    middle = {
        name: Cost(*(median(values) for values in zip(*measured, strict=True)))
        for name, measured in costs.items()
    }
    front = middle["front page"].milliseconds
    for name, cost in sorted(middle.items(), key=lambda item: -item[1].milliseconds):
        marked = f"{name} (reads vectors)" if name in vectors else name
        times = f"{cost.milliseconds / front:.2f}"
        yield [marked, times, *(f"{value:.0f}" for value in cost[1:])]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=busy_shop.SEARCHES)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    os.environ |= {"VITRINE_ROLE": "web", "SEARCH_LOG": "1"}
    with large(given.size, given.states) as products:
        busy(given.states / f"large-{given.size}", given.searches)
        costs, vectors = measure(signed_in(), given.rounds)
    print(f"{products:,} products, {given.searches:,} searches in the log\n")
    print("| page | times | statements | rows | blocks |\n|---|---|---|---|---|")
    for cells in report(costs, vectors):
        print(f"| {' | '.join(cells)} |")
    if vectors:
        raise SystemExit(f"Vectors are read by: {', '.join(sorted(vectors))}")


def busy(folder: Path, searches: int) -> None:
    """Filled once for each state."""
    stamp = folder / busy_shop.MADE
    if not stamp.exists():
        busy_shop.fill(searches)
        stamp.write_text(str(searches))


def signed_in() -> Client:
    from django.contrib.auth.models import User
    from django.test import Client

    from config.prepare import collect_static

    collect_static()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(
        User.objects.get_or_create(username="bench", is_superuser=True, is_staff=True)[0]
    )
    return client


if __name__ == "__main__":
    main()
