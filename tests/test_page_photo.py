"""A photo sent with the plain form: what comes back, and what is refused."""

import io
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from tests import cast
from tests.stub_encoder import StubEncoder


def sent(client: Client, content: bytes, name: str = "photo.png", **more: str) -> Any:
    file = io.BytesIO(content)
    file.name = name
    return client.post("/search/photo/", {"photo": file, **more})


def test_the_answer_is_an_address_that_can_be_shared(shop: cast.Shop, client: Client) -> None:
    answer = sent(client, cast.picture("blue"), q="mug")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/search/?photo=")
    assert answer["Location"].endswith("&q=mug")
    hits = Client().get(answer["Location"]).context["result"].hits
    assert hits[0].product == shop.mug


def test_filters_are_kept_when_a_photo_is_cut_again(shop: cast.Shop, client: Client) -> None:
    answer = client.post(
        "/search/photo/?color=blue", {"photo": io.BytesIO(cast.picture("red")), "q": ""}
    )
    assert answer["Location"].startswith("/search/?color=blue&photo=")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing.jpg"),
        (cast.picture("red", (400, 300))[:300], "broken.png"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(
    shop: cast.Shop, client: Client, content: bytes, name: str
) -> None:
    answer = sent(client, content, name)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_no_file_at_all_is_refused_with_a_sentence(shop: cast.Shop, client: Client) -> None:
    answer = client.post("/search/photo/", {"q": "red"})
    assert answer.status_code == 400
    assert "Please choose a photo to search with." in answer.content.decode()


def test_a_picture_with_too_many_pixels_is_refused(shop: cast.Shop, client: Client) -> None:
    file = io.BytesIO()
    Image.new("1", (13_000, 13_000)).save(file, "PNG")
    answer = sent(client, file.getvalue())
    assert answer.status_code == 400
    assert "million pixels" in answer.content.decode()


def test_a_photo_that_cannot_be_read_now_is_asked_for_again(
    shop: cast.Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: StubEncoder, images: object) -> None:
        raise MemoryError

    monkeypatch.setattr(StubEncoder, "encode_images", broken)
    answer = sent(client, cast.picture("red"), q=" ")
    assert answer.status_code == 503
    assert "Photos cannot be read at the moment." in answer.content.decode()


@pytest.mark.usefixtures("empty_cache")
def test_photos_of_one_client_are_counted(shop: cast.Shop, client: Client, settings: Any) -> None:
    settings.REQUESTS_A_MINUTE = {**settings.REQUESTS_A_MINUTE, "photo": 1}
    assert sent(client, cast.picture("red")).status_code == 302
    assert sent(client, cast.picture("red")).status_code == 429


def test_words_that_came_with_the_photo_are_answered_alone_while_the_encoder_is_away(
    shop: cast.Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StubEncoder, "encode_images", lambda self, images: 1 / 0)
    file = io.BytesIO(cast.picture("red"))
    file.name = "photo.png"
    page = client.post("/search/photo/?color=blue", {"photo": file, "q": "mug"}, follow=True)
    assert page.redirect_chain == [("/search/?color=blue&q=mug", 302)]
    assert [hit.product for hit in page.context["result"].hits] == [shop.mug]
    said = "Your photo cannot be read just now: this is what your words alone find."
    assert said in page.content.decode()
    assert said not in client.get("/search/?color=blue&q=mug").content.decode()
