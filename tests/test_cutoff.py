import numpy as np

from search.ranking.cutoff import Cutoff, raised, relevant

floor_of = Cutoff().floor_of


def kept(*scores: float) -> int:
    return int(relevant(np.array(scores)).sum())


def test_nothing_is_relevant_where_the_best_is_unlikely() -> None:
    assert kept(0.008, 0.005) == 0


def test_what_is_far_below_the_best_is_cut_off() -> None:
    assert kept(0.99, 0.98, 0.3) == 2


def test_a_hard_query_keeps_what_is_nearly_as_good_as_its_best() -> None:
    assert kept(0.25, 0.24, 0.23, 0.003) == 3


def test_an_empty_ranking_has_nothing_relevant() -> None:
    assert kept() == 0


def test_the_order_of_the_candidates_does_not_matter() -> None:
    assert relevant(np.array([0.3, 0.99, 0.98])).tolist() == [False, True, True]


def test_the_less_the_shop_has_of_the_words_the_more_a_match_has_to_show() -> None:
    heard, half, nothing = (floor_of(share, False) for share in (0.2, 0.6, 1.0))
    assert heard < half < nothing


def test_what_fits_half_of_what_was_understood_needs_more_than_that() -> None:
    assert floor_of(0.4, True) > floor_of(1.0, False)


def test_a_small_shop_is_no_likelier_to_have_it() -> None:
    """Its scores are higher by as much as its floor is."""
    assert raised(0.02, 30) > raised(0.02, 300) > raised(0.02, 3_000)
