"""Searches a second, and how long they take, as more and more clients ask at once.

    python -m benchmarks.search.load STATES [--size 1000] [--seconds 10] [--clients 1,4,16,64]

The web server of production (as `config.programs` starts it, without throttles) on a catalogue of
that size. Each client asks the API without pause, over a connection of its own: cold, with words
that nobody has asked, or repeated, with one of a few. Between them as many processes as the web has
encode such words and do nothing else, on the same machine: what the bare encoder alone could.
"Shed" are answers that turn the client away (503, or 429), "fewer" those that say that they leave
something out; latencies are of those that were answered.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

import httpx2 as httpx

from benchmarks.data.large_catalogue import large
from benchmarks.serving import serving

CLIENTS = (1, 4, 16, 64)
PROCESSES = 2
REPEATED = 12  # different queries
PATIENCE = 60.0  # seconds until a client gives up

NewText = Callable[[], str]


@dataclass
class Answers:
    """What the clients of one run were told."""

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)  # of what was answered
    fewer: int = 0
    shed: int = 0
    broken: int = 0

    @property
    def rate(self) -> float:
        return len(self.milliseconds) / self.seconds

    def add(self, reply: httpx.Response, milliseconds: float) -> None:
        if reply.status_code in (429, 503):
            self.shed += 1
        elif reply.status_code == 200:
            self.milliseconds.append(milliseconds)
            self.fewer += bool(reply.json()["degraded"])
        else:
            self.broken += 1


@contextmanager
def production() -> Iterator[str]:
    """The address of a server as the shop's own launcher starts it."""
    from config import programs

    log = Path(os.environ["VITRINE_STATE"]) / "load.log"
    processes = os.cpu_count() or 1
    with (
        log.open("w") as file,
        serving(
            lambda listens: programs.web(listens, processes),
            said=file,
            VITRINE_ROLE="web",
            LOG_LEVEL="ERROR",
        ) as (address, _process),
    ):
        yield address


def fire(address: str, clients: int, seconds: float, text: NewText) -> Answers:
    """All clients at once, until the time is over; what is on its way then still counts."""
    answers, start = Answers(), time.perf_counter()

    def one(_number: int) -> None:
        with httpx.Client(timeout=PATIENCE) as http:
            while time.perf_counter() - start < seconds:
                asked = time.perf_counter()
                try:
                    reply = http.get(f"{address}/api/v1/search/", params={"q": text()})
                except httpx.HTTPError:
                    answers.broken += 1
                    continue
                answers.add(reply, 1000 * (time.perf_counter() - asked))
                if reply.status_code != 200:
                    time.sleep(0.2)  # nobody whom a shop turns away is back within the instant

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(one, range(clients)))
    answers.seconds = time.perf_counter() - start
    return answers


def encode_alone(texts: list[str], seconds: float, done: multiprocessing.Queue[float]) -> None:
    """Texts a second of one process, one after the other; in a process of its own."""
    from benchmarks.shop import opened

    opened()
    from search.encoders import get_encoder

    encoder = get_encoder()
    encoder.encode_texts(texts[:1])
    start, count = time.perf_counter(), 0
    for text in itertools.cycle(texts):
        encoder.encode_texts([text])
        count += 1
        if time.perf_counter() - start > seconds:
            break
    done.put(count / (time.perf_counter() - start))


def bare_rate(texts: list[str], seconds: float) -> float:
    """Texts a second of PROCESSES that do nothing but encode."""
    spawning = multiprocessing.get_context("spawn")
    done: multiprocessing.Queue[float] = spawning.Queue()
    children = [
        spawning.Process(target=encode_alone, args=(texts, seconds, done)) for _ in range(PROCESSES)
    ]
    for child in children:
        child.start()
    rates = [done.get() for _ in children]
    for child in children:
        child.join()
    return sum(rates)


def measure(clients: list[int], seconds: float) -> list[str]:
    from benchmarks.search.cold import Searches

    seed = int(time.time())
    searches, chance = Searches(seed), Random(seed)
    known = [searches.three_words() for _ in range(REPEATED)]
    kinds: dict[str, NewText] = {
        "cold": searches.three_words,
        "repeated": lambda: chance.choice(known),
    }
    lines = []
    with production() as address:
        fire(address, 4, 5, searches.three_words)  # warm: both processes, plans, the page cache
        for kind, text in kinds.items():
            for number in clients:
                bare = bare_rate([searches.three_words() for _ in range(50)], seconds / 3)
                lines.append(line(kind, number, fire(address, number, seconds, text), bare))
    return lines


def line(kind: str, clients: int, answers: Answers, bare: float) -> str:
    times = sorted(answers.milliseconds) or [0.0]
    late = times[int(len(times) * 0.95)] if len(times) > 1 else times[0]
    return (
        f"| {kind} | {clients} | {answers.rate:.1f} | {answers.rate / bare:.2f} "
        f"| {median(times):.0f} | {late:.0f} | {times[-1]:.0f} | {answers.fewer} "
        f"| {answers.shed} | {answers.broken} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--clients", default=",".join(map(str, CLIENTS)))
    given = parser.parse_args()
    with large(given.size, given.states):
        lines = measure([int(number) for number in given.clients.split(",")], given.seconds)
    print(
        "| searches | clients | a second | of the encoder | median ms | p95 ms | slowest ms "
        "| fewer | shed | broken |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
