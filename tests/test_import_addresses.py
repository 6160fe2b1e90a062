"""Pictures named by addresses are fetched by workers when the rows are in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from catalog import fetching
from catalog.fetching import fetch_due
from catalog.models import PhotoAddress, Product, ProductImage
from catalog.web import Reply, Unavailable, fetch
from tests.cast import picture
from tests.shop_file import Done, shop
from tests.web_server import Server, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as running:
        for color in ("red", "blue", "green"):
            running.answers[f"/{color}.png"] = 200, {"ETag": f'"{color}"'}, picture(color)
        yield running


def apple(folder: Path, *urls: str, **options: Any) -> Done:
    return shop(folder, "sku,title,images", f"A1,Apple,{'|'.join(urls)}", **options)


def due_again() -> None:
    PhotoAddress.objects.update(due=timezone.now() - timedelta(seconds=1))


def test_rows_do_not_wait_for_their_pictures(tmp_path: Path, server: Server) -> None:
    done = apple(tmp_path, server.url("/red.png"), server.url("/blue.png"))

    assert (done.rows, server.asked) == ({"created": 1}, [])
    assert done.report.remarks() == [
        "2 pictures are fetched from their addresses now, by the workers."
    ]

    assert fetch_due() == 2
    first, second = Product.objects.get().images.all()
    assert (first.width, first.position, second.position) == (64, 0, 1)
    assert set(PhotoAddress.objects.values_list("state", flat=True)) == {"fetched"}


def test_a_second_import_asks_for_nothing(tmp_path: Path, server: Server) -> None:
    apple(tmp_path, server.url("/red.png"))
    fetch_due()

    assert apple(tmp_path, server.url("/red.png")).rows == {"unchanged": 1}
    assert fetch_due() == 0
    assert ProductImage.objects.count() == 1


def test_a_week_later_an_unchanged_picture_costs_no_bytes(tmp_path: Path, server: Server) -> None:
    apple(tmp_path, server.url("/red.png"))
    fetch_due()
    before = ProductImage.objects.get()
    asked = []

    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        asked.append(headers["if-none-match"])
        return 304, {"ETag": '"red"'}, b""

    server.answers["/red.png"] = answer
    due_again()
    fetch_due()

    assert asked == ['"red"']
    assert ProductImage.objects.get().fingerprint == before.fingerprint


def test_a_new_picture_under_the_same_address_takes_its_place(
    tmp_path: Path, server: Server
) -> None:
    apple(tmp_path, server.url("/red.png"))
    fetch_due()
    before = ProductImage.objects.get().fingerprint

    server.answers["/red.png"] = 200, {"ETag": '"new"'}, picture("crimson")
    due_again()
    fetch_due()

    assert ProductImage.objects.get().fingerprint != before


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, {}, b""), "it answers with an error (404)"),
        ((304, {}, b""), "it answers with an error (304)"),  # the same as what?
        ((200, {}, b"<html>not found</html>"), "This is not a picture we can read"),
        ((302, {"Location": "http://10.0.0.1/x.png"}, b""), "it is not a public address"),
    ],
)
def test_a_picture_that_is_not_to_be_had_is_a_state_with_its_reason(
    tmp_path: Path, server: Server, answer: Any, reason: str
) -> None:
    server.answers["/gone.png"] = answer

    apple(tmp_path, server.url("/red.png"), server.url("/gone.png"))
    fetch_due()

    failed = PhotoAddress.objects.get(state="failed")
    assert failed.reason.startswith(f"The picture could not be fetched: {reason}.")
    assert ProductImage.objects.count() == 1


def test_a_server_that_is_away_is_asked_again_later(tmp_path: Path, server: Server) -> None:
    server.answers["/red.png"] = 503, {}, b""
    apple(tmp_path, server.url("/red.png"))

    fetch_due()
    row = PhotoAddress.objects.get()
    assert (row.state, row.attempts) == ("waiting", 1)
    assert row.due > timezone.now()

    server.answers["/red.png"] = 200, {}, picture("red")
    due_again()
    fetch_due()
    assert ProductImage.objects.count() == 1


def test_an_error_of_our_own_over_one_picture_holds_up_no_other(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetched(url: str, etag: str = "") -> Reply:
        if url.endswith("gone.png"):
            raise OSError("no space left on device")
        return fetch(url, etag)

    monkeypatch.setattr(fetching, "fetch", fetched)
    apple(tmp_path, server.url("/gone.png"), server.url("/red.png"))
    for _attempt in range(5):
        due_again()
        fetch_due()

    states = PhotoAddress.objects.order_by("address").values_list("state", flat=True)
    assert list(states) == ["failed", "fetched"]


def test_after_many_attempts_it_is_given_up(tmp_path: Path, server: Server) -> None:
    server.answers["/red.png"] = 503, {}, b""
    apple(tmp_path, server.url("/red.png"))

    for _attempt in range(5):
        due_again()
        fetch_due()

    assert PhotoAddress.objects.get().state == "failed"


def test_an_address_of_many_products_is_asked_once(tmp_path: Path, server: Server) -> None:
    url = server.url("/red.png")
    shop(tmp_path, "sku,title,images", f"A1,Apple,{url}", f"B1,Bread,{url}", f"C1,Cake,{url}")

    fetch_due()

    assert server.asked == ["/red.png"]
    assert ProductImage.objects.count() == 3


def test_the_folder_of_pictures_is_looked_into_first(tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "red.png").write_bytes(picture("red"))

    apple(tmp_path, server.url("/red.png?v=3"), server.url("/blue.png"), images=folder)

    assert ProductImage.objects.count() == 1
    fetch_due()
    assert server.asked == ["/blue.png"]
    positions = Product.objects.get().images.values_list("position", flat=True)
    assert list(positions) == [0, 1]


def test_a_photo_no_longer_named_goes_with_its_address(tmp_path: Path, server: Server) -> None:
    apple(tmp_path, server.url("/red.png"), server.url("/blue.png"))
    fetch_due()

    apple(tmp_path, server.url("/blue.png"))

    assert PhotoAddress.objects.count() == 1
    assert ProductImage.objects.get().position == 0


def test_photos_of_variants_are_bound_to_what_tells_these_apart(
    tmp_path: Path, server: Server
) -> None:
    red, blue, green = (server.url(f"/{color}.png") for color in ("red", "blue", "green"))
    shop(
        tmp_path,
        "sku,group,title,color,size,option:Width,images,variant_images",
        f"A,boot,Boot,Moss,39,Wide,{red}|{green},{red}",
        f"B,boot,Boot,Moss,40,Wide,,{red}",
        f"C,boot,Boot,Rust,39,Narrow,,{blue}",
        f"D,boot,Boot,Rust,40,Wide,,{blue}",
    )
    fetch_due()

    bound = {
        row.address: (row.color, row.option, row.option_value) for row in PhotoAddress.objects.all()
    }
    assert bound == {red: ("Moss", "", ""), green: ("", "", ""), blue: ("Rust", "", "")}
    boot = Product.objects.get()
    shown = {
        variant.sku: [photo.position for photo in boot.images.all() if photo.shows(variant)]
        for variant in boot.variants.all()
    }
    assert shown == {"A": [0, 1], "B": [0, 1], "C": [1, 2], "D": [1, 2]}


def test_a_photo_may_be_bound_to_another_option(tmp_path: Path, server: Server) -> None:
    red, blue = server.url("/red.png"), server.url("/blue.png")
    shop(
        tmp_path,
        "sku,group,title,option:Frame,images,variant_images",
        f"A,print,Print,Oak,,{red}",
        f"B,print,Print,Steel,,{blue}",
    )
    fetch_due()

    oak = ProductImage.objects.get(option_value="Oak")
    variants = Product.objects.get().variants
    assert oak.shows(variants.get(sku="A"))
    assert not oak.shows(variants.get(sku="B"))


def test_a_server_that_hangs_keeps_nothing_from_the_others(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetched(url: str, etag: str = "") -> Reply:
        asked.append(url)
        if "slow.example" in url:
            time.sleep(0.02)
            raise Unavailable("it takes too long")
        return fetch(url, etag)

    monkeypatch.setattr(fetching, "fetch", fetched)
    monkeypatch.setattr(fetching, "HUNG_SECONDS", 0.01)
    slow = [f"https://slow.example/{number}.png" for number in range(45)]
    apple(tmp_path, *slow, server.url("/red.png"), server.url("/blue.png"))

    assert fetch_due() == 3

    assert asked == [slow[0], server.url("/red.png"), server.url("/blue.png")]
    assert ProductImage.objects.count() == 2
    waiting = PhotoAddress.objects.filter(state="waiting", due__gt=timezone.now())
    assert sorted(waiting.values_list("attempts", flat=True)) == [*[0] * 44, 1]


def test_what_there_was_no_time_for_was_no_attempt(tmp_path: Path, server: Server) -> None:
    apple(tmp_path, server.url("/red.png"), server.url("/blue.png"), server.url("/green.png"))

    def late(_headers: dict[str, str]) -> Any:
        time.sleep(0.2)
        return 200, {}, picture("red")

    server.answers["/red.png"] = late
    assert fetch_due(seconds=0.1) == 1
    assert sorted(PhotoAddress.objects.values_list("attempts", flat=True)) == [0, 0, 0]
    due_again()
    fetch_due()
    assert set(PhotoAddress.objects.values_list("state", flat=True)) == {"fetched"}
