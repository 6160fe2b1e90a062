"""With a streaming replica shoppers read from it: two clusters, one following the other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from config.embedded import postgres, redis
from config.embedded.account import account_for, run
from config.embedded.cluster import ROLE, binary
from config.embedded.sockets import own, socket_folder
from tests.worker import ROOT, OwnShop, wait_until

CATALOGUE = re.compile(r"\b(catalog_\w+|search_(?:text|image)embedding|search_rule)\b")
TITLES = ["Red dress", "Blue dress", "Green wool scarf", "Oak chair"]
READS = [
    "/search/?q=red+dress",
    "/search/?q=wool+scarf&price_max=90",
    "/search/?q=dress&sort=price",
    "/search/",
    "/api/v1/search/?q=red+dress",
    "/api/v1/search/?q=ABC-123+dress",
    "/api/v1/suggest/?q=re",
    "/api/v1/suggest/?q=dre",
]
POSTS = ["/api/v1/search/", "/api/v1/products/batch/"]

pytestmark = pytest.mark.slow


def follower(primary: Path, state: Path) -> Path:
    """A cluster in `state` that follows the one in `primary`, made by pg_basebackup and running."""
    state.mkdir(mode=0o711)
    shutil.copy(primary / "postgres_password", state / "postgres_password")
    home = state / "postgres"
    account = account_for(home)
    own(home, account.owner)
    passwords = home / "passwords"
    secret = (primary / "postgres_password").read_text()
    passwords.touch(mode=0o600)
    passwords.write_text(f"*:*:*:{ROLE}:{secret}\n")
    if os.geteuid() == 0:
        os.chown(passwords, *account.owner)
    source = f"host={socket_folder(primary, 'postgres')} user={ROLE} passfile={passwords}"
    command: list[str | Path] = [binary("pg_basebackup"), f"--dbname={source}"]
    command += [f"--pgdata={home / 'data'}", "--write-recovery-conf", "--checkpoint=fast"]
    run(command, account, cwd=home)
    postgres.start(state)
    return state


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What each request asked of each database."""
    folder = tmp_path_factory.mktemp("replica")
    primary, replica = folder / "primary", folder / "replica"
    primary.mkdir(mode=0o711)
    try:
        shop = OwnShop(primary)
        shop.add(TITLES)
        shop.manage("index", "--wait")
        follower(primary, replica)
        wait_until(lambda: products(replica) == len(TITLES))
        yield json.loads(answers(shop, replica))
    finally:
        for state in (replica, primary):
            postgres.stop(state)
        redis.stop(primary)


def products(state: Path) -> int:
    with postgres.connect(state, "vitrine") as link:
        rows = link.execute("SELECT count(*), pg_is_in_recovery() FROM catalog_product").fetchall()
    assert rows[0][1], "this is no replica"
    return int(rows[0][0])


def answers(shop: OwnShop, replica: Path) -> str:
    options = postgres.connection(replica)
    user = f"{ROLE}:{quote(options['PASSWORD'], safe='')}"
    address = f"postgres://{user}@{quote(options['HOST'], safe='')}/{options['NAME']}"
    # The first query of a shop may find that nobody has kept its vocabulary yet.
    first = "/search/?q=chair"
    lines = [*(f"GET {path}" for path in (first, *READS)), *(f"POST {path}" for path in POSTS)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.replica_script"],
        cwd=ROOT,
        env=shop.environment | {"DATABASE_REPLICA_URLS": address},
        input="\n".join(lines),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def of_catalogue(statements: list[str]) -> list[str]:
    return [statement for statement in statements if CATALOGUE.search(statement)]


@pytest.mark.parametrize("path", READS)
def test_shoppers_read_from_the_replica_alone(asked: dict[str, Any], path: str) -> None:
    assert asked[path]["status"] == 200
    assert of_catalogue(asked[path]["replica"])
    assert of_catalogue(asked[path]["primary"]) == []


def test_vectors_words_and_variants_are_among_what_is_read(asked: dict[str, Any]) -> None:
    search = " ".join(asked[READS[0]]["replica"])
    for part in ("search_textembedding", "tsquery", "catalog_variant"):
        assert part in search


def test_a_search_that_is_posted_reads_from_it_too(asked: dict[str, Any]) -> None:
    posted = asked["/api/v1/search/"]
    assert of_catalogue(posted["replica"])
    assert of_catalogue(posted["primary"]) == []


def test_whoever_writes_reads_what_they_wrote(asked: dict[str, Any]) -> None:
    assert asked["/api/v1/products/batch/"]["replica"] == []
