"""POST /api/v1/search/ with a photo: found by what it shows, and nowhere kept."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from search import indexing
from search.models import PhotoQuery
from tests import cast
from tests.api_calls import photo
from tests.stub_encoder import StubEncoder

SEARCH = "/api/v1/search/"


def sent(client: Client, file: SimpleUploadedFile, **asked: Any) -> dict[str, Any]:
    reply = client.post(SEARCH, {"photo": file, **asked})
    assert reply.status_code == 200, reply.content
    return dict(reply.json())


def complaint(client: Client, content: bytes, name: str = "photo.jpg") -> tuple[int, str]:
    reply = client.post(SEARCH, {"photo": SimpleUploadedFile(name, content)})
    assert reply["Content-Type"] == "application/problem+json"
    return reply.status_code, reply.json()["detail"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_a_photo_finds_what_looks_like_it(client: Client, shop: cast.Shop, kind: str) -> None:
    found = sent(client, photo("blue", kind, size=(64, 64)))
    assert (found["results"] + found["less_similar"])[0]["sku"] == "MUG-BLUE"


def test_the_photo_can_be_searched_with_again(client: Client, shop: cast.Shop) -> None:
    first = sent(client, photo())
    again = client.get(SEARCH, {"photo": first["photo_id"]}).json()
    assert again["results"] == first["results"]
    assert again["search_id"] == first["search_id"]


def test_the_next_page_of_a_photo_search_is_had_with_get(client: Client, shop: cast.Shop) -> None:
    cast.photo(cast.product("Red mug", "Kitchen > Mugs"), "red")
    indexing.index_stale()
    found = sent(client, photo("red"), page_size=1)
    following = client.get(found["next"]).json()
    assert len({hit["sku"] for hit in [*found["results"], *following["results"]]}) == 2


def test_filters_hold_for_a_photo_as_well(client: Client, shop: cast.Shop) -> None:
    cast.photo(cast.product("Red mug", "Kitchen > Mugs"), "red")
    indexing.index_stale()
    found = sent(client, photo("red"), category="kitchen")
    assert [hit["title"] for hit in found["results"]] == ["Red mug"]


def test_only_numbers_are_kept(client: Client, shop: cast.Shop, media: Path) -> None:
    before = sorted(media.rglob("*"))
    sent(client, photo())
    [kept] = PhotoQuery.objects.all()
    fields = {field.name for field in kept._meta.fields}
    assert fields == {"id", "encoder", "vector", "colors", "expires"}
    assert set(map(type, kept.colors.values())) <= {float}
    assert sorted(media.rglob("*")) == before


def test_a_photo_up_to_the_cap_never_touches_the_disk(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a photo was written to the disk")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    monkeypatch.setattr("django.core.files.temp.NamedTemporaryFile", refuse)
    heavy = cast.picture("blue", kind="PNG") + b"\0" * (11 * 1024 * 1024)
    sent(client, SimpleUploadedFile("heavy.png", heavy))


def test_an_expired_photo_says_so(client: Client, shop: cast.Shop) -> None:
    photo_id = sent(client, photo())["photo_id"]
    PhotoQuery.objects.update(expires=timezone.now())
    reply = client.get(SEARCH, {"photo": photo_id})
    assert reply.status_code == 410
    assert "photos are forgotten after a day" in reply.json()["detail"]


def test_an_unknown_photo_id_is_as_good_as_expired(client: Client, shop: cast.Shop) -> None:
    assert client.get(SEARCH, {"photo": "A" * 22}).status_code == 410


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture we can read"),
        (cast.picture()[:150], "broken"),
    ],
    ids=["empty", "svg named jpg", "cut short"],
)
def test_what_is_no_photo_is_refused_in_a_sentence(
    client: Client, shop: cast.Shop, content: bytes, said: str
) -> None:
    status, detail = complaint(client, content)
    assert status == 400
    assert said in detail


def test_a_photo_over_the_cap_is_refused_while_it_streams(
    client: Client, shop: cast.Shop, settings: Any
) -> None:
    settings.UPLOAD_BYTES = 100_000
    status, detail = complaint(client, b"\xff\xd8" + b"\0" * 200_000)
    assert status == 413
    assert "97.7" in detail


def test_too_many_pixels_are_refused(client: Client, shop: cast.Shop, settings: Any) -> None:
    settings.PHOTO_PIXELS = 1_000_000
    status, detail = complaint(client, cast.picture(size=(1001, 1000)))
    assert (status, "1 million pixels" in detail) == (400, True)


@pytest.mark.parametrize(
    "box", ["1,2", "a,b,c,d", "0,0,0,1", "0.5,0,0.6,1", "nan,0,1,1", "0,0,1,inf"]
)
def test_a_box_outside_of_the_photo_is_refused(client: Client, shop: cast.Shop, box: str) -> None:
    reply = client.post(SEARCH, {"photo": photo(), "box": box})
    assert reply.status_code == 400
    assert "x,y,w,h" in reply.json()["errors"]["box"][0]


def test_the_box_decides_what_is_looked_for(client: Client, shop: cast.Shop) -> None:
    both = Image.new("RGB", (80, 40), "blue")
    both.paste((220, 20, 30), (0, 0, 40, 40))
    found = []
    for box in ("0,0,0.5,1", "0.5,0,0.5,1"):
        reply = sent(client, SimpleUploadedFile("both.png", png(both)), box=box)
        found.append((reply["results"] + reply["less_similar"])[0]["sku"])
    assert found == ["SNEAKER-RED-41", "MUG-BLUE"]


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def test_a_file_in_another_field_is_not_passed_over(client: Client, shop: cast.Shop) -> None:
    reply = client.post(SEARCH, {"image": photo()})
    assert reply.status_code == 400
    assert "the field “photo”" in reply.json()["detail"]


def test_words_that_came_with_the_photo_are_answered_alone_while_the_encoder_is_away(
    client: Client, shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StubEncoder, "encode_images", lambda self, images: 1 / 0)
    found = sent(client, photo("red"), q="mug")
    assert [hit["sku"] for hit in found["results"]] == ["MUG-BLUE"]
    assert found["photo_id"] is None
    assert "your words alone" in found["degraded"][-1]
    assert client.post(SEARCH, {"photo": photo("red")}).status_code == 503


def test_a_form_of_which_nothing_arrived_is_not_a_search_for_everything(
    client: Client, shop: cast.Shop
) -> None:
    kind = "multipart/form-data; boundary=b"
    reply = client.post(SEARCH, b"--b\r\n[]--b--\r\n", content_type=kind)
    assert (reply.status_code, "did not arrive completely" in reply.json()["detail"]) == (400, True)
