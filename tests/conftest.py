"""The servers that every test uses: a real Postgres and a real Redis."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.core.cache import cache
from django.utils import translation
from hypothesis import settings as examples
from pytest_django.fixtures import Settings

from catalog import recent
from catalog.breaker import REDIS
from catalog.models import Product
from config import embedded
from search import rules
from search.indexing import index_stale
from search.understanding import forget
from tests import audit_shop, cast, combined_products
from tests.browser import chromium, open_shop, scarves

# The same examples in every run; `--hypothesis-profile=default` draws others.
examples.register_profile("repeatable", derandomize=True, deadline=None)
examples.load_profile("repeatable")

__all__ = ["chromium", "open_shop", "scarves"]


def pytest_configure(config: pytest.Config) -> None:
    """xdist hands files out in our order; in its own those with the fewest tests come last."""
    config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine loses a key now and then: it gets a second try, and only it."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=longest_first(items))


def longest_first(items: list[pytest.Item]) -> Callable[[pytest.Item], tuple[int, ...]]:
    """Files with slow tests, then those of the browser, then the fullest, so that all end at once.

    A file is one process's; one that starts servers and comes last leaves the others idle.
    """
    tests, slow, browser = Counter[Path](), Counter[Path](), Counter[Path]()
    for item in items:
        tests[item.path] += 1
        slow[item.path] += item.get_closest_marker("slow") is not None
        browser[item.path] += item.get_closest_marker("browser") is not None
    return lambda item: tuple(-counted[item.path] for counted in (slow, browser, tests))


@pytest.fixture(scope="session", autouse=True)
def servers() -> Iterator[None]:
    """Start the embedded servers unless others are configured; stop what was started here."""
    started = embedded.up()
    yield
    if started:
        embedded.down()


@pytest.fixture(scope="session", autouse=True)
def exports(servers: None) -> None:
    """Let tests that run side by side export an encoder once: the one that ships takes a minute.

    And make lists of words once, which takes seconds of every shop.
    """
    own = Path(configured.STATE_DIR)
    if "PYTEST_XDIST_WORKER" in os.environ:
        share("encoders", own, own.parent)
        share("words", own, own.parent)


def share(name: str, state: Path, shared: Path) -> None:
    """Let a state folder have as its own what is in `shared`, which is made if need be."""
    if not (state / name).exists():
        (shared / name).mkdir(exist_ok=True)
        (state / name).symlink_to(shared / name, target_is_directory=True)


@pytest.fixture
def own_state(tmp_path: Path) -> Iterator[Path]:
    """A state folder of the test's own, with a space in its path; its servers end with it."""
    folder = tmp_path / "a shop"
    folder.mkdir(mode=0o711)
    share("words", folder, Path(configured.STATE_DIR).resolve())
    yield folder
    embedded.postgres.stop(folder)
    embedded.redis.stop(folder)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(servers: None, django_db_modify_db_settings: None) -> None:
    """Make the test database only once the server is there."""


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings: Settings) -> Path:
    """Give each test a media folder of its own."""
    folder = tmp_path / "media"
    settings.MEDIA_ROOT = folder
    return folder


@pytest.fixture(autouse=True)
def own_vocabulary() -> None:
    """Let no test read the words, the rules or the departments of another test's shop."""
    forget()
    rules.forget()
    recent.forget()


@pytest.fixture(autouse=True)
def own_redis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test find Redis left alone because another took it away."""
    monkeypatch.setattr(REDIS, "_asks_again", None)


@pytest.fixture(autouse=True)
def own_language() -> None:
    """Let no test read in the language of the last page of another: a request leaves it behind."""
    translation.deactivate()


@pytest.fixture
def empty_cache(servers: None) -> Iterator[None]:
    """Start and leave with nothing in the cache: throttles and cached queries count from zero."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def shop(db: None, empty_cache: None, settings: Settings) -> cast.Shop:
    """Open the shop with the whole cast in it, indexed by the stub encoder."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    opened = cast.Shop()
    index_stale()
    return opened


@pytest.fixture
def many(db: None, empty_cache: None, settings: Settings) -> list[Product]:
    """Open a shop of 36 products, one for each combination of what filters ask for."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    return combined_products.fill()


@pytest.fixture
def things(db: None, empty_cache: None, settings: Settings) -> None:
    """Open the shop of the audit, in which nothing is wrong."""
    settings.ENCODER = "tests.thing_encoder:ThingEncoder"
    audit_shop.fill()
