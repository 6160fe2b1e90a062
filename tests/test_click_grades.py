"""Clicks of shoppers who look at the top, and of programs, still tell right from wrong."""

from __future__ import annotations

import numpy as np

from search.evaluation.click_grades import EVIDENCE, MOST_OF_ONE, Impression, grades

QUERIES, SHOWN, PAGES, BOTS = 12, 10, 3_000, 0.2
LIKELY = (0.05, 0.3, 0.9)  # that what is wrong, related or right is clicked, once it is looked at


def simulated(random: np.random.Generator) -> tuple[list[Impression], np.ndarray]:
    """Pages of rankings that are partly upside down: clicks alone would praise what is on top."""
    truth = random.integers(0, 3, (QUERIES, SHOWN))
    impressions = []
    for _page in range(PAGES):
        query = int(random.integers(QUERIES))
        order = np.arange(SHOWN)
        clicked = {
            int(product)
            for place, product in enumerate(order)
            if random.random() < LIKELY[truth[query, product]] / (1 + place)
        }
        if random.random() < BOTS:
            clicked = set(map(int, random.permutation(SHOWN)[:3]))
        impressions.append(Impression(str(query), order.tolist(), clicked))
    return impressions, truth


def test_what_is_right_is_graded_above_what_is_wrong_at_every_place() -> None:
    impressions, truth = simulated(np.random.default_rng(5))
    found = grades(impressions)
    of_right, of_wrong = (
        [found[str(q)][p] for q in range(QUERIES) for p in range(SHOWN)
         if truth[q, p] == grade and p in found[str(q)]]
        for grade in (2, 0)
    )  # fmt: skip
    assert len(of_right) > 20
    assert len(of_wrong) > 20
    assert np.mean(of_right) > np.mean(of_wrong) + 1
    below = [found[str(q)][p] for q in range(QUERIES) for p in range(SHOWN // 2, SHOWN)
             if truth[q, p] == 2 and p in found[str(q)]]  # fmt: skip
    assert np.mean(below) >= 1.5


def test_what_was_hardly_seen_has_no_grade() -> None:
    few = [Impression("mug", [1, 2], {1})] * int(EVIDENCE - 1)
    assert grades(few) == {"mug": {}}


def test_a_page_that_a_program_has_clicked_through_does_not_count() -> None:
    all_of_it = Impression("mug", list(range(MOST_OF_ONE + 1)), set(range(MOST_OF_ONE + 1)))
    assert grades([all_of_it] * 50) == {}


def test_later_pages_count_by_their_place_on_the_list() -> None:
    first = [Impression("mug", [1, 2], {1})] * 50
    second = [Impression("mug", [3, 4], {3} if n < 10 else set(), first=2) for n in range(50)]
    found = grades([*first, *second])["mug"]
    assert found[1] == found[3] == 2  # each just what its place brings
    assert 4 not in found
