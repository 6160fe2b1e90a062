"""The SQL of `search` goes through `search.sql` (ARCHITECTURE.md says what does not, and why)."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CURSOR = re.compile(r"\.cursor\(|\.extra\(|\.raw\(")
THEIRS = {
    "catalog/attributes.py",
    "catalog/estimates.py",
    "catalog/locks.py",
    "search/indexing/pgvector.py",
}


def test_nothing_else_opens_a_cursor_or_adds_to_compiled_sql() -> None:
    found = {
        str(path.relative_to(ROOT))
        for app in ("catalog", "search")
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts and CURSOR.search(path.read_text())
    }
    assert found == THEIRS
