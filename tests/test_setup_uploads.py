"""An upload over the cap is turned away while it streams in."""

from io import BytesIO

import pytest
from django.test import Client, RequestFactory

from config.uploads import CappedUploadHandler, UploadTooLargeError


def test_the_counter_stops_at_the_first_byte_over_the_cap(settings: pytest.FixtureRequest) -> None:
    settings.UPLOAD_BYTES = 10  # type: ignore[attr-defined]
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
    settings: pytest.FixtureRequest, address: str, kind: str, csrf: bool
) -> None:
    settings.UPLOAD_BYTES = 1000  # type: ignore[attr-defined]
    photo = BytesIO(b"\xff\xd8" + b"x" * 2000)
    photo.name = "photo.jpg"
    client = Client(enforce_csrf_checks=csrf)
    client.cookies["csrftoken"] = "a" * 32
    response = client.post(address, {"photo": photo})
    assert response.status_code == 413
    assert response.headers["Content-Type"].startswith(kind)
