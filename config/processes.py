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
# A program that falls this often within a minute will not get better by another start.
MANY_FALLS = 4
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
    process: subprocess.Popen[bytes] | None = None
    falls: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it with its output in the log; it gets SIGTERM should the launcher be killed."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.rename(self.log.with_suffix(".old.log"))
        tether = ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*tether, *self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.environment},
                start_new_session=True,
            )

    def watch(self) -> bool:
        """Start it again if it has fallen; return whether it had."""
        if self.process is None or self.process.poll() is None:
            return False
        now = time.monotonic()
        self.falls = [*(fall for fall in self.falls if now - fall < 60), now]
        self.signal(signal.SIGKILL)  # whatever is left of its group
        if len(self.falls) >= MANY_FALLS:
            raise ProgramError(
                f"The {self.name} does not stay up. The last lines of {self.log} say why:\n"
                f"{tail(self.log)}"
            )
        self.start()
        return True

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


def tail(log: Path, lines: int = 8) -> str:
    """Return the last lines of a log."""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
