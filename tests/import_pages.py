"""The pages of admin on which a source is set up and its imports are looked at."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.models import ImportRun

ADD = "/admin/catalog/source/add/"
FILE = b"sku,title,price\nA1,Apple,2.50\nB1,Bread,-3\nC1,Cake,4\n"


def source_form(**values: Any) -> dict[str, Any]:
    return {
        **{"name": "main", "address": "", "format": "", "decimal": "", "mapping": ""},
        **{
            "missing": "keep",
            "every": "0",
            "encoding": "",
            "runs-TOTAL_FORMS": "0",
            "runs-INITIAL_FORMS": "0",
        },
        **values,
    }


def upload(content: bytes = FILE) -> SimpleUploadedFile:
    return SimpleUploadedFile("shop.csv", content)


def run_page(client: Client, run: ImportRun) -> str:
    return str(client.get(f"/admin/catalog/importrun/{run.pk}/change/").content.decode())
