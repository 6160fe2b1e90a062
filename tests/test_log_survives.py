"""A process that ends writes what waits; one that is killed loses no more than that."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import connection

from search.models import LoggedSearch
from tests.worker import ROOT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_cache")]

# Three searches are written, three more wait when the process ends as the last line says.
PROGRAM = """
import os, time, django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = {name!r}
from search import log
from search.query import Interpretation, Query, Part, SearchResult

def search(words):
    query = Query(parts=(Part(text=words),))
    answer = [], [], [], 0, True, list, Interpretation(), [], [], [], "", 1, ""
    result = SearchResult("", query, *answer)
    log.note(log.Asked(), result, log.Visitor("", ""))

log.writer.tick = 0.1
for n in range(3):
    search(f"first {{n}}")
while log.writer.waiting:
    time.sleep(0.05)
log.writer.tick = 60
for n in range(3):
    search(f"then {{n}}")
{end}
"""


def words_after(end: str) -> set[str]:
    program = PROGRAM.format(name=connection.settings_dict["NAME"], end=end)
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, timeout=60)
    return set(LoggedSearch.objects.values_list("words", flat=True))


FIRST = {"first 0", "first 1", "first 2"}
THEN = {"then 0", "then 1", "then 2"}


def test_a_process_that_ends_writes_what_waits() -> None:
    assert words_after("raise SystemExit") == FIRST | THEN


def test_a_process_that_is_killed_loses_only_what_waits() -> None:
    assert words_after("os.kill(os.getpid(), 9)") == FIRST
