"""Keeping a shop open that has been opened: whatever falls is started again, and closes nothing."""

import time
from pathlib import Path
from typing import NoReturn

from config import embedded, processes
from config.processes import Program

WATCH_SECONDS = 0.5
LOOKS_PER_SERVER_CHECK = 2


def watch(state: Path, children: list[Program]) -> NoReturn:
    """Restart whatever falls, our servers included, until interrupted."""
    trouble = ""
    while True:
        for _ in range(LOOKS_PER_SERVER_CHECK):
            time.sleep(WATCH_SECONDS)
            keep(children)
        said, trouble = trouble, keep_servers(state)
        if trouble and trouble != said:
            print(f"{trouble}\nIt is tried again until it works.", flush=True)


def keep(children: list[Program]) -> None:
    for program in children:
        if said := program.watch():
            print(said, flush=True)


def keep_opening(children: list[Program]) -> None:
    """As `keep`, while the shop opens: a web server that does not stay up ends that."""
    keep(children)
    web = children[0]
    if web.keeps_falling:
        raise processes.ProgramError(
            f"The {web.name} does not stay up. The last lines of {web.log} say why:\n"
            f"{processes.tail(web.log)}"
        )


def keep_servers(state: Path) -> str:
    """Restart our servers; what is wrong where one does not start (a full disk), or nothing."""
    for name in ("postgres", "redis"):
        processes.rotate(state / name / f"{name}.log")
    try:
        for name in embedded.up(state):
            print(f"{name} had stopped and was started again.", flush=True)
    except (embedded.EmbeddedError, OSError) as error:
        return str(error)
    return ""
