"""docs/commands.md names every command of ours with every option, and none that is not there."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

OURS = {
    name: app
    for name, app in get_commands().items()
    if app in ("catalog", "config", "search") and name != "migrate"  # which is Django's
}
DOCUMENTED = dict(
    re.findall(
        r"^## (\w+)\n(.*?)(?=^## |\Z)",
        (settings.BASE_DIR / "docs" / "commands.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)


def options(name: str, command: BaseCommand) -> set[str]:
    actions = command.create_parser("manage.py", name)._actions
    return {option for each in actions for option in each.option_strings}


def test_every_command_has_a_section() -> None:
    assert set(DOCUMENTED) == set(OURS)


@pytest.mark.parametrize("name", OURS)
def test_its_section_names_every_option_and_no_other(name: str) -> None:
    own = options(name, load_command_class(OURS[name], name)) - options(name, BaseCommand())
    assert set(re.findall(r"`(--[\w-]+)", DOCUMENTED[name])) == own
