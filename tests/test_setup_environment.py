"""A wrong variable stops the start with a sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.databases import from_environment
from config.environment import flag, number, text, zone


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


@pytest.mark.parametrize("value", ["Berlin", "../etc/passwd", "/etc", "UTC+1 ", "\u00e9", "Europe"])
def test_a_time_zone_that_there_is_not_is_named(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("TIME_ZONE", value)
    with pytest.raises(ImproperlyConfigured, match=r"TIME_ZONE is .* such as Europe/Berlin"):
        zone("TIME_ZONE", "UTC")


def test_a_time_zone_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zone("TIME_ZONE", "UTC") == "UTC"
    monkeypatch.setenv("TIME_ZONE", "Europe/Berlin")
    assert zone("TIME_ZONE", "UTC") == "Europe/Berlin"


def test_the_log_counts_in_utc_in_every_time_zone() -> None:
    program = (
        "import django, logging; django.setup();"
        "record = logging.LogRecord('catalog', 30, '', 1, 'Here', (), None);"
        "record.request_id, record.created = '-', 0.0;"
        "print(logging.getLogger().handlers[0].format(record))"
    )
    told = {"DJANGO_SETTINGS_MODULE": "config.settings", "TIME_ZONE": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **told}, capture_output=True, text=True
    )
    assert done.stdout.startswith("1970-01-01 00:00:00"), done.stderr


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
