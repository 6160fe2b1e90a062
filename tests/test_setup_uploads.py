"""An upload over the cap is turned away while it streams in."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from config.uploads import CappedUploadHandler, UploadTooLargeError
from config.web.refusals import Refused, refusal


def test_the_counter_stops_at_the_first_byte_over_the_cap(settings: Settings) -> None:
    settings.UPLOAD_BYTES = 10
    handler = CappedUploadHandler(RequestFactory().post("/"))
    assert handler.receive_data_chunk(b"x" * 10, 0) == b"x" * 10
    with pytest.raises(UploadTooLargeError):
        handler.receive_data_chunk(b"x", 10)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "kind"),
    [("/api/v1/search/", "application/problem+json"), ("/search/photo/", "text/html")],
)
@pytest.mark.parametrize("csrf", [True, False])
def test_a_photo_over_the_cap_gets_413(
    settings: Settings, address: str, kind: str, csrf: bool
) -> None:
    settings.UPLOAD_BYTES = 1000
    photo = BytesIO(b"\xff\xd8" + b"x" * 2000)
    photo.name = "photo.jpg"
    client = Client(enforce_csrf_checks=csrf)
    client.cookies["csrftoken"] = "a" * 32
    response = client.post(address, {"photo": photo})
    assert response.status_code == 413
    assert response.headers["Content-Type"].startswith(kind)


@pytest.mark.parametrize("pieces", ["by the door", "while it streams in"])
def test_whoever_sends_a_catalogue_is_told_of_no_photo(
    settings: Settings, pieces: str, admin_client: Client
) -> None:
    if pieces == "by the door":
        page = refusal(Refused(413, b"/admin/catalog/source/add/")).decode()
    else:
        settings.UPLOAD_BYTES = 1000
        sent = {"file": SimpleUploadedFile("shop.csv", b"x" * 2000)}
        reply = admin_client.post("/admin/catalog/source/add/", sent)
        assert reply.status_code == 413
        page = reply.content.decode()
    assert "A larger catalogue goes in packed, as a .zip or .gz, or by its address." in page
    assert "photo finds" not in page
    assert 'href="/admin/"' in page
