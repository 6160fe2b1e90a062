import numpy as np

from search.ranking.merchandising import KEEP, arrange, but_the_very_one


def order(scores: list[float], groups: list[object], **asked: object) -> list[int]:
    """`groups`: one a product, or None."""
    sold_out = np.array(asked.pop("sold_out", [False] * len(scores)))
    belongs = [() if group is None else (group,) for group in groups]
    return arrange(np.array(scores), sold_out, belongs, **asked).tolist()  # type: ignore[arg-type]


def test_a_sold_out_product_follows_what_matches_nearly_as_well() -> None:
    assert order([0.9, 0.85], [1, 2], sold_out=[True, False]) == [1, 0]


def test_a_sold_out_product_stays_before_what_matches_much_less() -> None:
    assert order([0.9, 0.5], [1, 2], sold_out=[True, False]) == [0, 1]


def test_sold_out_products_keep_their_place_where_the_shop_wants_it() -> None:
    assert order([0.9, 0.85], [1, 2], sold_out=[True, False], policy=KEEP) == [0, 1]


def very_one(scores: list[float], sold_out: list[bool]) -> list[bool]:
    return but_the_very_one(np.array(scores), np.array(sold_out)).tolist()


def test_the_very_thing_is_the_first_one_and_far_likelier_than_all_that_can_be_bought() -> None:
    assert very_one([0.999, 0.998, 0.99], [True, True, False]) == [False, True, False]


def test_what_can_be_bought_and_is_nearly_as_likely_may_be_it_as_well() -> None:
    assert very_one([0.999, 0.998, 0.99], [True, False, False]) == [True, False, False]


def test_nothing_changes_where_the_first_can_be_bought_or_nothing_can() -> None:
    assert very_one([0.999, 0.5], [False, True]) == [False, True]
    assert very_one([0.999, 0.5], [True, True]) == [True, True]
    assert very_one([0.9], [False]) == [False]


def test_no_brand_fills_the_first_row() -> None:
    assert order([0.9, 0.89, 0.88, 0.87, 0.86, 0.85], [1, 1, 1, 1, 2, 3]) == [0, 1, 4, 5, 2, 3]


def test_a_brand_fills_the_first_row_where_nothing_else_is_nearly_as_good() -> None:
    assert order([0.9, 0.89, 0.88, 0.5], [1, 1, 1, 2]) == [0, 1, 2, 3]


def test_products_of_no_group_are_of_no_common_group() -> None:
    assert order([0.9, 0.89, 0.88, 0.87], [None] * 4) == [0, 1, 2, 3]


def test_a_product_waits_when_any_of_its_groups_is_full() -> None:
    groups = [("a", 1), ("a", 2), ("a", 3), ("b", 4)]
    found = arrange(np.array([0.9, 0.89, 0.88, 0.87]), np.zeros(4, bool), groups)
    assert found.tolist() == [0, 1, 3, 2]
