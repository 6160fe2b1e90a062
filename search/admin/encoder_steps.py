"""What can be done with an encoder, step by step: from which state, by whom, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import indexing
from search.indexing.checking import check_again
from search.models import EncoderVersion
from search.versions import State


@dataclass(frozen=True)
class Step:
    name: str
    label: Promise
    states: tuple[Any, ...]  # in which it is offered
    permission: str
    take: Callable[[EncoderVersion], Any]  # raises NotReady or EncoderError with a sentence
    said: Promise
    possible: Callable[[], bool] = lambda: True  # as things are, in one of these states


CHANGE, SWITCH = (
    "vitrine_search.change_encoderversion",
    "vitrine_search.switch_encoderversion",
)
RESTING = (State.PAUSED, State.RETIRED)
STEPS = (
    Step(
        name="check",
        label=_("Check again"),
        states=(State.REFUSED,),
        permission=CHANGE,
        take=check_again,
        said=_("A worker looks at it again."),
    ),
    Step(
        name="fill",
        label=_("Fill"),
        states=RESTING,
        permission=CHANGE,
        take=indexing.fill,
        said=_("A worker fills it beside the live one; searches go on as they are."),
    ),
    Step(
        name="pause",
        label=_("Pause"),
        states=(State.FILLING,),
        permission=CHANGE,
        take=indexing.stop_filling,
        said=_("It rests. What it has is kept, and filling goes on from there."),
    ),
    Step(
        name="promote",
        label=_("Make live"),
        states=(State.FILLING,),
        permission=SWITCH,
        take=indexing.promote,
        said=_("The encoder %s is live now."),
    ),
    Step(
        name="roll_back",
        label=_("Roll back to the encoder before"),
        states=(State.LIVE,),
        permission=SWITCH,
        take=indexing.roll_back,
        said=_("The encoder %s is live again."),
        possible=lambda: indexing.earlier() is not None,
    ),
)
BY_NAME = {step.name: step for step in STEPS}


def offered(version: EncoderVersion, user: Any) -> list[Step]:
    return [
        step
        for step in STEPS
        if version.state in step.states and user.has_perm(step.permission) and step.possible()
    ]
