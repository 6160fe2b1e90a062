import numpy as np

from search.ranking.merchandising import KEEP, arrange


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
