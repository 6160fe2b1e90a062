import numpy as np

from search.retrieval.cutoff import relevant


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
