"""What the pages of documentation point at is there: files, modules, options, links."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "benchmarks/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
ENDINGS = "py|md|html|jsonl|tsv|txt|csv|sql|yaml|toml"
NAMED = re.compile(rf"`([\w./-]+\.(?:{ENDINGS}))`")
COMMAND = re.compile(r"python -m (benchmarks[\w.]*)((?: [^`\n#|)]*)?)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
OURS = ("benchmarks", "catalog", "config", "docs", "search", "templates", "tests")
STAND_INS = {"XX.py", "XX.txt"}  # one for each language


@cache
def sources() -> list[str]:
    folders = (ROOT / name for name in (*OURS, "sample_shop"))
    inside = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [str(file.relative_to(ROOT)) for file in [*ROOT.glob("*.*"), *inside]]


def known(name: str) -> bool:
    return any(each == name or each.endswith(f"/{name}") for each in sources())


@pytest.fixture(params=PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def page(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_a_file_of_the_code_that_a_page_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    code = {each for each in named if each.endswith(".py") or each.split("/")[0] in OURS}
    assert not [each for each in code if Path(each).name not in STAND_INS and not known(each)]


def test_a_benchmark_that_a_page_calls_is_there_and_takes_its_options(page: Path) -> None:
    for module, arguments in COMMAND.findall(page.read_text(encoding="utf-8")):
        path = ROOT / module.replace(".", "/")
        file = path / "__main__.py" if path.is_dir() else path.with_suffix(".py")
        source = file.read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z][\w-]*", arguments):
            assert f'"{option}"' in source or option == "--help", f"{module} {option}"


def test_a_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
