"""The audit finds a photo that shows another thing than its product."""

from __future__ import annotations

import pytest

from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert audit_shop.audited("photo") == []


def test_the_photo_of_another_thing_is_found_with_what_it_looks_like() -> None:
    wrong = audit_shop.add("mug", "red", 101, photo=audit_shop.drawing("chair", "red", 102))
    (finding,) = audit_shop.audited("photo")
    assert finding.product == wrong
    assert finding.said["looks"] == "Chairs"
    assert finding.proposal["do"] == "remove_photo"
