"""`make run`: everything of the shop on this machine, from one command to one Ctrl-C."""

import contextlib
import fcntl
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured
from tqdm import tqdm

from config import embedded, processes
from config.environment import number
from config.processes import Program

HOST = "127.0.0.1"
WEB_SECONDS = 120
WATCH_SECONDS = 0.5
# Indexing that stands still this long is shown as waiting rather than holding the shop back.
IDLE_SECONDS = 60


class LaunchError(Exception):
    """The shop cannot open; the message says why and what to do."""


def main() -> None:
    for name in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, interrupt)
    try:
        port = number("PORT", 8000, 1, 65_535)
        state = embedded.state_folder()
        with only_one(state, port):
            run(state, port)
    except KeyboardInterrupt:
        print("\nStopped. Everything you had is kept for the next `make run`.")
    except (ImproperlyConfigured, LaunchError, embedded.EmbeddedError) as error:
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
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise LaunchError(
                    f"Port {port} is not to be had ({error.strerror}). Choose another one: "
                    f"make run PORT={port + 1 if port < 65_535 else 8000}"
                ) from error
        file.truncate(0)
        file.write(f"http://{HOST}:{port}")
        file.flush()
        yield


def run(state: Path, port: int) -> None:
    """Start, wait and watch until Ctrl-C; stop whatever was started here, and nothing else."""
    started: list[str] = []
    programs: list[Program] = []
    try:
        started = embedded.up(state)
        if started:
            print(f"Started {' and '.join(started)}", flush=True)
        open_shop(state, port, programs)
        watch(state, programs)
    except processes.ProgramError as error:
        raise LaunchError(str(error)) from error
    finally:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, signal.SIG_IGN)  # stopping takes a moment and must not be cut off
        processes.stop(programs)
        if started:
            embedded.down(state)


def open_shop(state: Path, port: int, programs: list[Program]) -> None:
    """Prepare, start the programs and print the address once the shop answers."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["VITRINE_ROLE"] = "command"
    django.setup()
    from django.db import connections

    from config import prepare
    from search.encoders import EncoderError

    prepare.migrate()
    prepare.collect_static()
    try:
        prepare.load_encoder()
    except EncoderError as error:
        raise LaunchError(str(error)) from error
    prepare.load_catalogue()
    for program in plan(state, port):
        programs.append(program)
        program.start()
    wait_for_index(programs)
    wait_for_web(port, programs)
    announce(port, state)
    connections.close_all()


def plan(state: Path, port: int) -> list[Program]:
    """Return web, worker and beat; they run until `stop`."""
    logs = state / "logs"
    logs.mkdir(mode=0o700, exist_ok=True)
    python = sys.executable
    cores = os.cpu_count() or 1
    web = [python, "-m", "gunicorn", "config.wsgi:application", "--bind", f"{HOST}:{port}"]
    web += ["--worker-class", "gthread", "--workers", str(min(4, max(2, cores // 2)))]
    web += ["--threads", "4", "--graceful-timeout", "5", "--no-control-socket"]
    web += ["--access-logfile", "-"]
    celery = [python, "-m", "celery", "-A", "config"]
    worker = [*celery, "worker", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    worker += ["--concurrency", str(min(4, max(1, cores - 1)))]
    beat = [*celery, "beat", "--loglevel", "WARNING", "--pidfile="]
    commands = {"web": web, "worker": worker, "beat": beat}
    return [
        Program(name, command, logs / f"{name}.log", {"VITRINE_ROLE": role_of(name)})
        for name, command in commands.items()
    ]


def role_of(name: str) -> str:
    return "web" if name == "web" else "worker"


def wait_for_index(programs: list[Program]) -> None:
    """Show how far indexing is, until it is done or stands still."""
    from search.indexing import coverage

    done, total = coverage()
    if done >= total:
        return
    moved = time.monotonic()
    with tqdm(total=total, initial=done, desc="Indexing", unit=" rows", mininterval=0.5) as bar:
        while done < total and time.monotonic() - moved < IDLE_SECONDS:
            time.sleep(WATCH_SECONDS)
            keep(programs)
            before, (done, total) = done, coverage()
            bar.total = total
            bar.update(done - before)
            moved = time.monotonic() if done != before else moved
    if done < total:
        print(
            f"{total - done} rows are not indexed yet; the worker keeps at it. "
            "`python manage.py doctor` says more."
        )


def wait_for_web(port: int, programs: list[Program]) -> None:
    """Return when /readyz is green."""
    deadline = time.monotonic() + WEB_SECONDS
    answer = ""
    while time.monotonic() < deadline:
        status, answer = ask(port)
        if status == 200:
            return
        keep(programs)
        time.sleep(0.1)
    raise LaunchError(
        f"The web server is not ready after {WEB_SECONDS} s: {answer or 'no answer'}.\n"
        f"The last lines of {programs[0].log}:\n{processes.tail(programs[0].log)}"
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
    print(f"\nThe shop is open at http://{HOST}:{port}  (Ctrl-C stops it)", flush=True)
    print(f"Admin is at http://{HOST}:{port}/admin/ ; an account for it: {command(state)}")
    print(f"Logs are in {state / 'logs'}", flush=True)


def command(state: Path) -> str:
    """Return what makes an administrator of this very shop."""
    place = f'VITRINE_STATE="{state}" ' if os.environ.get("VITRINE_STATE") else ""
    return f"{place}.venv/bin/python manage.py createsuperuser"


def watch(state: Path, programs: list[Program]) -> NoReturn:
    """Restart whatever falls, our servers included, until interrupted."""
    while True:
        for _ in range(4):
            time.sleep(WATCH_SECONDS)
            keep(programs)
        for name in embedded.up(state):
            print(f"{name} had stopped and was started again.", flush=True)


def keep(programs: list[Program]) -> None:
    for program in programs:
        if program.watch():
            print(f"The {program.name} had stopped and was started again.", flush=True)


if __name__ == "__main__":
    main()
