"""Two people at the encoders at once, or one who has an old page open: one of them is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from search import indexing
from search.indexing import promotion
from search.models import EncoderVersion
from tests import cast
from tests.test_encoder_added import filled, step

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def added(shop: cast.Shop) -> EncoderVersion:
    return filled(shop)


@pytest.fixture
def keeper(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("keeper"))
    return client


def states() -> dict[str, str]:
    return dict(EncoderVersion.objects.values_list("name", "state"))


def test_two_who_roll_back_at_once_go_back_one_step(keeper: Client, added: EncoderVersion) -> None:
    indexing.promote(added)
    assert "stub@1 is live again" in step(keeper, added, "roll_back")
    assert "other@2 is “retired” by now" in step(keeper, added, "roll_back")
    assert states() == {"stub@1": "live", "other@2": "retired"}


@pytest.mark.parametrize(
    ("state", "said"), [("paused", "paused"), ("retired", "retired"), ("leaving", "being deleted")]
)
def test_what_is_not_being_filled_does_not_become_live(
    keeper: Client, added: EncoderVersion, state: str, said: str
) -> None:
    """It was complete once; nothing has been queued for it since."""
    EncoderVersion.objects.filter(pk=added.pk).update(state=state)
    address = reverse("admin:vitrine_search_encoderversion_changelist")
    chosen = {"action": "promote", "_selected_action": [added.pk]}
    reply = keeper.post(address, chosen, follow=True)
    said_so = " ".join(str(message) for message in reply.context["messages"])
    assert f"other@2 is “{said}” by now" in said_so
    assert states() == {"stub@1": "live", "other@2": state}


def remove(version: EncoderVersion) -> None:
    EncoderVersion.objects.filter(pk=version.pk).delete()


@pytest.mark.parametrize("meanwhile", [lambda each: indexing.delete_soon([each]), remove])
@pytest.mark.parametrize("back", [True, False])
def test_an_encoder_deleted_in_the_middle_of_a_switch_leaves_the_live_one(
    added: EncoderVersion,
    meanwhile: Callable[[EncoderVersion], object],
    back: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if back:
        indexing.promote(added)
    live = EncoderVersion.objects.get(state="live")
    other = EncoderVersion.objects.exclude(pk=live.pk).get()
    switch = promotion._switch_to

    def too_late(version: EncoderVersion, *rest: object) -> None:
        meanwhile(version)
        switch(version, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(promotion, "_switch_to", too_late)
    with pytest.raises(indexing.NotReady, match="nothing was switched"):
        indexing.roll_back(live) if back else indexing.promote(other)
    assert states()[live.name] == "live"
