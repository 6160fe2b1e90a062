"""An encoder is added in admin by name or folder, checked by a worker, and refused kindly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from search import indexing, tasks
from search.encoders import get_encoder
from search.indexing import checking
from search.models import EncoderVersion, EvaluationRun, JudgementSet
from tests import cast
from tests.judged_shop import staff
from tests.small_encoders import small_clip
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db(transaction=True)

ADD = reverse("admin:vitrine_search_encoderversion_add")


class LongRows(StubEncoder):
    name = "long@1"

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        return super().encode_texts(texts) * 3


class Mute(StubEncoder):
    name = "mute@1"

    def encode_images(self, images: Sequence[object]) -> np.ndarray:
        return np.ones((len(images), self.dimensions), np.float32) / 8


class Wordy(StubEncoder):
    name = "wordy@1"
    dimensions = 5_000


class Raising(StubEncoder):
    name = "raising@1"

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        raise RuntimeError("no kernel image")


class Other(StubEncoder):
    name = "other@2"


def page(version: EncoderVersion) -> str:
    return reverse("admin:vitrine_search_encoderversion_change", args=[version.pk])


def step(client: Client, version: EncoderVersion, name: str) -> str:
    address = reverse("admin:vitrine_search_encoderversion_step", args=[version.pk, name])
    reply = client.post(address, follow=True)
    assert reply.status_code == 200, reply.status_code
    version.refresh_from_db()
    return " ".join(str(message) for message in reply.context["messages"])


def test_a_folder_is_checked_filled_and_made_live(
    admin_client: Client, shop: cast.Shop, settings: Settings, tmp_path: Path
) -> None:
    settings.STATE_DIR = tmp_path
    folder = small_clip(tmp_path / "clip")
    admin_client.post(ADD, {"source": str(folder)})
    added = EncoderVersion.objects.get(state="checking")
    assert "waiting to be checked" in admin_client.get(page(added)).content.decode()
    tasks.maintain()
    added.refresh_from_db()
    assert (added.state, added.dimensions) == ("paused", 24), added.report
    assert added.name == get_encoder(str(folder)).name
    said = admin_client.get(page(added)).content.decode()
    assert "It loads, and its vectors are sound." in said
    assert "With the encoder that serves it is" in said

    assert "searches go on" in step(admin_client, added, "fill")
    assert "0 of" in admin_client.get(page(added)).content.decode()
    while indexing.index_stale():
        pass
    assert "is live now" in step(admin_client, added, "promote")
    assert added.state == "live"
    assert "stub@1 is live again" in step(admin_client, added, "roll_back")
    logged = LogEntry.objects.filter(object_id=added.pk).values_list("change_message", flat=True)
    assert any(message.startswith("promote") for message in logged)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("tests.test_encoder_added:LongRows", "not of unit length"),
        ("tests.test_encoder_added:Mute", "makes the same of all photos"),
        ("tests.test_encoder_added:Wordy", "at most 4000 can be indexed"),
        ("tests.test_encoder_added:Raising", "no kernel image"),
        ("tests.stub_encoder:StubEncoder", "been added already, as stub@1"),
        ("/nowhere/at/all", "There is no encoder folder"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    admin_client: Client, shop: cast.Shop, source: str, sentence: str
) -> None:
    added = indexing.add(source)
    tasks.maintain()
    added.refresh_from_db()
    assert added.state == "refused"
    assert sentence in added.report["refusal"]
    assert sentence in admin_client.get(page(added)).content.decode()
    step(admin_client, added, "check")
    assert added.state == "checking"


def test_code_is_not_named_in_admin(admin_client: Client, shop: cast.Shop) -> None:
    reply = admin_client.post(ADD, {"source": "os:abort"})
    assert "neither a hub name nor a folder" in reply.content.decode()
    assert EncoderVersion.objects.count() == 1


def test_a_check_that_kills_its_worker_is_not_begun_for_ever(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_source: str) -> None:
        raise KeyboardInterrupt  # no Exception: nothing below it tidies up

    monkeypatch.setattr(checking, "get_encoder", killed)
    added = indexing.add("tests.test_encoder_added:Other")
    for _attempt in range(checking.ATTEMPTS):
        with pytest.raises(KeyboardInterrupt):
            checking.check_added()
    checking.check_added()
    added.refresh_from_db()
    assert "too much memory" in added.report["refusal"]


def filled(shop: cast.Shop) -> EncoderVersion:
    added = indexing.add("tests.test_encoder_added:Other")
    checking.check_added()
    added.refresh_from_db()
    indexing.fill(added)
    while indexing.index_stale():
        pass
    added.refresh_from_db()
    return added


def test_paused_it_rests_and_goes_on_where_it_was(admin_client: Client, shop: cast.Shop) -> None:
    added = filled(shop)
    step(admin_client, added, "pause")
    cast.product("Another lamp")
    indexing.index_stale()
    done, total = indexing.coverage(added)
    assert added.state == "paused"
    assert done < total
    step(admin_client, added, "fill")
    while indexing.index_stale():
        pass
    assert indexing.coverage(added).complete


def test_what_was_paused_is_no_way_back(admin_client: Client, shop: cast.Shop) -> None:
    added = filled(shop)
    step(admin_client, added, "pause")
    live = EncoderVersion.objects.get(state="live")
    assert "no earlier encoder" in step(admin_client, live, "roll_back")
    assert live.state == "live"


def test_the_way_back_is_offered_where_there_is_one(admin_client: Client, shop: cast.Shop) -> None:
    """And a page in German speaks of texts and photos in German."""
    live = EncoderVersion.objects.get(state="live")
    only = admin_client.get(page(live), headers={"Accept-Language": "de"}).content.decode()
    assert "Zum vorigen Encoder" not in only
    assert "<div>Texte: " in only
    assert "<div>Fotos: " in only

    added = filled(shop)
    step(admin_client, added, "promote")
    both = admin_client.get(page(added), headers={"Accept-Language": "de"}).content.decode()
    assert "Zum vorigen Encoder" in both


def test_the_encoder_of_the_settings_does_not_come_back_by_itself(shop: cast.Shop) -> None:
    added = filled(shop)
    indexing.promote(added)
    old = EncoderVersion.objects.get(name="stub@1")
    indexing.delete_soon([old])
    tasks.maintain()
    indexing.index_stale()
    old.refresh_from_db()
    assert old.state == "paused"
    assert indexing.coverage(old).done == 0


def test_a_gate_refuses_what_was_not_measured_or_is_worse(
    admin_client: Client, shop: cast.Shop
) -> None:
    gate = JudgementSet.objects.create(name="gate", floor=0.7)
    added = filled(shop)
    assert "has not been measured on “gate”" in step(admin_client, added, "promote")
    run = EvaluationRun.objects.create(judgements=gate, encoder=added, state="done")
    for reached, said in ((0.65, "reaches 0.650 on “gate”"), (0.71, "is live now")):
        run.summary = {"all": {"nDCG@10": {"mean": reached}}}
        run.save()
        assert said in step(admin_client, added, "promote")
    assert added.state == "live"
    assert "is live again" in step(admin_client, added, "roll_back")  # the way back has no gate


def test_who_may_fill_may_not_switch(client: Client, shop: cast.Shop) -> None:
    added = filled(shop)
    filler = staff(client, "change_encoderversion", "view_encoderversion")
    address = reverse("admin:vitrine_search_encoderversion_step", args=[added.pk, "promote"])
    assert filler.post(address).status_code == 403
    said = filler.get(page(added)).content.decode()
    assert "Pause" in said
    assert "Make live" not in said
    assert filler.get(address).status_code == 403


def test_who_may_switch_makes_live_and_rolls_back(client: Client, shop: cast.Shop) -> None:
    added = filled(shop)
    switcher = staff(client, "switch_encoderversion", "view_encoderversion")
    assert "Make live" in switcher.get(page(added)).content.decode()
    assert "is live now" in step(switcher, added, "promote")
    assert "is live again" in step(switcher, added, "roll_back")
