import pytest

from search import encoders
from search.retrieval import warm_up
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_process_has_its_encoder_before_the_first_search(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "_loaded", {})
    warm_up().join()
    assert list(encoders._loaded) == ["tests.stub_encoder:StubEncoder"]


def test_a_shop_without_an_encoder_starts_all_the_same(transactional_db: None) -> None:
    warm_up().join()
