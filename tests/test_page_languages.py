"""Common words of a catalogue are shown in the visitor's language; a shop's own words stay."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.db import OperationalError
from django.test import Client

from catalog.models import Category, Product
from catalog.truths import truth
from search.understanding import forget
from tests import cast
from tests.languages import TRANSLATED

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_shop" / "catalogue.csv"
LOCALE = ROOT / "search" / "locale"


def german(client: Client, path: str) -> str:
    return client.get(path, headers={"Accept-Language": "de"}).content.decode()


def test_departments_facets_and_chips_are_translated(shop: cast.Shop, client: Client) -> None:
    page = german(client, "/search/?q=mug&color=blue")
    assert '<a href="/c/shoes/">Schuhe</a>' in page
    assert '<span class="chip-kind">Farbe</span> <bdi>Blau</bdi>' in page
    assert '<span dir="auto">Blau</span>' in page


def test_what_was_read_of_an_attribute_is_translated(shop: cast.Shop, client: Client) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(attributes={"pattern": "striped"})
    Product.objects.filter(pk=shop.sneaker.pk).update(attributes={"pattern": "floral"})
    forget()
    assert "Muster: gestreift" in german(client, "/search/?q=gestreifter+Becher")
    assert "Nicht gestreift" in german(client, "/search/?q=Becher+ohne+Streifen")


def test_the_facts_of_a_product_are_translated(shop: cast.Shop, client: Client) -> None:
    page = german(client, shop.mug.get_absolute_url())
    assert "<dt>Material</dt><dd>Steinzeug</dd>" in page


def test_a_description_says_its_language_and_is_the_one_that_search_engines_get(
    shop: cast.Shop, client: Client
) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(description="Holds a lot.")
    own = german(client, shop.mug.get_absolute_url())
    shop.mug.translations.filter(language="de").update(description="Fasst viel.")
    translated = german(client, shop.mug.get_absolute_url())

    assert '<div class="description" dir="auto" lang="en"><p>Holds a lot.' in own
    assert '<div class="description" dir="auto" lang="de"><p>Fasst viel.' in translated
    assert '<meta name="description" content="Fasst viel.">' in translated


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
    category = Category.objects.get(name="Shoes")
    category.name = "SHOES"
    category.save()
    assert ">SHOES</a>" in client.get("/search/?q=mug").content.decode()


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_sample_shop_has_a_title_of_its_own_in_each_language(language: str) -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        titles = [(row["title"], row[f"title:{language}"]) for row in csv.DictReader(file)]
    assert titles
    assert all(own and own != english for english, own in titles)


@pytest.mark.parametrize("language", TRANSLATED)
def test_all_that_the_sample_shop_says_has_a_word_in_each_language(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as po:
        known = {each.id for each in read_po(po) if each.context == "catalogue"}
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        said = {word for row in csv.DictReader(file) for word in words_of(row)}

    assert len(said) > 150
    assert said <= known, sorted(said - known)


def words_of(row: dict[str, str]) -> set[str]:
    """Names and values that are no numbers, in lower case, as they are looked up."""
    found = set()
    for column, cell in row.items():
        family, _colon, name = column.partition(":")
        if family in ("attr", "option"):
            found.add(name)
        if family in ("attr", "option") or column in ("color", "material", "gender", "category"):
            found |= {part.strip() for part in re.split("[|,/>]", cell)}
    return {
        word.lower()
        for word in found
        if word and not any(sign.isdigit() for sign in word) and truth(word) is None
    }


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
