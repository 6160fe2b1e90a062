"""While the sample shop is what is sold, the home page offers its photos and searches to try."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from search.suggesting import showcase
from tests import cast


@pytest.fixture
def sample_shop(shop: cast.Shop, tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A sample shop that has one product of the cast, one query and one shopper's photo."""
    folder = tmp_path / "sample_shop"
    (folder / "shopper_photos").mkdir(parents=True)
    (folder / "shopper_photos" / "red.png").write_bytes(cast.picture("red"))
    (folder / "catalogue.csv").write_text("sku,title\nMUG-BLUE,Stoneware mug\n")
    photos = [{"file": "red.png", "alt": "Something red"}, {"file": "gone.png", "alt": "Gone"}]
    queries = {"en": ["red shoes"], "de": ["rote Schuhe"]}
    (folder / "showcase.json").write_text(json.dumps({"photos": photos, "queries": queries}))
    settings.BASE_DIR = tmp_path
    forget()
    yield folder
    forget()


def forget() -> None:
    showcase.showcase.cache_clear()
    showcase._first_sku.cache_clear()


@pytest.mark.usefixtures("sample_shop")
def test_home_offers_what_there_is_to_try(shop: cast.Shop, client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'alt="Something red"' in page
    assert "Gone" not in page
    assert 'href="/search/?q=red%20shoes"' in page


@pytest.mark.usefixtures("sample_shop")
@pytest.mark.parametrize(("language", "words"), [("de", "rote%20Schuhe"), ("fr", "baskets")])
def test_searches_to_try_are_in_the_language_of_the_page(
    shop: cast.Shop, client: Client, language: str, words: str
) -> None:
    with translation.override(language):
        page = client.get("/", headers={"Accept-Language": language}).content.decode()
    assert f'href="/search/?q={words}"' in page
    assert "red%20shoes" not in page


@pytest.mark.usefixtures("sample_shop")
def test_another_shop_does_not_offer_them(shop: cast.Shop, client: Client) -> None:
    shop.mug.delete()
    page = client.get("/").content.decode()
    assert "Something red" not in page
    assert "red%20shoes" not in page


@pytest.mark.usefixtures("sample_shop")
def test_a_photo_of_the_showcase_is_searched_with(shop: cast.Shop, client: Client) -> None:
    answer = client.post("/search/photo/", {"sample": "red.png"}, follow=True)
    assert answer.context["result"].hits[0].product == shop.sneaker


@pytest.mark.usefixtures("sample_shop")
@pytest.mark.parametrize("name", ["catalogue.csv", "..%2Fcatalogue.csv", "gone.png"])
def test_only_photos_of_the_list_are_handed_out(shop: cast.Shop, client: Client, name: str) -> None:
    assert client.get("/showcase/red.png").status_code == 200
    assert client.get(f"/showcase/{name}").status_code == 404
