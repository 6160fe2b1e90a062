"""`make run`: everything of the shop on this machine, from one command to one Ctrl-C."""

import contextlib
import fcntl
import http.client
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured

from config import embedded, processes, programs
from config.bootstrap import HOST, port_complaint
from config.environment import number
from config.processes import Program
from config.watching import WATCH_SECONDS, keep_opening, watch

WEB_SECONDS = 120


class LaunchError(Exception):
    """The shop cannot open; the message says why and what to do."""


def main() -> None:
    # A script's background jobs are started with SIGINT ignored, and still mean to stop on it.
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, interrupt)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # `nohup make run` outlives its terminal
        signal.signal(signal.SIGHUP, interrupt)
    try:
        port = number("PORT", 8000, 1, 65_535)
        state = embedded.state_folder()
        with only_one(state, port):
            run(state, port)
    except KeyboardInterrupt:
        print("\nStopped. Everything you had is kept for the next `make run`.")
    except (
        ImproperlyConfigured,
        LaunchError,
        processes.ProgramError,
        embedded.EmbeddedError,
    ) as error:
        sys.exit(str(error))


def interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


@contextlib.contextmanager
def only_one(state: Path, port: int) -> Iterator[None]:
    """Refuse a second launch from the same state folder, and a port that is taken."""
    with (state / "launch.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise LaunchError(
                f"Vitrine already runs from {state}: {file.read().strip()}. For a second shop "
                "set VITRINE_STATE to another folder, and PORT to another port."
            ) from None
        if complaint := port_complaint(port):
            raise LaunchError(complaint)
        file.truncate(0)
        file.write(f"http://{HOST}:{port}")
        file.flush()
        yield


def run(state: Path, port: int) -> None:
    """Start, wait and watch until Ctrl-C; stop whatever was started here, and nothing else."""
    started: list[str] = []
    children: list[Program] = []
    try:
        started = embedded.up(state)
        if started:
            print(f"Started {' and '.join(started)}", flush=True)
        prepare_and_start(state, port, children)
        wait_for_web(port, children)
        announce(port, state)
        watch(state, children)
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)  # stopping takes a moment and must not be cut off
        processes.stop(children)
        if started:
            embedded.down(state)


def prepare_and_start(state: Path, port: int, children: list[Program]) -> None:
    """Start the programs when all is prepared; return when what was to be indexed is indexed."""
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "config.prepare", str(writing)]
    preparing = subprocess.Popen(command, pass_fds=[writing], start_new_session=True)
    os.close(writing)
    try:
        with os.fdopen(reading) as prepared:
            while not select.select([prepared], [], [], WATCH_SECONDS)[0]:
                if preparing.poll() is not None:
                    break
            if not prepared.read():
                raise LaunchError("The shop could not be prepared. The lines above say why.")
        for program in programs.of_shop(state, f"{HOST}:{port}"):
            children.append(program)
            program.start()
        while preparing.poll() is None:
            keep_opening(children)
            time.sleep(WATCH_SECONDS / 5)
    finally:
        preparing.kill()
        preparing.wait()


def wait_for_web(port: int, children: list[Program]) -> None:
    """Return when /readyz is green."""
    deadline = time.monotonic() + WEB_SECONDS
    answer = ""
    while time.monotonic() < deadline:
        status, answer = ask(port)
        if status == 200:
            return
        keep_opening(children)
        time.sleep(WATCH_SECONDS / 5)
    raise LaunchError(
        f"The web server is not ready after {WEB_SECONDS} s: {answer or 'no answer'}.\n"
        f"The last lines of {children[0].log}:\n{processes.tail(children[0].log)}"
    )


def ask(port: int) -> tuple[int, str]:
    """Return status and body of /readyz, or 0 where nobody answers."""
    link = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        link.request("GET", "/readyz")
        response = link.getresponse()
        return response.status, response.read(1000).decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        link.close()


def announce(port: int, state: Path) -> None:
    place = f"VITRINE_STATE='{state}' " if os.environ.get("VITRINE_STATE") else ""
    print(f"\nThe shop is open at http://{HOST}:{port} (Ctrl-C stops it)")
    print(f"Admin is at http://{HOST}:{port}/admin/ and this makes an account for it:")
    print(f"    {place}.venv/bin/python manage.py createsuperuser")
    print(f"Logs are in {state / 'logs'}", flush=True)


if __name__ == "__main__":
    main()
