"""What the web server's master imports for its processes: all that they share, and no more."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from config.web import options
from search import encoders
from search.retrieval import read_words, warming
from search.understanding.words import glossary, wordlists
from tests import cast
from tests.worker import ROOT

IN_MASTER = """
import json, os, sys
import config.wsgi
from config.web import options
options.on_starting(None)
from django.db import connections
from search.understanding.lexicon import CODES
from search.understanding.words.glossary import glossary
print(json.dumps({
    "threads": len(os.listdir("/proc/self/task")),
    "connected": [name for name in connections if connections[name].connection],
    "encoding": [name for name in ("onnxruntime", "torch") if name in sys.modules],
    "languages": glossary.cache_info().currsize - len(CODES),
}))
"""


def test_nothing_that_a_fork_would_break_is_there_before_it(tmp_path: Path) -> None:
    """A thread, a connection and ONNX Runtime (which starts a thread) do not survive a fork."""
    environment = {**os.environ, "VITRINE_STATE": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", IN_MASTER], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == {
        "threads": 1,
        "connected": [],
        "encoding": [],
        "languages": 0,
    }


def test_words_are_read_without_a_database(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`db` is not asked for here, so that a statement would fail."""
    settings.STATE_DIR = tmp_path
    wordlists.checksums.cache_clear()
    glossary.glossary.cache_clear()
    read_words()
    read = glossary.glossary.cache_info().currsize
    assert read > 10
    monkeypatch.setattr(glossary.Glossary, "__init__", None)  # nobody reads one again
    read_words()
    assert glossary.glossary.cache_info().currsize == read


@pytest.mark.django_db(transaction=True)
def test_a_process_opens_when_it_is_warm(shop: cast.Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "_loaded", {})
    options.post_worker_init(None)
    assert encoders._loaded


@pytest.mark.django_db(transaction=True)
def test_a_shop_that_has_not_begun_to_index_is_warm_as_well(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first search would load encoder and words while the first products are indexed."""
    read: list[str] = []
    monkeypatch.setattr(encoders, "_loaded", {})
    monkeypatch.setattr(warming, "vocabulary", lambda: read.append("vocabulary"))
    warming.load()
    assert (read, len(encoders._loaded)) == (["vocabulary"], 1)
