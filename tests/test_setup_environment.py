"""A wrong variable stops the start with a sentence that names it."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.databases import from_environment
from config.environment import flag, number, text


def test_a_port_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")
    with pytest.raises(ImproperlyConfigured, match=r"PORT is 'eighty'.*from 1 to 65535"):
        number("PORT", 8000, 1, 65_535)


def test_a_port_out_of_range_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "70000")
    with pytest.raises(ImproperlyConfigured, match="PORT is '70000'"):
        number("PORT", 8000, 1, 65_535)


def test_a_flag_that_is_neither_yes_nor_no_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "maybe")
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'maybe'"):
        flag("DEBUG")


def test_a_blank_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCODER", "  ")
    assert text("ENCODER", "default") == "default"


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgres", "postgres://host:port/x"])
def test_a_database_that_is_no_postgres_is_refused(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL has to be a Postgres address"):
        from_environment(tmp_path, "web")


def test_a_role_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="VITRINE_ROLE is 'cook'"):
        from_environment(tmp_path, "cook")


def test_a_shopper_waits_three_seconds_at_most_for_a_query(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db/shop")
    options = {
        role: from_environment(tmp_path, role)["default"]["OPTIONS"]["options"].split()[1]
        for role in ("web", "worker", "command")
    }
    assert options == {
        "web": "statement_timeout=3s",
        "worker": "statement_timeout=60s",
        "command": "statement_timeout=0",
    }
