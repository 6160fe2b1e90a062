"""Runs, done by a worker in pieces that are bounded in time.

Each query's ranking is written as it is found, so a worker that is killed costs one query; its
lease runs out, and another goes on.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from search import indexing
from search.encoders import EncoderError
from search.experiments.asking import ranking
from search.experiments.measuring import summary_of
from search.models import (
    EncoderVersion,
    EvaluationRun,
    JudgedQuery,
    JudgementSet,
    Ranking,
    SettingsVersion,
)
from search.retrieval import rules_of
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.settings import RankingSettings
from search.rules import RuleSet
from search.versions import encoder_of, live_version

logger = logging.getLogger(__name__)

State = EvaluationRun.State
OPEN = (State.WAITING, State.RUNNING)
LEASE = timedelta(seconds=60)
NEARLY = 0.99  # of the catalogue that an encoder beside the live one has to have indexed
DEPTH = 100  # products of each ranking that are kept


def begin(judgements: JudgementSet, **fields: Any) -> EvaluationRun:
    """A run with these settings and encoder, or else with what is published and live now."""
    run = prepared(EvaluationRun(judgements=judgements, **fields))
    run.save()
    return run


def prepared(run: EvaluationRun) -> EvaluationRun:
    """Write down in the run what it will measure, whatever is published or live by then."""
    if run.settings is None:
        published = SettingsVersion.State.PUBLISHED
        run.settings = SettingsVersion.objects.filter(state=published).first()
    run.encoder = run.encoder or live_version()
    run.values = run.settings.values if run.settings else {}
    run.encoder_name = run.encoder.name if run.encoder else ""
    run.total = run.judgements.queries.count()
    return run


def cancel(run: EvaluationRun) -> bool:
    """Whether it was not over already."""
    open_one = EvaluationRun.objects.filter(pk=run.pk, state__in=OPEN)
    return bool(open_one.update(state=State.CANCELLED, finished=timezone.now()))


def work(seconds: float) -> bool:
    """Do a piece of the oldest run that waits; whether there is more to do."""
    run = claim()
    if run is None:
        return False
    try:
        finished = ask_on(run, searcher_of(run), time.monotonic() + seconds)
    except (EncoderError, CannotRun) as reason:
        close(run, State.FAILED, error=str(reason))
    else:
        if finished:
            close(run, State.DONE, summary=summary_of(run))
        else:
            EvaluationRun.objects.filter(pk=run.pk).update(leased_until=None)
    return waiting().exists()


class CannotRun(Exception):
    """The run makes no sense; the message says why."""


def waiting() -> Any:
    now = timezone.now()
    of_a_clock_ahead = Q(leased_until__gt=now + 2 * LEASE)
    free = Q(leased_until=None) | Q(leased_until__lt=now) | of_a_clock_ahead
    return EvaluationRun.objects.filter(free, state__in=OPEN)


def claim() -> EvaluationRun | None:
    with transaction.atomic():
        run = waiting().order_by("pk").select_for_update(skip_locked=True, of=("self",)).first()
        if run is not None:
            run.state, run.leased_until = State.RUNNING, timezone.now() + LEASE
            run.save(update_fields=["state", "leased_until"])
    return run


def searcher_of(run: EvaluationRun) -> Searcher:
    """Raises EncoderError where the weights are gone, CannotRun where vectors are missing."""
    version = run.encoder
    if version is None:
        raise CannotRun(_("The encoder of this run has been deleted."))
    done, total = indexing.coverage(version)
    if version.state != EncoderVersion.State.LIVE and done < NEARLY * total:
        raise CannotRun(
            _("%(name)s has indexed %(done)d of %(total)d texts and photos. Wait until it has all.")
            % {"name": version.name, "done": done, "total": total}
        )
    return Searcher(version, encoder_of(version), RankingSettings.from_json(run.values))


def ask_on(run: EvaluationRun, searcher: Searcher, until: float) -> bool:
    """Ask the queries that have no ranking yet; False where the time is over before the end."""
    acting = rules_of(Searcher(live_version())) if run.rules else RuleSet(differs=True)
    asked = Ranking.objects.filter(run=run).values("query")
    queries = JudgedQuery.objects.filter(judgements=run.judgements_id).exclude(pk__in=asked)
    for query in queries.select_related("photo"):
        if time.monotonic() > until:
            return False
        if not still_ours(run):
            return False
        found = ranking(query, searcher, acting)
        if found is not None:
            kept = {"products": found[:DEPTH]}
            Ranking.objects.update_or_create(run=run, query=query, defaults=kept)
    return True


def still_ours(run: EvaluationRun) -> bool:
    """Say how far the run is; False where somebody has cancelled it meanwhile."""
    here = EvaluationRun.objects.filter(pk=run.pk, state=State.RUNNING)
    done = Ranking.objects.filter(run=run).count()
    return bool(here.update(done=done, leased_until=timezone.now() + LEASE))


def close(run: EvaluationRun, state: Any, **fields: Any) -> None:
    here = EvaluationRun.objects.filter(pk=run.pk, state=State.RUNNING)
    done = Ranking.objects.filter(run=run).count()
    here.update(state=state, done=done, finished=timezone.now(), leased_until=None, **fields)
    logger.info("Run %s is %s.", run.pk, state)
