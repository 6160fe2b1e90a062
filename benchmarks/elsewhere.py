"""A measurement in a process of its own, for a process serves one shop: run it, take its values.

The process prints what it likes, and at the end one line that hands its values over as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FOUND = "FOUND "


def hand_over(values: Any) -> None:
    print(FOUND + json.dumps(values, ensure_ascii=False), flush=True)


def measured(module: str, arguments: Sequence[str]) -> Any:
    """What `python -m module` hands over. Raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", module, *arguments]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    line = next(line for line in run.stdout.splitlines() if line.startswith(FOUND))
    return json.loads(line.removeprefix(FOUND))


def made(size: int, states: Path) -> None:
    """Have the large catalogue made, by a command whose statements may take their time."""
    maker = "benchmarks.data.large_catalogue"
    subprocess.run([sys.executable, "-m", maker, str(states), str(size)], check=True)
