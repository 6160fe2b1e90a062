"""The library that runs the encoder sends nothing about the shop to those who made it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

# Loaded as the encoders load it; its sender is a thread of its own.
PROGRAM = """
import os, sys
import search.encoders.padding
assert "onnxruntime" in sys.modules
tasks = "/proc/self/task"  # of Linux
print(len(os.listdir(tasks)) if os.path.isdir(tasks) else 1, os.environ["ORT_DISABLE_TELEMETRY"])
"""


@pytest.mark.parametrize(("said", "kept"), [(None, "1"), ("1", "1"), ("0", "0")])
def test_telemetry_is_off_unless_somebody_asks_for_it(said: str | None, kept: str) -> None:
    environment = {name: text for name, text in os.environ.items() if "TELEMETRY" not in name}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "OMP_NUM_THREADS": "1"}
    environment |= {"OPENBLAS_NUM_THREADS": "1"}
    if said is not None:
        environment["ORT_DISABLE_TELEMETRY"] = said

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )

    threads, variable = done.stdout.split()
    assert variable == kept, done.stderr
    if kept == "1":
        assert threads == "1"
