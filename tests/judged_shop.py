"""A shop of scarves with a judgement set on it, for the tests of grading, runs and experiments."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.models import Permission, User
from django.test import Client

from search.experiments import runs
from search.experiments.reading import read_into
from search.models import EvaluationRun, JudgementSet

LINES: list[dict[str, Any]] = [
    {"query": {"text": "blue wool scarf"}, "relevant": {"SCARF-0": 3, "SCARF-2": 2}},
    {"query": {"text": "canvas sneaker"}, "relevant": {"SNEAKER-RED-41": 3}},
    {"query": {"text": "stoneware mug"}, "relevant": {"MUG-BLUE": 3}},
    {"query": {"photo": "MUG-BLUE"}, "relevant": {"SNEAKER-RED-41": 1}},
    {"query": {"text": "green wool scarf"}, "relevant": {"SCARF-1": 3}},
]


def judgement_set(name: str = "all") -> JudgementSet:
    made = JudgementSet.objects.create(name=name)
    read_into(made, "\n".join(map(json.dumps, LINES)).encode(), "judgements.jsonl")
    return made


def finished(run: EvaluationRun) -> EvaluationRun:
    while runs.work(seconds=60):
        pass
    run.refresh_from_db()
    return run


def staff(client: Client, *permissions: str) -> Client:
    user = User.objects.create_user("worker", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client
