"""Addresses that are filled in are those that Django would make."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import get_script_prefix, reverse, set_script_prefix

from catalog import addresses


@pytest.fixture(params=["/", "/shop/"])
def prefix(request: pytest.FixtureRequest) -> Iterator[str]:
    before = get_script_prefix()
    set_script_prefix(request.param)
    yield request.param
    set_script_prefix(before)


@pytest.mark.parametrize("slug", ["red-boots", "größe-38", "靴", "a_b", "100%-wool"])
def test_a_product_has_the_address_that_django_would_reverse(prefix: str, slug: str) -> None:
    assert addresses.of_product(12, slug) == reverse("product", args=[12, slug])
    assert addresses.of_product(12, slug).startswith(prefix)


def test_a_picture_has_the_address_that_django_would_reverse(prefix: str) -> None:
    assert addresses.of_picture("ab12", 400) == reverse("picture", args=["ab12", 400])
