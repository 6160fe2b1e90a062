"""How fast the API answers.

    python -m benchmarks.search.speed [--rounds 40] [--clients 4]

Starts the web server of production (gunicorn, 2 processes of 2 threads) on the configured shop and
asks /api/v1/search/ over HTTP, one client at a time for the latency, several for the throughput.
Every kind of search runs in turn within each round, so that a busy machine is as busy for one as
for the other; what counts are the ratios to the first line.
"""

from __future__ import annotations

import argparse
import io
import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from statistics import median
from typing import Any

import httpx2 as httpx
from PIL import Image
from tqdm import tqdm

from benchmarks.serving import serving
from benchmarks.shop import opened

SERVER = ["-m", "gunicorn", "-k", "gthread", "-w", "2", "--threads", "2", "--no-control-socket"]
SECONDS = 5  # of parallel fire for each kind

Ask = Callable[[httpx.Client], httpx.Response]


@contextmanager
def server(application: str = "config.wsgi") -> Iterator[tuple[str, int]]:
    """The address and the process of a server of our own, without throttles."""
    command = [sys.executable, *SERVER, application, "--log-level", "critical", "-b"]
    with serving(lambda listens: [*command, listens]) as served:
        yield served


class Searches:
    """The kinds of searches, each made of the shop's own titles, photos and categories."""

    def __init__(self, address: str, seed: int) -> None:
        from django.db.models import Count

        from catalog.models import Category, Product, Variant

        self.address = address
        self.chance = random.Random(seed)
        self.titles = list(Product.objects.active().values_list("title", flat=True)[:5000])
        self.words = sorted({word for title in self.titles for word in title.split()})
        self.category = Category.objects.filter(parent=None).order_by("pk").first()
        colors = Variant.objects.exclude(color="").values_list("color", flat=True)
        self.color = colors.annotate(n=Count("pk")).order_by("-n").first()
        self.photos = list(photos(30))
        self.number = itertools.count(1)
        self.known = self.new_words()
        self.sent = ""  # the id of the last photo

    def kinds(self) -> dict[str, Ask]:
        return {
            "words, new": lambda http: self.get(http, q=self.new_words()),
            "words, known vector": lambda http: self.get(http, q=self.known, off=self.new_list()),
            "words, known list": lambda http: self.get(http, q=self.known, page=2),
            "words and category": lambda http: self.get(
                http, q=self.new_words(), category=self.category.url_path
            ),
            "words and colour": lambda http: self.get(http, q=self.new_words(), color=self.color),
            "filters alone": lambda http: self.get(
                http, category=self.category.url_path, off=self.new_list()
            ),
            "photo, sent": self.send_photo,
            "photo, sent before": lambda http: self.get(http, photo=self.sent, off=self.new_list()),
            "photo and words": lambda http: self.get(http, photo=self.sent, q=self.new_words()),
        }

    def get(self, http: httpx.Client, **asked: Any) -> httpx.Response:
        return http.get(self.address, params=asked)

    def new_words(self) -> str:
        return " ".join(self.chance.sample(self.words, 3))

    def new_list(self) -> str:
        """A key that is never there, switched off: the same search, but a list not yet frozen."""
        return f"none:{next(self.number)}"

    def send_photo(self, http: httpx.Client) -> httpx.Response:
        photo = self.chance.choice(self.photos)
        reply = http.post(self.address, files={"photo": ("photo.jpg", photo, "image/jpeg")})
        self.sent = reply.json()["photo_id"]
        return reply


def photos(count: int) -> Iterator[bytes]:
    """Product photos as a browser sends them: JPEG, the longer side 800 pixels."""
    from catalog.models import ProductImage
    from catalog.pictures import PictureError, open_picture

    for row in ProductImage.objects.order_by("fingerprint")[:count]:
        try:
            picture = open_picture(row.image.open())
        except (OSError, PictureError):
            picture = Image.effect_noise((600, 800), 60).convert("RGB")
        scale = 800 / max(picture.size)
        size = (round(picture.width * scale), round(picture.height * scale))
        file = io.BytesIO()
        picture.resize(size).save(file, "JPEG", quality=85)
        yield file.getvalue()


def latencies(searches: Searches, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each request, one at a time."""
    kinds = searches.kinds()
    found: dict[str, list[float]] = {name: [] for name in kinds}
    with httpx.Client(timeout=60) as http:
        for name in ("photo, sent", *kinds):  # warm: connections, plans, vocabulary, encoder
            kinds[name](http).raise_for_status()
        for _ in tqdm(range(rounds), desc="latency", disable=None):
            for name, ask in kinds.items():
                start = time.perf_counter()
                ask(http).raise_for_status()
                found[name].append(1000 * (time.perf_counter() - start))
    return found


def throughput(ask: Ask, clients: int) -> float:
    """Requests a second with that many clients at once."""
    end = time.perf_counter() + SECONDS

    def fire(_client: int) -> int:
        with httpx.Client(timeout=60) as http:
            for count in itertools.count():
                if time.perf_counter() > end:
                    return count
                ask(http).raise_for_status()
        return 0

    with ThreadPoolExecutor(clients) as pool:
        return sum(pool.map(fire, range(clients))) / SECONDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    opened()
    with server() as (address, _process):
        searches = Searches(f"{address}/api/v1/search/", options.seed)
        measured = latencies(searches, options.rounds)
        rates = {name: throughput(ask, options.clients) for name, ask in searches.kinds().items()}
    first = median(next(iter(measured.values())))
    print(f"{len(searches.titles)} titles looked at; {options.clients} clients for the rate\n")
    print("| search | median ms | p95 ms | of the first | requests a second |")
    print("|---|---|---|---|---|")
    for name, times in measured.items():
        late = sorted(times)[int(len(times) * 0.95)]
        print(
            f"| {name} | {median(times):.0f} | {late:.0f} | {median(times) / first:.2f} "
            f"| {rates[name]:.1f} |"
        )


if __name__ == "__main__":
    main()
