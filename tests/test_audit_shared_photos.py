"""The audit finds one photo on two things, unless they are one in two colours."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def test_nothing_is_found_where_every_thing_has_its_own_photo() -> None:
    assert audit_shop.audited("shared") == []


def test_the_same_file_on_two_things_is_found() -> None:
    picture = audit_shop.drawing("rug", "green", 500)
    one = audit_shop.add("rug", "green", 101, photo=picture, title="Green rug Quince")
    other = audit_shop.add("scarf", "green", 102, photo=picture, title="Green scarf Rowan")
    (finding,) = audit_shop.audited("shared")
    assert {finding.product, finding.other} == {one, other}


def test_a_picture_saved_anew_is_found_across_categories() -> None:
    picture = audit_shop.drawing("rug", "green", 500)
    file = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").resize((80, 80)).save(file, "PNG")
    one = audit_shop.add("rug", "green", 101, photo=picture, title="Green rug Quince")
    other = audit_shop.add("scarf", "green", 102, photo=file.getvalue(), title="Scarf Rowan")
    (finding,) = audit_shop.audited("shared")
    assert {finding.product, finding.other} == {one, other}


def test_colours_of_one_thing_may_share_a_photo() -> None:
    picture = audit_shop.drawing("rug", "green", 500)
    audit_shop.add("rug", "green", 101, photo=picture, title="Green rug Quince")
    audit_shop.add("rug", "green", 102, photo=picture, title="Red rug Quince", said="red")
    assert audit_shop.audited("shared") == []
