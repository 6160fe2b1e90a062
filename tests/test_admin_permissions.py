"""Every permission that code or a template asks for is one that somebody can be given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission

ROOT = Path(__file__).parents[1]
ASKED = re.compile(
    r'"(?:catalog|search|vitrine_search)\.(?:view|add|change|delete|switch|grade|publish|decide)_\w+"'
    r"|perms\.\w+\.\w+"
)


def asked() -> set[str]:
    files = [
        file
        for folder in ("catalog", "search")
        for pattern in ("*.py", "*.html")
        for file in (ROOT / folder).rglob(pattern)
    ]
    found = {each for file in files for each in ASKED.findall(file.read_text(encoding="utf-8"))}
    return {each.strip('"').removeprefix("perms.") for each in found}


@pytest.mark.django_db
def test_every_permission_that_is_asked_for_exists() -> None:
    known = {
        f"{label}.{codename}"
        for label, codename in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert len(asked()) > 15
    assert asked() - known == set()
