"""The audit finds alt texts that are of no use, and describes the photo."""

from __future__ import annotations

import pytest

from search.audit.alt_words import useless
from tests import audit_shop


@pytest.mark.parametrize(
    ("alt", "reason"),
    [
        ("", "missing"),
        ("  ", "missing"),
        ("IMG_1234", "file"),
        ("DSC00231.JPG", "file"),
        ("sneakers-01-pink-1.webp", "file"),
        ("a3f9c2e1b7", "file"),
        ("MUG-RED-7", "file"),
        ("image", "generic"),
        ("Product picture 2", "generic"),
        ("Produktbild", "generic"),
        ("photo du produit", "generic"),
        ("Imagen del producto", ""),
        ("Red mug Alder", "title"),
        ("red mug alder.", "title"),
        ("Red mug Alder, from the side", ""),
        ("Close up of the handle", ""),
        ("Mug", ""),
    ],
)
def test_a_useless_alt_text_is_told_by_its_reason(alt: str, reason: str) -> None:
    assert useless(alt, title="Red mug Alder", sku="MUG-RED-7") == reason


@pytest.mark.django_db
def test_a_useless_one_gets_a_proposal_of_what_the_photo_shows(things: None) -> None:
    blank = audit_shop.add("mug", "red", 101, alt="IMG_0001.jpg")
    (finding,) = audit_shop.audited("alt")
    assert finding.photo == blank.images.get()
    assert finding.proposal == {"do": "set_alt", "value": "Red ceramic mugs"}
