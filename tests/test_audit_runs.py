"""A run looks at bounded pieces, goes on where it was stopped, and remembers decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from search import indexing
from search.audit import deciding, runs
from search.audit.detector import Suspicion
from search.audit.piece import Piece
from search.models import AuditRun, Finding
from search.tasks import MAINTAINED, TENDED, sweep
from tests import cast, many_products
from tests.audit_shop import audited

PRODUCTS = 1_000
SAID = {"reason": "missing"}


class Killed(BaseException):
    """Nothing in the application catches it, as nothing catches kill -9."""


class EveryProduct:
    """A detector that suspects every product by its title, and notes what it was shown."""

    kind = str(Finding.Kind.ALT)
    shown: list[list[int]] = []
    dies_at = 0  # the piece at which its process is killed

    def __init__(self, shop: Any) -> None:
        pass

    def find(self, piece: Piece) -> Iterable[Suspicion]:
        self.shown.append(list(piece.products))
        if len(self.shown) == self.dies_at:
            raise Killed
        for product in piece.products.values():
            yield Suspicion(self.kind, product, 0.9, {"do": "set_alt"}, (product.title,), SAID)


@pytest.fixture(autouse=True)
def detector(shop: cast.Shop, monkeypatch: pytest.MonkeyPatch) -> type[EveryProduct]:
    monkeypatch.setattr(runs, "DETECTORS", (EveryProduct,))
    monkeypatch.setattr(EveryProduct, "shown", [])
    monkeypatch.setattr(EveryProduct, "dies_at", 0)
    return EveryProduct


def test_a_piece_is_bounded_and_every_product_is_seen_once(detector: type[EveryProduct]) -> None:
    many_products.fill_catalogue(1, PRODUCTS)
    runs.start(["alt"])
    runs.work()
    seen = [pk for piece in detector.shown for pk in piece]
    assert max(map(len, detector.shown)) <= runs.PRODUCTS_A_PIECE
    assert sorted(seen) == sorted(Product.objects.values_list("pk", flat=True))


def test_a_piece_costs_as_many_statements_in_a_large_catalogue() -> None:
    def statements() -> int:
        runs.start(["alt"])
        runs.work(seconds=0)  # learns what is usual, and looks at one piece
        with CaptureQueriesContext(
            connection,
        ) as context:
            runs.work(seconds=0)
        AuditRun.objects.all().delete()
        return len(context)

    many_products.fill_catalogue(1, 2 * runs.PRODUCTS_A_PIECE)
    before = statements()
    many_products.fill_catalogue(2 * runs.PRODUCTS_A_PIECE + 1, 5 * PRODUCTS)
    assert statements() <= before


def test_a_killed_run_goes_on_with_the_piece_it_was_at(detector: type[EveryProduct]) -> None:
    many_products.fill_catalogue(1, PRODUCTS)
    detector.dies_at = 3
    runs.start(["alt"])
    with pytest.raises(Killed):
        runs.work()
    run = AuditRun.objects.get()
    assert (run.state, run.position) == ("running", detector.shown[1][-1])
    assert not runs.work()
    assert detector.shown[3] == detector.shown[2]
    assert Finding.objects.count() == Product.objects.count()
    assert AuditRun.objects.get().percent == 100


def test_there_is_one_run_at_a_time_and_it_can_be_cancelled() -> None:
    first = runs.start()
    assert runs.start() == first
    runs.cancel(first)
    assert not runs.work()
    assert AuditRun.objects.get().state == "cancelled"
    assert runs.start() != first


def test_a_rejected_finding_comes_back_only_when_what_was_judged_changes(
    shop: cast.Shop, admin_user: Any
) -> None:
    finding = next(each for each in audited("alt") if each.product == shop.mug)
    deciding.reject(finding.pk, admin_user)
    audited("alt")
    assert Finding.objects.get(product=shop.mug).state == "rejected"
    Product.objects.filter(pk=shop.mug.pk).update(title="Mug of clay")
    audited("alt")
    states = Finding.objects.filter(product=shop.mug).values_list("state", flat=True)
    assert sorted(states) == ["open", "rejected"]


def test_what_is_true_no_more_is_forgotten(shop: cast.Shop) -> None:
    audited("alt")
    Product.objects.filter(pk=shop.mug.pk).update(title="Mug of clay")
    audited("alt")
    assert Finding.objects.filter(product=shop.mug).count() == 1


def test_a_kind_that_is_found_everywhere_does_not_bury_the_queue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "MOST_OPEN", 10)
    many_products.fill_catalogue(1, 50)
    assert len(audited("alt")) == 10
    assert "left out" in AuditRun.objects.get().note


def test_without_a_maintenance_worker_the_worker_that_indexes_carries_it_on(
    detector: type[EveryProduct], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Vector indexes are built outside of any transaction, which a test is in.
    monkeypatch.setattr(indexing, "maintain", lambda: None)
    run = runs.start(["alt"])
    cache.delete_many([TENDED, MAINTAINED])
    sweep()
    run.refresh_from_db()
    assert run.state != AuditRun.State.RUNNING
