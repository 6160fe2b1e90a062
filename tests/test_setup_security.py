"""What every answer carries, and what keeps the shop's secrets."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from config.embedded.state import EmbeddedError, secret, state_folder
from config.settings import PASSWORD_HASHERS


def test_scripts_may_come_from_our_own_files_only(client: Client) -> None:
    policy = client.get("/livez").headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_answers_are_neither_framed_nor_sniffed(client: Client) -> None:
    headers = client.get("/livez").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_strange_host_name_is_turned_away(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.django_db
def test_passwords_are_hashed_with_memory_and_older_ones_at_the_next_sign_in(
    client: Client, settings: Settings
) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    keeper = User.objects.create_superuser("keeper", password="from before")
    assert keeper.password.startswith("scrypt$")
    keeper.password = make_password("from before", hasher="pbkdf2_sha256")
    keeper.save()
    assert not client.login(username="keeper", password="another")
    assert client.login(username="keeper", password="from before")
    keeper.refresh_from_db()
    assert keeper.password.startswith("scrypt$")
    assert client.login(username="keeper", password="from before")


def test_all_processes_that_come_first_get_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(secret, [tmp_path / "secret_key"] * 32))
    assert len(found) == 1
    assert len(found.pop()) >= 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    secret(tmp_path / "secret_key")
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_state_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("VITRINE_STATE", str(tmp_path / "file" / "state"))
    with pytest.raises(EmbeddedError, match=r"file/state cannot be used.*Set VITRINE_STATE"):
        state_folder()
