"""What keeps an encoder from becoming live: a judgement set whose floor it has not reached."""

from __future__ import annotations

from django.utils.translation import gettext as _

from search.models import EncoderVersion, EvaluationRun, Judgement, JudgementSet

METRIC = "nDCG@10"  # as search.experiments.measuring stores it


def refusal(version: EncoderVersion) -> str:
    """Why the version must not become live; "" where every gate is open or there is none."""
    for judgements in JudgementSet.objects.filter(floor__isnull=False):
        reached = measured(version, judgements)
        names = {"name": version.name, "set": judgements.name, "floor": f"{judgements.floor:.3f}"}
        if reached is None:
            return (
                _(
                    "%(name)s has not been measured on “%(set)s”, where it has to reach %(floor)s. "
                    "Start a run with it."
                )
                % names
            )
        if reached < judgements.floor:
            return _("%(name)s reaches %(reached)s on “%(set)s”, and has to reach %(floor)s.") % {
                **names,
                "reached": f"{reached:.3f}",
            }
    return ""


def measured(version: EncoderVersion, judgements: JudgementSet) -> float | None:
    """What the latest run of the version on the set has reached, by the judgements of people."""
    done = EvaluationRun.objects.filter(
        encoder=version, judgements=judgements, by=Judgement.By.PEOPLE, state="done"
    )
    run = done.order_by("-finished").first()
    found = run.summary.get("all", {}).get(METRIC) if run else None
    return float(found["mean"]) if found else None
