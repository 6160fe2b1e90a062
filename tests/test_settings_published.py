"""Published settings decide what searches find, from the next search on, and at no statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.experiments.publishing import publish, roll_back
from search.models import SettingsVersion
from search.query import Part, Query
from search.ranking.calibration import TEXT_TEXT, WORDS
from search.retrieval import search
from search.retrieval.embeddings.query_encoder import serving
from search.retrieval.listings.pages import Place, cursor_at
from tests import cast

pytestmark = pytest.mark.django_db

HIDDEN = {"sold_out": "hide"}
STRICT = {"cutoff": {"floor": 1.0, "unheard": 1.0, "half": 1.0}}


def version(name: str, values: object) -> SettingsVersion:
    return SettingsVersion.objects.create(name=name, values=values)


def titles(text: str = "canvas sneaker", settings: int = 0) -> list[str]:
    return [hit.product.title for hit in search(Query((Part(text=text),), settings=settings)).hits]


def test_nothing_published_is_as_the_code_has_it(shop: cast.Shop) -> None:
    version("draft", STRICT)
    assert "Canvas sneaker" in titles()


def test_what_is_published_holds_from_the_next_search_on(shop: cast.Shop) -> None:
    shop.sneaker.variants.update(stock=0)
    assert "Canvas sneaker" in titles()
    publish(version("hidden", HIDDEN))
    assert "Canvas sneaker" not in titles()  # though the same words were frozen a moment ago
    roll_back()
    assert "Canvas sneaker" in titles()


def test_going_back_goes_back_step_by_step(shop: cast.Shop) -> None:
    first, second = version("first", {}), version("second", {})
    publish(first)
    publish(second)
    assert roll_back() == (second, first)
    assert roll_back() == (first, None)
    assert roll_back() == (None, None)
    assert not SettingsVersion.objects.filter(state="published").exists()


def test_weights_and_curves_stand_over_what_was_fitted(shop: cast.Shop) -> None:
    fitted = serving().calibration
    curve = {"slope": 3.0, "intercept": -1.0}
    publish(version("heavy", {"weights": {WORDS: 0.9}, "curves": {TEXT_TEXT: curve}}))
    found = serving().calibration
    assert found.weights == {**fitted.weights, WORDS: 0.9}
    assert found.curves[TEXT_TEXT].slope == 3.0
    assert found.spreads == fitted.spreads


def test_a_version_is_tried_without_being_published(shop: cast.Shop) -> None:
    shop.sneaker.variants.update(stock=0)
    tried = version("hidden", HIDDEN)
    assert "Canvas sneaker" not in titles(settings=tried.pk)
    assert "Canvas sneaker" in titles()


def test_a_frozen_result_of_other_settings_is_not_turned_over(shop: cast.Shop) -> None:
    query = Query(parts=(Part(text="canvas sneaker"),))
    first = search(query)
    turning = replace(query, cursor=cursor_at(query, Place(0, first.search_id)))
    assert search(turning).search_id == first.search_id
    publish(version("strict", STRICT))
    assert search(turning).search_id != first.search_id


def test_a_search_has_no_statement_more(shop: cast.Shop) -> None:
    def statements(text: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            titles(text)
        return len(asked)

    titles("oak chair")  # a process reads once what all its searches use
    before = statements("oak chair one")
    publish(version("heavy", {"weights": {WORDS: 0.9}}))
    assert statements("oak chair two") == before
