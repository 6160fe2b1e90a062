"""Pin, hide, boost, bury, banner, redirect: each does what it is called, and says that it did."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.models import Rule
from search.query import Filters, Part, Query, SearchResult
from search.retrieval import search, standing
from tests import cast
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def mugs(shop: cast.Shop) -> list[Product]:
    """Five blue mugs, the fourth of another brand and the last sold out."""
    made = []
    for number in range(5):
        brand = "Palm" if number == 3 else "Kiln & Co"
        mug = cast.product(f"Tall mug {number}", "Kitchen > Mugs", brand)
        stock = 0 if number == 4 else 5
        Variant.objects.create(
            product=mug, sku=f"TALL-{number}", color="blue", price=10 + number, stock=stock
        )
        made.append(mug)
    index_stale()
    return made


def asked(text: str = "", **more: Any) -> Query:
    filters = Filters(**more.pop("filters", {}))
    return Query(parts=(Part(text=text),) if text else (), filters=filters, **more)


def ids(found: SearchResult) -> list[int]:
    return [hit.product.pk for hit in found.hits]


def test_a_pin_stands_at_its_place_and_is_counted_once(mugs: list[Product]) -> None:
    before = search(asked("mugs"))
    rule("pin", mugs[2], mugs[0], query="mugs", place=2)
    after = search(asked("mugs"))
    assert ids(after)[1:3] == [mugs[2].pk, mugs[0].pk]
    assert sorted(ids(after)) == sorted(ids(before))
    assert after.total == before.total


def test_a_pin_brings_what_does_not_meet_the_query_and_it_is_counted_and_marked(
    shop: cast.Shop, mugs: list[Product]
) -> None:
    before = search(asked("blue mugs"))
    rule("pin", shop.chair, query="blue mugs")
    after = search(asked("blue mugs", explain=True))
    assert ids(after)[0] == shop.chair.pk
    assert after.total == before.total + 1
    first = after.hits[0]
    assert first.reasons[0] == "picked by the shop"
    assert first.explanation is not None
    assert first.explanation.rules == ("pin of a test",)
    shown = [*after.partial, *after.less_similar]
    assert shop.chair.pk not in [hit.product.pk for hit in shown]


def test_a_pin_never_passes_over_the_shoppers_own_filter(
    shop: cast.Shop, mugs: list[Product]
) -> None:
    rule("pin", shop.sneaker, query="mugs")
    assert shop.sneaker.pk in ids(search(asked("mugs")))
    assert shop.sneaker.pk not in ids(search(asked("mugs", filters={"color": ("blue",)})))


def test_the_higher_priority_takes_the_place_and_the_other_the_next(mugs: list[Product]) -> None:
    rule("pin", mugs[0], query="mugs", priority=1)
    rule("pin", mugs[1], query="mugs", priority=2)
    assert ids(search(asked("mugs")))[:2] == [mugs[1].pk, mugs[0].pk]


def test_a_category_page_is_pinned_too_through_all_its_pages(mugs: list[Product]) -> None:
    kitchen = mugs[0].category
    assert kitchen is not None
    plain = ids(search(asked(filters={"category": "kitchen/mugs"})))
    rule("pin", mugs[0], mugs[3], when="category", category=kitchen, place=2)
    rule("pin", mugs[1], when="category", category=kitchen, place=90)
    first = search(asked(filters={"category": "kitchen/mugs"}, page_size=2))
    assert first.total == len(plain)
    joined, page = ids(first), first
    while page.next:
        page = search(asked(filters={"category": "kitchen/mugs"}, page_size=2, cursor=page.next))
        joined += ids(page)
    assert joined[1:3] == [mugs[0].pk, mugs[3].pk]
    assert joined[-1] == mugs[1].pk
    assert sorted(joined) == sorted(plain)
    numbered = [
        ids(search(asked(filters={"category": "kitchen/mugs"}, page_size=2, page=number)))
        for number in range(1, first.pages + 1)
    ]
    assert [pk for page_ids in numbered for pk in page_ids] == joined


def test_what_is_hidden_leaves_results_totals_and_facets(mugs: list[Product]) -> None:
    before = search(asked("mugs"))
    rule("hide", mugs[0], mugs[1], query="mugs")
    after = search(asked("mugs"))
    assert set(ids(before)) - set(ids(after)) == {mugs[0].pk, mugs[1].pk}
    assert after.total == before.total - 2
    counts = [
        {value.value: value.count for f in found.facets if f.name == "color" for value in f.values}
        for found in (before, after)
    ]
    assert counts[1]["blue"] == counts[0]["blue"] - 2
    assert set(ids(search(asked("tall mugs")))) >= {mugs[0].pk, mugs[1].pk}  # another query


def test_all_of_a_brand_can_be_hidden(mugs: list[Product]) -> None:
    rule("hide", targets="brand:palm", query="mugs")
    assert mugs[3].pk not in ids(search(asked("mugs")))
    stands = standing(asked("mugs"), mugs[3])
    assert (stands.reason, stands.explanation.rules) == ("hidden", ("hide of a test",))
    assert standing(asked("mugs"), mugs[0]).reason == "found"


def test_hiding_is_no_filter_that_a_way_out_drops(mugs: list[Product]) -> None:
    rule("hide", *mugs[:4], targets="brand:Nobody", query="mugs")
    found = search(asked("mugs", filters={"price_max": 5}))
    assert {way.name for way in found.relaxations} == {"price_max"}


def test_a_boost_lifts_and_a_bury_lowers_within_the_results_alone(
    shop: cast.Shop, mugs: list[Product]
) -> None:
    before = search(asked("mugs"))
    last, first = before.hits[-2].product, before.hits[0].product  # the very last is sold out
    boost = rule("boost", last, shop.chair, query="mugs", strength=3)
    after = search(asked("mugs", explain=True))
    assert ids(after).index(last.pk) < ids(before).index(last.pk)
    assert set(ids(after)) == set(ids(before))  # the chair is no mug
    assert after.total == before.total
    assert {h.product.pk: h.score for h in after.hits} == {
        h.product.pk: h.score for h in before.hits
    }
    told = {hit.product.pk: hit.explanation for hit in after.hits}
    assert [said.rules for pk, said in told.items() if said and pk == last.pk] == [
        ("boost of a test",)
    ]
    boost.withdraw()
    rule("bury", first, query="mugs", strength=3)
    assert ids(search(asked("mugs"))).index(first.pk) > 0


def test_a_brand_is_boosted_as_a_whole(mugs: list[Product]) -> None:
    before = ids(search(asked("mugs"))).index(mugs[3].pk)
    rule("boost", targets="brand:Palm", query="mugs", strength=3)
    assert ids(search(asked("mugs"))).index(mugs[3].pk) <= min(before, 1)


def test_a_sort_that_was_chosen_obeys_hiding_alone(mugs: list[Product]) -> None:
    rule("pin", mugs[2], query="mugs")
    rule("boost", mugs[2], query="mugs", strength=3)
    rule("hide", mugs[0], query="mugs")
    found = search(asked("mugs", sort="price"))
    prices = [hit.variant.price for hit in found.hits if hit.variant]
    assert prices == sorted(prices)
    assert mugs[0].pk not in ids(found)


def test_a_banner_is_said_and_a_redirect_told(mugs: list[Product]) -> None:
    rule("banner", text="Mugs are made to order.", query="mugs", name="Made to order")
    rule("redirect", address="/c/kitchen/", query="mugs")
    found = search(asked("mugs"))
    assert found.banners == ("Mugs are made to order.",)
    assert found.redirect == "/c/kitchen/"
    assert "Made to order" in found.rules
    assert search(asked("tall mugs")).banners == ()


@pytest.mark.parametrize("typed", ["mugs", "MUGS", " Mug ", "mügs"])
def test_a_query_is_compared_folded(mugs: list[Product], typed: str) -> None:
    rule("banner", text="!", query="Mugs\nsomething else")
    assert search(asked(typed)).banners == ("!",)


def test_words_match_in_any_order_and_only_all_of_them(mugs: list[Product]) -> None:
    rule("banner", text="!", when="words", words="blue mug")
    assert search(asked("tall mugs in blue")).banners == ("!",)
    assert search(asked("tall mugs")).banners == ()


def test_a_filter_matches_chosen_by_a_click_or_in_words(mugs: list[Product]) -> None:
    rule("banner", text="!", when="filter", filter="color:Blue")
    assert search(asked("mugs", filters={"color": ("blue",)})).banners == ("!",)
    assert search(asked("blue mugs")).banners == ("!",)
    assert search(asked("mugs")).banners == ()


def test_a_rule_acts_from_its_beginning_to_its_end(mugs: list[Product]) -> None:
    now = timezone.now()
    for start, end in ((1, 2), (-2, -1)):
        rule(
            "banner",
            text="not now",
            starts=now + timedelta(hours=start),
            ends=now + timedelta(hours=end),
        )
    rule("banner", text="now", starts=now - timedelta(hours=1), ends=now + timedelta(hours=1))
    assert search(asked("mugs")).banners == ("now",)


def test_a_draft_does_nothing_until_it_is_published(mugs: list[Product]) -> None:
    made = rule("pin", mugs[1], query="mugs")
    made.products = [mugs[0].pk]
    made.save()
    assert ids(search(asked("mugs")))[0] == mugs[1].pk
    made.publish()
    assert ids(search(asked("mugs")))[0] == mugs[0].pk


def test_an_earlier_state_is_restored_and_a_withdrawal_undone(mugs: list[Product]) -> None:
    made = rule("pin", mugs[1], query="mugs")
    made.products = [mugs[0].pk]
    made.publish()
    made.withdraw()
    *_newer, first = made.states.all()
    Rule.objects.get(pk=made.pk).restore(first)
    assert ids(search(asked("mugs")))[0] == mugs[1].pk
    assert made.states.count() == 4


def test_rules_of_deleted_products_do_no_harm(mugs: list[Product]) -> None:
    rule("pin", mugs[1], query="mugs")
    rule("boost", mugs[1], query="mugs")
    gone = mugs[1].pk
    mugs[1].delete()
    assert gone not in ids(search(asked("mugs")))
