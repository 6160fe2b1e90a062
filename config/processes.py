"""The programs that `make run` keeps running: started, watched, restarted and stopped together."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

STOP_SECONDS = 15
# What falls this often within a minute will hardly get better by another start at once.
MANY_FALLS = 4
LONGEST_WAIT = 60.0  # seconds until the next try
LOG_BYTES = 20 * 1024 * 1024


class ProgramError(Exception):
    """A program keeps falling; the message says which and where its log is."""


@dataclass
class Program:
    """One child: its command and, while it runs, its process in a group of its own."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    rights: list[str] = field(default_factory=list)  # options of setpriv
    process: subprocess.Popen[bytes] | None = None
    falls: list[float] = field(default_factory=list)
    starts_again: float | None = None  # time.monotonic(), while it is down

    def start(self) -> None:
        """Start it with its output in the log; it gets SIGTERM should the launcher be killed."""
        tether = ["setpriv", *self.rights, "--pdeathsig", "TERM", "--"]
        if not shutil.which("setpriv"):
            tether = []
        self.starts_again = None
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*tether, *self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )

    def watch(self) -> str:
        """Start it again if it has fallen, and later and later if it keeps falling.

        Returns what there is to say of it, or nothing.
        """
        rotate(self.log)
        if self.starts_again is not None:
            if time.monotonic() < self.starts_again:
                return ""
            self.start()
            return f"The {self.name} was started again."
        if self.process is None or self.process.poll() is None:
            return ""
        self.signal(signal.SIGKILL)  # whatever is left of its group
        wait = self.fell()
        if not wait:
            self.start()
            return f"The {self.name} had stopped and was started again."
        self.starts_again = time.monotonic() + wait
        return f"The {self.name} keeps falling and is tried again in {wait:.0f} s; see {self.log}"

    def fell(self) -> float:
        """Note a fall: how many seconds to wait before the next start."""
        now = time.monotonic()
        recent = [fall for fall in self.falls if now - fall < 2 * LONGEST_WAIT]
        self.falls = [*recent, now]
        many = len(self.falls) - MANY_FALLS
        return min(2.0**many, LONGEST_WAIT) if many >= 0 else 0.0

    @property
    def keeps_falling(self) -> bool:
        return self.starts_again is not None

    def signal(self, number: signal.Signals) -> None:
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


def stop(programs: list[Program]) -> None:
    """Ask all of them to finish at once, wait, and end by force what does not."""
    running = [program for program in programs if program.process is not None]
    for program in running:
        if program.process and program.process.poll() is None:
            program.process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for program in running:
        try:
            if program.process:
                program.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"The {program.name} does not finish and is ended by force.", file=sys.stderr)
        program.signal(signal.SIGKILL)


def rotate(log: Path) -> None:
    """Keep a log and the one before it, each of about LOG_BYTES. Its writer appends and goes on."""
    if log.exists() and log.stat().st_size > LOG_BYTES:
        shutil.copyfile(log, log.with_suffix(".old.log"))
        os.truncate(log, 0)


def tail(log: Path, lines: int = 8) -> str:
    """Return the last lines of a log."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
