"""A worker is killed in the middle of an audit: the next one goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.audit.runs import PRODUCTS_A_PIECE
from tests.worker import OwnShop, kill, wait_until

pytestmark = pytest.mark.slow

PIECES = 5
# Of a real catalogue a piece takes seconds; here the kill has to find the run between two of them.
SLOWLY = """
    CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(1); RETURN NEW; END $$;
    CREATE TRIGGER slowly AFTER UPDATE OF position ON search_auditrun FOR EACH ROW
        EXECUTE FUNCTION slowly()"""
BEGIN = "from search import tasks; tasks.begin_audit()"


@pytest.fixture
def shop(own_state: Path) -> OwnShop:
    made = OwnShop(own_state)
    made.environment["ENCODER"] = "tests.stub_encoder:StubEncoder"
    made.add([f"Lamp {number}" for number in range(PIECES * PRODUCTS_A_PIECE)])
    made.sql(SLOWLY)
    return made


def test_an_audit_whose_worker_was_killed_is_finished_by_another(shop: OwnShop) -> None:
    def run() -> tuple[str, int]:
        found = shop.sql("SELECT state, products FROM search_auditrun")
        return found[0] if found else ("", 0)

    maintenance = ("--queues", "celery,maintenance")
    with shop.worker(*maintenance) as first:
        wait_until(lambda: shop.indexed() > 0)
        shop.manage("shell", "-c", BEGIN)
        wait_until(lambda: run()[1] > 0)
        kill(first)
    state, seen = run()
    assert state == "running"
    assert PRODUCTS_A_PIECE <= seen < PIECES * PRODUCTS_A_PIECE
    shop.manage("shell", "-c", "from search import tasks; tasks.ring(tasks.audit)")
    with shop.worker(*maintenance):
        wait_until(lambda: run()[0] == "done")
    assert run() == ("done", PIECES * PRODUCTS_A_PIECE)
