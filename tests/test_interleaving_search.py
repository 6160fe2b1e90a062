"""While an interleaving runs, part of the sessions see one list of two versions of settings."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Variant
from search import log, retrieval
from search.indexing import index_stale
from search.log import contests
from search.log.votes import standing
from search.models import Click, Interleaving, LoggedSearch, SettingsVersion
from search.query import Contest, Part, Query, SearchResult
from tests import cast
from tests.search_log import logged

__all__ = ["logged"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("logged", "mugs")]
MUGS = 12


@pytest.fixture
def mugs(shop: cast.Shop) -> None:
    """Every other one is sold out: one version minds, the other does not."""
    for number in range(MUGS):
        mug = cast.product(f"Camping mug {number}", "Kitchen > Mugs")
        Variant.objects.create(product=mug, sku=f"M-{number}", price=9, stock=number % 2)
    while index_stale():
        pass


@pytest.fixture
def contest() -> Interleaving:
    """Sold-out products last, as published, against where they stand; all sessions take part."""
    contests.forget()
    keeping = SettingsVersion.objects.create(name="keep", values={"sold_out": "keep"})
    made = Interleaving.objects.create(
        name="sold-out", second=keeping.pk, share=100, state="running", started=timezone.now()
    )
    contests.look()
    return made


def found(contest: Interleaving, session: str, page: int = 1) -> SearchResult:
    both = Contest(contest.pk, contest.first, contest.second, session)
    query = Query(parts=(Part(text="mug"),), page_size=6, page=page, contest=both)
    return retrieval.search(query)


def test_the_list_has_what_either_found_and_counts_it(contest: Interleaving) -> None:
    plain = retrieval.search(Query(parts=(Part(text="mug"),)))
    shared = found(contest, "one")
    assert shared.total == plain.total == MUGS + 1
    assert set(shared.teams.values()) <= {"A", "B", "-"}
    assert {"A", "B"} <= set(shared.teams.values())


def test_pages_of_a_session_are_of_one_list(contest: Interleaving) -> None:
    def ids(page: int) -> list[int]:
        return [hit.product.pk for hit in found(contest, "one", page=page).hits]

    assert len({*ids(1), *ids(2), *ids(3)}) == MUGS + 1
    assert ids(1) == ids(1)


def test_sessions_have_coins_of_their_own(contest: Interleaving) -> None:
    lists = {tuple(hit.product.pk for hit in found(contest, str(n)).hits) for n in range(8)}
    assert len(lists) > 1


def test_a_click_on_the_page_is_a_vote(contest: Interleaving, client: Client) -> None:
    client.get("/search/", {"q": "mug"})
    log.writer.close()
    row = LoggedSearch.objects.get()
    assert (row.interleaving, len(row.teams)) == (contest.pk, len(row.shown))
    place = row.teams.index("B")
    Click.objects.create(search=row, product_id=row.shown[place], place=place + 1, at=row.at)
    assert (standing(contest).first, standing(contest).second) == (0, 1)


@pytest.mark.parametrize("asked", [{"q": "mug", "sort": "price"}, {"q": ""}])
def test_what_nobody_ranked_takes_no_part(
    contest: Interleaving, client: Client, asked: dict[str, str]
) -> None:
    client.get("/search/", asked)
    log.writer.close()
    assert LoggedSearch.objects.get().interleaving is None


def test_a_contest_that_was_stopped_is_noticed(contest: Interleaving, client: Client) -> None:
    Interleaving.objects.update(state="ended")
    contests.forget()
    contests.look()
    client.get("/search/", {"q": "mug"})
    log.writer.close()
    assert LoggedSearch.objects.get().interleaving is None
