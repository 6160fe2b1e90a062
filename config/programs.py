"""The programs that a shop on one machine consists of."""

import os
import sys
from pathlib import Path

from config.lowered_rights import lowered
from config.processes import Program


def of_shop(state: Path, address: str) -> list[Program]:
    """Return web, workers and beat, not started yet; `address` is host:port."""
    logs = state / "logs"
    logs.mkdir(mode=0o700, exist_ok=True)
    cores = os.cpu_count() or 1
    role, words = {"VITRINE_ROLE": "worker"}, lowered(state)
    return [
        Program("web", web(address, cores), logs / "web.log", rights=words),
        Program("worker", worker(cores), logs / "worker.log", role, words),
        Program("maintenance", maintenance(), logs / "maintenance.log", role, words),
        Program("beat", beat(), logs / "beat.log", role, words),
    ]


def web(address: str, cores: int) -> list[str]:
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.web.options"]
    command += ["--workers", str(min(4, max(2, cores // 2)))]
    return [*command, "--bind", address, "config.wsgi:application"]


def worker(cores: int) -> list[str]:
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel", "INFO"]
    command += ["--concurrency", str(min(4, max(1, cores - 1)))]
    return [*command, "--without-gossip", "--without-mingle"]


def maintenance() -> list[str]:
    """One process without a pool, so without its time limit: what it runs waits for Postgres."""
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "--loglevel", "INFO"]
    command += ["--queues", "maintenance", "--pool", "solo", "--hostname", "maintenance@%h"]
    return [*command, "--without-gossip", "--without-mingle"]


def beat() -> list[str]:
    command = [sys.executable, "-m", "celery", "-A", "config", "beat", "--loglevel", "WARNING"]
    return [*command, "--pidfile="]
