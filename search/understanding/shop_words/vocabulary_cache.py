"""The vocabulary of this process, made from the summary that all processes share.

Every few seconds one small statement asks where the summary stands. A worker keeps it up to date
at each tick (`refresh`); in between nothing is read, at any size.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field

import Stemmer
from django.conf import settings
from django.db import connection, connections

from catalog.bigrams import Term, asked
from catalog.fields import CONFIGURATIONS
from search import sql
from search.garbage import spare_what_is_kept
from search.understanding.shop_words import catalogue_parts, catalogue_summary, catalogue_totals
from search.understanding.shop_words.catalogue_counts import lexeme_kind
from search.understanding.shop_words.term_counts import TermCounts
from search.understanding.shop_words.vocabulary import Vocabulary

log = logging.getLogger(__name__)

CHECK_SECONDS = 2.0
NOTHING_COUNTED = TermCounts([])
OWN_LANGUAGE = "en"  # that `Product.words` is stemmed in, whatever the shop speaks
BY_KEY = "SELECT value, n FROM search_cataloguecount WHERE kind = %s AND value = ANY(%s::text[])"


@dataclass
class Kept:
    """What this process has made of the summary's `version`, and when it looks again."""

    vocabulary: Vocabulary | None = None
    lexemes: Mapping[str, TermCounts] = field(default_factory=dict)
    products: int = 0
    version: int = -1
    look_again: float = 0.0
    alone: bool = False  # nobody else keeps the summary up to date
    lock: threading.Lock = field(default_factory=threading.Lock)


kept = Kept()


def vocabulary() -> Vocabulary:
    """The shop's words as of a few seconds ago; only the first call of a process has to wait."""
    if kept.vocabulary is None or connection.in_atomic_block:
        with kept.lock:
            return current(alone=kept.alone or connection.in_atomic_block)
    if time.monotonic() >= kept.look_again and kept.lock.acquire(blocking=False):
        kept.look_again = time.monotonic() + CHECK_SECONDS
        here = copy_context()  # which says the replica that this request reads from
        threading.Thread(target=here.run, args=(renew,), name="vocabulary", daemon=True).start()
    return kept.vocabulary


def document_frequencies(terms: Sequence[str], language: str = "") -> dict[str, int]:
    """In how many products each folded word stands; of several words in one, the rarest counts.

    language: of the translations; "" for the products' own texts. Words are compared as full text
    stems them, and where they have no spaces by its bigrams. Where a catalogue has more than are
    kept, the others are asked for by key.
    """
    vocabulary()
    kind, stem = lexeme_kind(language), stemming(language)
    parts = {
        term: [each._replace(text=stem(each.text), behind=1) for each in asked(term)]
        for term in terms
    }
    known = kept.lexemes.get(kind, NOTHING_COUNTED)
    lexemes = {lexeme for found in parts.values() for lexeme in found}
    counts = {
        each: min(known.begun(each.text), kept.products) if each.begins else known.get(each.text, 0)
        for each in lexemes
    }
    unknown = [each.text for each, n in counts.items() if not n and not each.begins]
    if unknown and sum(map(len, kept.lexemes.values())) >= catalogue_totals.MOST_WORDS:
        counts.update((Term(text), n) for text, n in sql.rows(BY_KEY, [kind, unknown]))
    return {term: min((counts[each] for each in found), default=0) for term, found in parts.items()}


def products() -> int:
    """How many active products were counted."""
    vocabulary()
    return kept.products


def synonyms_changed() -> None:
    """A rule of this moment may say other synonyms than those that are kept: read them alone."""
    with kept.lock:
        known = kept.vocabulary
        if known is None:
            return
        stats = known.stats.with_synonyms(catalogue_summary.synonyms())
        if stats != known.stats:
            kept.vocabulary = Vocabulary(stats)


def refresh(seconds: float | None = None) -> None:
    """Count what has changed and publish it: for `seconds`, or all of it and at once."""
    state = catalogue_summary.state(primary=True)
    if not state.behind:
        return
    catalogue_parts.count_changed(seconds)
    if seconds is None or not state.rests:
        catalogue_summary.publish()


def forget() -> None:
    """Count and read again at the next call, as where no worker does."""
    kept.vocabulary, kept.alone = None, True


def renew() -> None:
    """In a thread of its own, which holds the lock: read the summary if there is a new version."""
    before, lock = kept.vocabulary, kept.lock
    try:
        if current(alone=False) is not before:
            spare_what_is_kept()
    except Exception:  # the words of a minute ago will do until the database is back
        log.exception("The vocabulary could not be read again.")
    finally:
        lock.release()
        connections.close_all()  # of this thread


def current(alone: bool) -> Vocabulary:
    """Under the lock: the kept vocabulary where it is that of the summary, else a new one."""
    state = catalogue_summary.state()
    if state.behind and (alone or not state.version):
        # Of a whole catalogue just imported a shopper waits for no more than its first words.
        refresh(None if alone else settings.FIRST_WORDS_SECONDS)
        state = catalogue_summary.state(primary=True)
    if kept.vocabulary is None or state.version != kept.version:
        read()
    kept.alone = False
    assert kept.vocabulary is not None
    return kept.vocabulary


def read() -> None:
    """Make everything anew from what was published last."""
    summary = catalogue_summary.load()
    kept.vocabulary = Vocabulary(summary.stats)
    kept.lexemes = {kind: TermCounts(found.items()) for kind, found in summary.lexemes.items()}
    kept.products, kept.version = summary.products, summary.version


def stemming(language: str) -> Callable[[str], str]:
    """How full text stems a folded word of the language."""
    configured = language or OWN_LANGUAGE
    if configured not in CONFIGURATIONS:
        return str
    stem: Callable[[str], str] = Stemmer.Stemmer(CONFIGURATIONS[configured]).stemWord
    return stem
