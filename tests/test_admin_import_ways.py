"""Whoever imports in admin is told of its fields, and of no options of a command."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO

import pytest
from django.test import Client

from catalog.importing import worker
from catalog.models import ImportRun, Product, ProductImage, Source
from tests.cast import picture
from tests.import_pages import ADD, run_page, source_form, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

STRANGE = b"Benennung;Netto\nTeller;1,20\nTasse;3,50\n"
GONE = b"sku,title,price\n" + b"".join(b"A%d,Apple,1\n" % number for number in range(9))


def tried(client: Client, content: bytes, button: str = "_try", **values: str) -> ImportRun:
    source = Source.objects.filter(name="main").first()
    address = f"/admin/catalog/source/{source.pk}/change/" if source else ADD
    reply = client.post(address, source_form(file=upload(content), **{button: "1"}, **values))
    assert reply.status_code == 302
    worker.work()
    run = ImportRun.objects.first()
    assert run
    return run


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'sku,title,price\nA,Apple,"1,200"\n', "“Decimal sign” of the source"),
        (b"sku,title,images\nA,Apple,a.jpg\n", "a zip of the file and its pictures"),
        (STRANGE, "a mapping to edit for them stands below"),
    ],
)
def test_a_report_names_what_the_page_offers(
    admin_client: Client, content: bytes, said: str
) -> None:
    run = tried(admin_client, content)

    assert said in f"{run.summary} {run.problems}"
    assert not re.search(r"--\w", f"{run.summary} {run.problems} {run.mapping}")


def test_what_is_missing_is_dealt_with_by_a_field_and_a_box(admin_client: Client) -> None:
    tried(admin_client, GONE, "_import")
    kept = tried(admin_client, GONE[:40])
    refused = tried(admin_client, GONE[:40], missing="hide")

    assert "“Articles that are not in the file” of the source takes them out" in kept.summary
    assert "“However much is missing”, below a trial, does it." in refused.summary
    assert "(--force)" not in run_page(admin_client, refused)


def test_columns_that_nobody_knows_are_mapped_without_a_shell(admin_client: Client) -> None:
    page = run_page(admin_client, tried(admin_client, STRANGE))
    shown = re.search(r"<pre>(.*?)</pre>", page, re.S)
    assert shown
    mapping = unescape(shown[1]).replace('"Benennung" = ""', '"Benennung" = "title"')
    mapping = mapping.replace('"Netto" = ""', '"Netto" = "price"')
    run = tried(admin_client, STRANGE, "_import", mapping=mapping, decimal=",")

    assert run.state == "done", run.summary
    assert set(Product.objects.values_list("title", flat=True)) == {"Teller", "Tasse"}


def test_a_file_keeps_its_name_at_the_beginning_of_a_sentence(admin_client: Client) -> None:
    assert tried(admin_client, b"\xff\xfe\x00\xd8\x01").summary.startswith("shop.csv ")


def test_a_mapping_is_in_the_language_of_its_source(admin_client: Client) -> None:
    admin_client.cookies["django_language"] = "de"
    run = tried(admin_client, STRANGE)

    assert run.mapping.startswith("# shop.csv: Tabelle.\n# Die rechte Seite bearbeiten, dies in „")


def test_pictures_come_in_the_zip_of_their_table(admin_client: Client) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("shop.csv", "sku,title,images\nA,Apple,photos/a.png\n")
        archive.writestr("photos/a.png", picture())
    packed.seek(0)
    packed.name = "shop.zip"
    admin_client.post(ADD, source_form(file=packed, _import="1"))
    worker.work()

    assert ProductImage.objects.get().product.title == "Apple"
