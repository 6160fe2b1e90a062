"""What the code imports is pinned, exactly once."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OF_TRAINING = {"wordfreq"}  # imported where it is used; a sentence says where it is missing
OURS = {"benchmarks", "catalog", "config", "sample_shop", "search", "tests"}


def pinned(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text().splitlines()
    return [Requirement(line) for line in lines if line and line[0] not in "#-"]


def imported(folder: str) -> set[str]:
    """The outermost names of all modules that the files below a folder import absolutely."""
    names: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - OURS - sys.stdlib_module_names


def needed(folder: str) -> set[str]:
    return imported(folder) - OF_TRAINING


def test_whatever_runs_is_pinned_for_a_run() -> None:
    homes = packages_distributions()
    pins = {canonicalize_name(requirement.name) for requirement in pinned("requirements.txt")}
    for folder in ("catalog", "config", "search"):
        for module in needed(folder):
            assert {canonicalize_name(home) for home in homes[module]} & pins, module


def test_every_pin_is_exact_and_alone() -> None:
    pins = [
        pin
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-weights.txt")
        for pin in pinned(name)
    ]
    assert [str(pin) for pin in pins if not str(pin.specifier).startswith("==")] == []
    names = [canonicalize_name(pin.name) for pin in pins]
    assert sorted(set(names)) == sorted(names)


def test_torch_is_the_version_that_the_encoder_was_made_with() -> None:
    assert [str(pin) for pin in pinned("requirements.txt") if pin.name == "torch"] == [
        "torch==2.13.0"
    ]


def test_what_training_alone_needs_is_an_extra_and_pinned_to_develop() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    languages = {Requirement(each).name for each in extras["optional-dependencies"]["languages"]}
    assert languages == OF_TRAINING
    assert {pin.name for pin in pinned("requirements-dev.txt")} >= OF_TRAINING


def declared() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    found = map(Requirement, project["dependencies"])
    return {canonicalize_name(each.name): each for each in found}


def test_the_package_asks_for_all_that_its_apps_import() -> None:
    homes = packages_distributions()
    for folder in ("catalog", "search"):
        for module in needed(folder):
            assert {canonicalize_name(home) for home in homes[module]} & declared().keys(), module


def test_what_the_package_asks_for_is_what_is_tested() -> None:
    pins = {str(canonicalize_name(pin.name)): pin for pin in pinned("requirements.txt")}
    for name, wanted in declared().items():
        [version] = pins[name].specifier
        assert wanted.specifier.contains(version.version), name
