"""The encoder breaks during 500 searches, in every way it can, and is mended again.

    python -m benchmarks.search.outage

Starts the web server of production (gunicorn, 2 processes of 2 threads) on the configured shop.
Four shoppers search it without pause, on the page and through the API by turns, each time with
words that nobody asked with before. Vitrine's encoder lives in the web processes: it is "killed" by
killing them (SIGKILL), with its files gone, so that those started in their place have none. The
exit status is 1 if a reply was not 200, or was not labelled as words only just while the encoder
was away.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx2 as httpx

from benchmarks.search.speed import server
from benchmarks.shop import opened

CLIENTS = 4
BACK_SECONDS = 60
LABEL = "Only words were searched"
PATHS = ("/search/", "/api/v1/search/")


@dataclass(frozen=True)
class Reply:
    status: int
    labelled: bool
    milliseconds: float
    lost: int  # connections that broke before the reply came


class Shoppers:
    """Ask with three words of a title each time, never the same three in the same order."""

    def __init__(self, address: str, seed: int = 1) -> None:
        from catalog.models import Product

        titles = Product.objects.active().values_list("title", flat=True)
        self.titles = [title.split() for title in titles if len(title.split()) > 2]
        self.address, self.chance, self.number = address, random.Random(seed), 0
        self.asked: set[str] = set()

    def new_query(self) -> str:
        words = self.chance.choice(self.titles)
        query = " ".join(self.chance.sample(words, 3))
        if query in self.asked:
            return self.new_query()
        self.asked.add(query)
        return query

    def search(self, asked: tuple[int, str]) -> Reply:
        """A broken connection is tried again, as a browser does it."""
        number, query = asked
        started, lost = time.perf_counter(), 0
        while True:
            try:
                url = self.address + PATHS[number % len(PATHS)]
                answer = httpx.get(url, params={"q": query}, timeout=60)
                break
            except httpx.TransportError:
                lost += 1
        milliseconds = 1000 * (time.perf_counter() - started)
        return Reply(answer.status_code, LABEL in answer.text, milliseconds, lost)

    def ask(self, count: int) -> Iterator[Reply]:
        asked = [(number, self.new_query()) for number in range(count)]
        with ThreadPoolExecutor(CLIENTS) as clients:
            yield from clients.map(self.search, asked)

    def seconds_until_back(self) -> float:
        """Ask one by one until an answer is by meaning again; infinite if that takes too long."""
        started = time.monotonic()
        while time.monotonic() - started < BACK_SECONDS:
            if not self.search((0, self.new_query())).labelled:
                return time.monotonic() - started
            time.sleep(0.1)
        return float("inf")


@contextmanager
def ordered(orders: Path, fault: str) -> Iterator[None]:
    orders.write_text(fault)
    yield
    orders.write_text("")


@contextmanager
def without_files(server_pid: int) -> Iterator[None]:
    """Kill the web processes a moment after searches have begun; new ones find no encoder."""
    from django.conf import settings

    from search.versions import live_encoder

    file = settings.STATE_DIR / "encoders" / live_encoder()[0].name / "text.onnx"
    aside = file.rename(file.with_suffix(".aside"))
    with ThreadPoolExecutor(1) as killer:
        killer.submit(kill_children, server_pid, 0.5)
        try:
            yield
        finally:
            aside.rename(file)


def kill_children(pid: int, seconds: float) -> None:
    time.sleep(seconds)
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        os.kill(int(child), signal.SIGKILL)


def row(name: str, replies: list[Reply]) -> str:
    times = sorted(reply.milliseconds for reply in replies)
    cells = [
        name,
        len(replies),
        sum(reply.status == 200 for reply in replies),
        sum(reply.labelled for reply in replies),
        sum(reply.lost for reply in replies),
        f"{median(times):.0f}",
        f"{times[-1]:.0f}",
    ]
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.parse_args()
    opened()
    from config.prepare import collect_static

    collect_static()
    with tempfile.NamedTemporaryFile("w") as file:
        orders = Path(file.name)
        os.environ["SABOTAGE"] = file.name
        with server("benchmarks.search.sabotage") as (address, pid):
            sys.exit(0 if survived(Shoppers(address), orders, pid) else 1)


def survived(shoppers: Shoppers, orders: Path, pid: int) -> bool:
    well = True
    print("| the encoder | searches | status 200 | words only | lost | median ms | slowest ms |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for name, fault, count in (
        ("works", ordered(orders, ""), 80),
        ("raises", ordered(orders, "raises"), 120),
        ("hangs", ordered(orders, "hangs"), 120),
        ("is killed, its files gone", without_files(pid), 120),
        ("works again", ordered(orders, ""), 60),
    ):
        away = not name.startswith("works")
        with fault:
            replies = list(shoppers.ask(count))
        print(row(name, replies), flush=True)
        well &= all(reply.status == 200 for reply in replies)
        if name != "is killed, its files gone":
            well &= all(reply.labelled == away for reply in replies)
        if away:
            back = shoppers.seconds_until_back()
            well &= back < BACK_SECONDS
            print(f"| … and back after {back:.1f} s | | | | | | |", flush=True)
    return well


if __name__ == "__main__":
    main()
