"""What every answer carries, and what keeps the shop's secrets."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.test import Client

from config.embedded.state import EmbeddedError, secret, state_folder


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
