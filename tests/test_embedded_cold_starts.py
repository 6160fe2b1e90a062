"""Whoever comes first starts the servers; the others find them."""

import subprocess
import sys
from pathlib import Path

import pytest

from config.embedded import postgres, redis

pytestmark = pytest.mark.slow

START = """
import sys
from pathlib import Path
from config.embedded import postgres, redis
state = Path(sys.argv[1])
print(postgres.start(state), redis.start(state))
"""


def test_six_starts_at_once_make_one_postgres_and_one_redis(own_state: Path) -> None:
    command = [sys.executable, "-c", START, str(own_state)]
    starts = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    answers = [start.communicate()[0].split() for start in starts]
    assert sorted(mine for mine, _ in answers) == ["False"] * 5 + ["True"]
    assert sorted(mine for _, mine in answers) == ["False"] * 5 + ["True"]
    assert postgres.answers(own_state, "vitrine")
    assert redis.answers(own_state)
