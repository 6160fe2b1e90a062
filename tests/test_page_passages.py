"""A shopping list is answered line by line, on one page."""

import re

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils.html import strip_tags

from search.indexing import index_stale
from tests import cast


def test_each_line_gets_its_products(shop: cast.Shop, client: Client) -> None:
    page = client.post("/search/list/", {"text": "- stoneware mug\n- oak chair"})
    firsts = [each.result.hits[0].product for each in page.context["found"]]
    assert firsts == [shop.mug, shop.chair]


@pytest.mark.parametrize(("whole", "said"), [(2_000, ""), (0, "at least ")])
@pytest.mark.parametrize(
    "path", ["/search/list/?", "/search/?q=stoneware+mug+and+oak+chair", "/search/?q=stoneware+mug"]
)
def test_a_total_that_is_not_exact_is_at_least(
    shop: cast.Shop, client: Client, settings: LazySettings, path: str, whole: int, said: str
) -> None:
    index_stale()
    settings.WHOLE_ROWS = whole
    asked = {"text": "stoneware mug"}
    page = client.post(path, asked) if "list" in path else client.get(path)
    lines = re.findall(
        r'<p\s+class="(?:band-line|count)".*?>(.*?)</p>', page.content.decode(), re.DOTALL
    )
    totals = [" ".join(strip_tags(line).split()) for line in lines]
    assert f"{said}1 product" in totals


def test_an_empty_list_is_refused_with_a_sentence(shop: cast.Shop, client: Client) -> None:
    page = client.post("/search/list/", {"text": " "})
    assert page.status_code == 400
    assert 'role="alert"' in page.content.decode()
