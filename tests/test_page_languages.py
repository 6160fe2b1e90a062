"""Common words of a catalogue are shown in the visitor's language; a shop's own words stay."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

from catalog.models import Category, Product
from search.understanding import forget
from tests import cast

SAMPLE = Path(__file__).resolve().parent.parent / "sample_shop" / "catalogue.csv"


def german(client: Client, path: str) -> str:
    return client.get(path, headers={"Accept-Language": "de"}).content.decode()


def test_departments_facets_and_chips_are_translated(shop: cast.Shop, client: Client) -> None:
    page = german(client, "/search/?q=mug&color=blue")
    assert '<a href="/c/shoes/">Schuhe</a>' in page
    assert '<span class="chip-kind">Farbe</span> Blau<' in page
    assert "<span>Blau</span>" in page


def test_what_was_read_of_an_attribute_is_translated(shop: cast.Shop, client: Client) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(attributes={"pattern": "striped"})
    Product.objects.filter(pk=shop.sneaker.pk).update(attributes={"pattern": "floral"})
    forget()
    assert "Muster: gestreift" in german(client, "/search/?q=gestreifter+Becher")
    assert "Nicht gestreift" in german(client, "/search/?q=Becher+ohne+Streifen")


def test_the_facts_of_a_product_are_translated(shop: cast.Shop, client: Client) -> None:
    page = german(client, shop.mug.get_absolute_url())
    assert "<dt>Material</dt><dd>Steinzeug</dd>" in page


def test_a_word_that_is_not_known_stays_as_the_shop_wrote_it(
    shop: cast.Shop, client: Client
) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(
        category=Category.objects.create(name="Kuriosa & More"), material="moonstone"
    )
    page = german(client, shop.mug.get_absolute_url())
    assert "Kuriosa &amp; More" in page
    assert "<dd>Moonstone</dd>" in page


def test_english_pages_keep_the_catalogues_own_spelling(shop: cast.Shop, client: Client) -> None:
    Category.objects.filter(name="Shoes").update(name="SHOES")
    assert ">SHOES</a>" in client.get("/search/?q=mug").content.decode()


@pytest.mark.parametrize("language", ["de", "fr"])
def test_the_sample_shop_has_a_title_of_its_own_in_each_language(language: str) -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        titles = [(row["title"], row[f"title:{language}"]) for row in csv.DictReader(file)]
    assert titles
    assert all(own and own != english for english, own in titles)


def test_a_page_that_fails_early_is_in_the_language_of_who_asks(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_arguments: object) -> None:
        raise OperationalError

    client.raise_request_exception = False
    client.get("/", headers={"accept-language": "fr"})
    monkeypatch.setattr("config.patience.AdminPatienceMiddleware.__call__", away)

    page = client.get("/admin/login/", headers={"accept-language": "de"}).content.decode()

    assert '<html lang="de"' in page
