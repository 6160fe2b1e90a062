"""How well queries are understood, and how fast: python -m benchmarks.search.understanding

Prints precision, recall and F1 over the entities of tests/understanding.jsonl (labelled by hand),
every query that was read otherwise than labelled, and the time of `interpret` as percentiles and
as a share of one pass of json.loads over the same file, which makes machines comparable.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

LABELS = Path(__file__).resolve().parents[2] / "tests" / "understanding.jsonl"


@dataclass
class Agreement:
    """Counts of claims: made and right, made and wrong, missed; and the queries that differ."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    queries: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def labels() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def claims(found: Any) -> set[str]:
    """All that an interpretation says, as comparable strings."""
    made = {entity.key for entity in found.entities} | {f"phrase:{each}" for each in found.phrases}
    made |= {f"excluded:{word}" for word in found.excluded}
    made |= {f"unjudged:{word}" for word in found.unjudged}
    made |= {f"wish:{intent}" for intent in found.intents}
    return made | ({f"correction:{found.correction.to}"} if found.correction else set())


def labelled(label: dict[str, Any]) -> set[str]:
    wanted = set(label["chips"]) | {f"phrase:{each}" for each in label.get("phrases", ())}
    wanted |= {f"excluded:{word}" for word in label.get("excluded", ())}
    wanted |= {f"unjudged:{word}" for word in label.get("unjudged", ())}
    wanted |= {f"wish:{intent}" for intent in label.get("wishes", ())}
    return wanted | ({f"correction:{label['correction']}"} if "correction" in label else set())


def agreement(read: Callable[[str], Any], rows: Iterable[dict[str, Any]]) -> Agreement:
    """Compare what `read` makes of each query with its labels, claim by claim."""
    total = Agreement()
    for row in rows:
        made, wanted = claims(read(row["query"])), labelled(row)
        total.queries += 1
        total.right += len(made & wanted)
        total.wrong += len(made - wanted)
        total.missed += len(wanted - made)
        if made != wanted:
            extra, missing = sorted(made - wanted), sorted(wanted - made)
            total.differences.append(f"{row['query']!r}: extra {extra}, missing {missing}")
    return total


def parting(read: Callable[[str], Any], rows: Iterable[dict[str, Any]]) -> Agreement:
    """The same for the queries labelled as several intents, or as one in spite of an "and".

    A query counts as right only where every one of its intents is.
    """
    total = Agreement()
    for row in rows:
        if "wishes" in row:
            made, wanted = tuple(read(row["query"]).intents), tuple(row["wishes"])
            total.queries += 1
            total.right += bool(made) and made == wanted
            total.wrong += bool(made) and made != wanted
            total.missed += bool(wanted) and made != wanted
            if made != wanted:
                total.differences.append(f"{row['query']!r}: {made}, and not {wanted}")
    return total


def milliseconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from search.understanding import interpret
    from tests.understanding_shop import shop

    vocabulary, rows = shop(), labels()
    found = agreement(lambda text: interpret(text, vocabulary), rows)
    print("\n".join(found.differences))
    print(f"{found.queries} queries, {found.right + found.missed} labels")
    print(f"precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}")
    print(f"read exactly as labelled: {1 - len(found.differences) / found.queries:.3f}")
    parted = parting(lambda text: interpret(text, vocabulary), rows)
    print(f"{parted.queries} with several products, or an and: F1 {parted.f1:.3f}")
    times = sorted(milliseconds(partial(interpret, row["query"], vocabulary)) for row in rows)
    loading = milliseconds(labels)
    median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"median {median:.2f} ms, p95 {late:.2f} ms, slowest {times[-1]:.2f} ms")
    print(f"all of them: {sum(times) / loading:.0f} times reading the file")


if __name__ == "__main__":
    main()
