import numpy as np

from search.rules import KEEP, arrange


def order(scores: list[float], brands: list[int | None], **asked: object) -> list[int]:
    sold_out = np.array(asked.pop("sold_out", [False] * len(scores)))
    return arrange(np.array(scores), sold_out, brands, **asked).tolist()  # type: ignore[arg-type]


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


def test_a_brand_fills_the_first_row_when_it_was_asked_for() -> None:
    scores = [0.9, 0.89, 0.88, 0.87]
    assert order(scores, [1, 1, 1, 2], one_brand_is_fine=True) == [0, 1, 2, 3]


def test_products_without_a_brand_are_of_no_common_brand() -> None:
    assert order([0.9, 0.89, 0.88, 0.87], [None] * 4) == [0, 1, 2, 3]
