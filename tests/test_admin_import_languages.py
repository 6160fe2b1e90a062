"""A shop's person reads what came of an import in the language in which the source was saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from catalog.fetching import fetch_due
from catalog.importing import worker
from catalog.models import ImportRun, PhotoAddress
from tests.import_pages import ADD, run_page, source_form, upload
from tests.languages import LANGUAGES
from tests.shop_file import shop
from tests.web_server import serving

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def report(client: Client, language: str, **values: Any) -> ImportRun:
    client.post(ADD, source_form(**values, _import="1"), headers={"accept-language": language})
    worker.work()
    run = ImportRun.objects.first()
    assert run
    return run


def test_a_report_is_in_german(admin_client: Client) -> None:
    run = report(admin_client, "de", file=upload())

    assert run.summary == (
        "Zeilen: 2 neu, 0 geändert, 0 unverändert, 1 abgelehnt. "
        "Bilder: 0 neu, 0 entfernt, 0 abgelehnt.\n"
        "3 Produkte haben Preise ohne Währung: die der neuen gelten in EUR; "
        '„Zuordnung“ der Quelle mit einer Zeile wie currency = "EUR" sagt, welche es ist.'
    )
    assert run.problems == "Zeile 3: price ist negativ (-3)."
    assert "price ist negativ (-3)." in run_page(admin_client, run)


def test_what_fails_is_said_in_french(admin_client: Client) -> None:
    run = report(admin_client, "fr", file=upload(b"a,b\n1,2\n"))

    assert run.state == "failed"
    assert run.summary.startswith("Le fichier n’a pas de colonne sku, source_id ou group")


def test_one_picture_is_one(admin_client: Client) -> None:
    file = upload(b"sku,title,images\nA,Apple,https://shop.example/a.jpg\n")
    run = report(admin_client, "fr", file=file)

    assert "1 image est récupérée maintenant à son adresse." in run.summary


def test_a_picture_that_is_not_to_be_had_is_so_in_the_language_of_its_source(
    admin_client: Client, settings: Any
) -> None:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as server:
        address = server.url("/gone.jpg")
        report(admin_client, "de", file=upload(f"sku,title,images\nA,Apple,{address}\n".encode()))
        fetch_due()

    assert PhotoAddress.objects.get().reason.startswith("Das Bild ist nicht zu bekommen")


def test_the_encoding_that_words_tell_is_said_and_one_asked_for_is_taken(
    admin_client: Client,
) -> None:
    file = "sku;title\nA;Möbel\n".encode("windows-1252")
    run = report(admin_client, "de", file=upload(file), name="old")
    assert "die Wörter darin werden als Windows-1252 gelesen." in run.summary
    assert run.source.products.get().title == "Möbel"

    run = report(admin_client, "en", file=upload(file), name="new", encoding="windows-1252")
    assert run.state == "done"
    assert run.source.products.get().title == "Möbel"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_report_can_be_written(tmp_path: Path, language: str) -> None:
    with translation.override(language):
        shop(tmp_path, "sku,title,brand,group", "A,Apple,Zed,g", "B,Bread,Ada,g", source="main")
        done = shop(tmp_path, "sku,stock", "A,dear", "NEW-1,4", source="main")

    assert (len(done.said), len(done.report.remarks())) == (2, 1)
    assert "main" in done.report.remarks()[0]
