import gc
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from search import encoders
from search.retrieval import warm_up
from search.understanding.shop_words import vocabulary_cache
from search.understanding.words import wordlists
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_process_has_its_encoder_before_the_first_search(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoders, "_loaded", {})
    warm_up().join()
    assert list(encoders._loaded) == ["tests.stub_encoder:StubEncoder"]


def test_a_process_has_its_word_lists_before_the_first_search(
    shop: cast.Shop, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.STATE_DIR = tmp_path
    wordlists.checksums.cache_clear()
    warm_up().join()
    assert wordlists.checksums.cache_info().currsize == 2 * len(wordlists.LISTS)  # and often said

    known = wordlists.checksums("en")
    wordlists.checksums.cache_clear()
    monkeypatch.delattr(wordlists, "made")  # the next process has them from the file
    wordlists.read_word_lists()
    assert np.array_equal(wordlists.checksums("en"), known)


def test_a_broken_file_of_a_word_list_is_made_anew(settings: Settings, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path
    wordlists.checksums.cache_clear()
    wordlists.checksums("es")
    kept = wordlists.place_of("es", 0)
    kept.write_bytes(b"")
    wordlists.checksums.cache_clear()

    assert len(wordlists.checksums("es")) > 50_000
    assert kept.stat().st_size > 200_000


def test_both_lists_of_a_language_are_made_at_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.STATE_DIR = tmp_path
    wordlists.checksums.cache_clear()
    every = wordlists.checksums("it")
    monkeypatch.delattr(wordlists, "made")

    often = wordlists.checksums("it", wordlists.RARE)
    assert 0 < len(often) < len(every)
    assert np.isin(often, every).all()


@pytest.mark.parametrize(("languages", "heard"), [(["en"], 1), (["en", "de"], 2)])
def test_a_shop_with_pages_in_other_languages_wakes_the_tower_that_hears_them(
    shop: cast.Shop,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    languages: list[str],
    heard: int,
) -> None:
    settings.LANGUAGES = [(code, code) for code in languages]
    asked: list[str] = []
    encode = StubEncoder.encode_texts

    def listening(encoder: StubEncoder, texts: Sequence[str]) -> np.ndarray:
        asked.extend(texts)
        return encode(encoder, texts)

    monkeypatch.setattr(StubEncoder, "encode_texts", listening)
    warm_up().join()
    assert len(asked) == heard


def test_a_shop_without_an_encoder_starts_all_the_same(
    transactional_db: None,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    died: list[object] = []
    monkeypatch.setattr(threading, "excepthook", died.append)
    settings.ENCODER = "tests.stub_encoder:Nobody"
    with caplog.at_level("INFO"):
        warm_up().join()
    assert "Not warmed up" in caplog.text
    assert died == []


def collected(thing: object) -> bool:
    """Whether the garbage collector goes through it."""
    return any(each is thing for each in gc.get_objects())


def test_a_collection_does_not_go_through_the_words_of_the_shop(shop: cast.Shop) -> None:
    warm_up().join()
    assert not collected(vocabulary_cache.kept.vocabulary)

    vocabulary_cache.kept.version = -1  # as when a worker has published others
    vocabulary_cache.kept.lock.acquire()
    renewing = threading.Thread(target=vocabulary_cache.renew)
    renewing.start()
    renewing.join()
    assert not collected(vocabulary_cache.kept.vocabulary)
    gc.unfreeze()
