"""The audit finds a thing that is listed twice, and takes no two things for one."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from search.audit.facts import contradict
from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def saved_anew(picture: bytes) -> bytes:
    file = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").resize((80, 80)).save(file, "PNG")
    return file.getvalue()


def test_nothing_is_found_where_nothing_is_listed_twice() -> None:
    assert audit_shop.audited("duplicate") == []


def test_a_second_listing_is_found_beside_the_first() -> None:
    picture = audit_shop.drawing("lamp", "blue", 500)
    first = audit_shop.add("lamp", "blue", 101, photo=picture, title="Blue reading lamp Quince")
    second = audit_shop.add(
        "lamp",
        "blue",
        101,
        photo=saved_anew(picture),
        title="Reading lamp Quince, blue",
        sku="AGAIN",
    )
    (finding,) = audit_shop.audited("duplicate")
    assert (finding.product, finding.other) == (second, first)
    assert finding.proposal == {"do": "hide", "value": second.pk}


@pytest.mark.parametrize(
    "differs",
    [{"said": "red"}, {"title": "Blue lamp 12 Quince"}],
    ids=["colour", "number"],
)
def test_what_contradicts_the_other_is_another_thing(differs: dict[str, str]) -> None:
    picture = audit_shop.drawing("lamp", "blue", 500)
    one = audit_shop.add("lamp", "blue", 101, photo=picture, title="Blue lamp 10 Quince")
    fields = {"title": "Blue lamp 10 Quince", "sku": "AGAIN", **differs}
    other = audit_shop.add("lamp", "blue", 101, photo=picture, **fields)
    assert contradict(one, other)
    assert audit_shop.audited("duplicate") == []
