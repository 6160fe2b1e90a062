"""What programs send to the API: a key, a write, a photo."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from search.models import ApiKey
from tests import cast


def key(**columns: Any) -> dict[str, str]:
    made = ApiKey(**{"name": "shop", "scope": "write", **columns})
    secret = made.renew()
    made.save()
    return {"Authorization": f"Bearer {secret}"}


def send(client: Client, method: str, path: str, body: Any = None) -> Any:
    address = f"/api/v1/products/{path}/"
    return getattr(client, method)(address, body, content_type="application/json")


def photo(color: str = "blue", kind: str = "JPEG", **picture: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile("photo", cast.picture(color, kind=kind, **picture))
