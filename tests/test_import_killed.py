"""An import whose worker is killed in the middle is finished by the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worker import OwnShop, kill, wait_until

ROWS = 6_000
ASK = f"""
from django.core.files.base import ContentFile
from catalog.models import Source
from catalog.bell import ring_imports
rows = "".join(f"S-{{n}},Spoon {{n}},{{n}}\\n" for n in range({ROWS}))
file = ContentFile(("sku,title,price\\n" + rows).encode(), "shop.csv")
Source.objects.create(name="main").runs.create(file=file)
ring_imports()
"""
RUN = "SELECT state, done, attempts FROM catalog_importrun"


@pytest.fixture
def own_shop(own_state: Path) -> OwnShop:
    return OwnShop(own_state)


@pytest.mark.slow
def test_a_killed_import_is_begun_again_and_loses_nothing(own_shop: OwnShop) -> None:
    own_shop.manage("shell", "-c", ASK)
    with own_shop.worker("--queues=maintenance") as first:
        wait_until(lambda: own_shop.sql(RUN)[0][1] > 0)
        kill(first)
    state, done, _attempts = own_shop.sql(RUN)[0]
    assert (state, done < ROWS) == ("running", True)

    own_shop.sql("UPDATE catalog_importrun SET seen = now() - interval '10 minutes'")
    with own_shop.worker("--queues=maintenance"):
        wait_until(lambda: own_shop.sql(RUN)[0][0] == "done")

    assert own_shop.sql(RUN) == [("done", ROWS, 2)]
    assert own_shop.sql("SELECT count(*), sum(price) FROM catalog_variant") == [
        (ROWS, ROWS * (ROWS - 1) // 2)
    ]
