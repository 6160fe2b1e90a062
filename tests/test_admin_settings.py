"""Settings are written, published and rolled back in admin, by those who may, and it is logged."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from search.models import SettingsVersion

pytestmark = pytest.mark.django_db

ADD = reverse("admin:vitrine_search_settingsversion_add")
ROLL_BACK = reverse("admin:vitrine_search_settingsversion_roll_back")


def of(version: SettingsVersion, what: str) -> str:
    return reverse(f"admin:vitrine_search_settingsversion_{what}", args=[version.pk])


def signed_in(client: Client, *permissions: str) -> Client:
    user = User.objects.create_user("writer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client


def published() -> list[str]:
    return list(SettingsVersion.objects.filter(state="published").values_list("name", flat=True))


def write(client: Client, **fields: Any) -> SettingsVersion:
    reply = client.post(ADD, {"name": "trial", **fields})
    assert reply.status_code == 302, reply.context["adminform"].form.errors
    return SettingsVersion.objects.get(name=fields.get("name", "trial"))


def test_every_label_is_in_the_language_of_the_page(admin_client: Client) -> None:
    page = admin_client.get(ADD, headers={"Accept-Language": "de"}).content.decode()
    assert "Die Wörter selbst: Steigung" in page
    assert "The words themselves" not in page


def test_only_what_differs_is_stored(admin_client: Client) -> None:
    made = write(admin_client, weights__words="0.6", cutoff__floor="0.05", sold_out="hide")
    assert made.values == {
        "weights": {"words": 0.6}, "cutoff": {"floor": 0.05}, "sold_out": "hide",
    }  # fmt: skip
    assert made.made_by.username == "admin"


@pytest.mark.parametrize(
    "wrong",
    [{"weights__words": "2"}, {"cutoff__floor": "-1"}, {"curves__words__slope": "1"},
     {"sold_out": "burn"}, {"mixing__row": "0"}, {"cutoff__drop": "nan"}],
)  # fmt: skip
def test_nonsense_is_refused_with_a_sentence(admin_client: Client, wrong: dict[str, str]) -> None:
    reply = admin_client.post(ADD, {"name": "trial", **wrong})
    assert reply.context["adminform"].form.errors
    assert not SettingsVersion.objects.exists()


def test_publishing_and_rolling_back_are_one_press_each_and_logged(admin_client: Client) -> None:
    first, second = write(admin_client, name="first"), write(admin_client, name="second")
    admin_client.post(of(first, "publish"))
    admin_client.post(of(second, "publish"))
    assert published() == ["second"]
    admin_client.post(ROLL_BACK)
    assert published() == ["first"]
    admin_client.post(ROLL_BACK)
    assert published() == []
    assert "nothing to roll back" in admin_client.post(ROLL_BACK, follow=True).content.decode()
    logged = LogEntry.objects.filter(action_flag=2).values_list("change_message", flat=True)
    assert sorted(logged) == [
        "Published.", "Published.", "Rolled back to first.", "Rolled back to the defaults.",
    ]  # fmt: skip


def test_two_who_roll_back_at_once_go_back_one_step(admin_client: Client) -> None:
    for name in ("first", "second"):
        admin_client.post(of(write(admin_client, name=name), "publish"))
    listed = admin_client.get(reverse("admin:vitrine_search_settingsversion_changelist"))
    page = listed.content.decode()
    shown = {"published": page.split('name="published" value="')[1].split('"')[0]}
    admin_client.post(ROLL_BACK, shown)
    told = admin_client.post(ROLL_BACK, shown, follow=True)
    assert published() == ["first"]
    assert "Somebody else has saved this meanwhile." in told.content.decode()


def test_what_was_published_can_be_copied_but_not_changed(admin_client: Client) -> None:
    made = write(admin_client, weights__words="0.6")
    admin_client.post(of(made, "publish"))
    admin_client.post(of(made, "change"), {"name": "trial", "weights__words": "0.9"})
    made.refresh_from_db()
    assert made.values == {"weights": {"words": 0.6}}
    page = admin_client.get(of(made, "change")).content.decode()
    assert "The words themselves: 0.6" in page
    copy = admin_client.get(ADD, {"copy": made.pk}).context["adminform"].form
    assert copy["weights__words"].initial == 0.6


def test_who_may_write_may_not_publish(client: Client) -> None:
    writer = signed_in(
        client, "add_settingsversion", "change_settingsversion", "view_settingsversion"
    )
    made = write(writer)
    assert writer.post(of(made, "publish")).status_code == 403
    assert writer.post(ROLL_BACK).status_code == 403
    assert "Publish" not in writer.get(of(made, "change")).content.decode()
    assert published() == []


def test_looking_publishes_nothing(admin_client: Client) -> None:
    assert admin_client.get(of(write(admin_client), "publish")).status_code == 403
    assert published() == []
