"""How many planted faults the audit of the catalogue finds, and how many of its findings are true.

    python -m benchmarks.search.audit [--shop sample] [--seeds 101 102 103] [--show]

Each seed plants its own faults in the shop (`benchmarks.data.planted_faults`), indexes what has
changed, runs the audit as a worker does, counts, and rolls everything back. A finding counts as
true where that fault was planted on its product, and as false wherever none was; what was wrong in
a shop before is therefore counted against the audit.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.data.shops import SHOPS
from benchmarks.scratch import ROOT, shop

SEEDS = (101, 102, 103, 104, 105)  # not those that anything was tried out on: 1 to 9
Counts = dict[str, list[tuple[int, int, int]]]  # kind -> true findings, findings, planted


def planted(seed: int, share: float, kinds: list[str]) -> Any:
    from benchmarks.data.planted_faults import Planter

    planter = Planter(seed)
    steps: dict[str, tuple[Callable[[int], None], int]] = {
        "unwanted": (planter.unwanted, 20),
        "photo": (planter.photos, 30),
        "color": (planter.colors, 30),
        "alt": (planter.alts, 20),
        "missing": (planter.missing, 30),
        "shared": (planter.shared, 20),
        "duplicate": (planter.duplicates, 30),
    }
    for kind, (plant, n) in steps.items():
        if kind in kinds or not kinds:
            plant(max(round(n * share), 4))
    return planter


def run(
    seed: int, share: float, show: bool, kinds: list[str]
) -> tuple[Counts, dict[str, list[bool]]]:
    from django.db import transaction

    from search import indexing
    from search.audit import runs
    from search.models import Finding

    counts: Counts = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    with transaction.atomic():
        before = set_of_findings(runs, Finding) if show else set()
        planter = planted(seed, share, kinds)
        indexing.index_stale()
        runs.start(kinds)
        runs.work()
        for kind, true in planter.truth.items():
            found = pairs(Finding) if kind == "shared" else products(Finding, kind)
            counts[kind].append((len(found & true), len(found), len(true)))
            if show:
                tell(kind, found, true, before)
        for finding in Finding.objects.filter(kind__in=("color", "missing")):
            if finding.product_id in planter.truth.get(finding.kind, ()):
                wanted = planter.wanted[finding.product_id]
                right[finding.kind].append(finding.proposal["value"] == wanted)
        transaction.set_rollback(True)
    return counts, right


def products(findings: Any, kind: str) -> set[int]:
    return set(findings.objects.filter(kind=kind).values_list("product", flat=True))


def pairs(findings: Any) -> set[tuple[int, int]]:
    """The later product first: which of the two fits its photo worse is a matter of opinion."""
    found = findings.objects.filter(kind="shared").values_list("product", "other")
    return {(max(pair), min(pair)) for pair in found}


def set_of_findings(runs: Any, findings: Any) -> set[tuple[str, int]]:
    runs.start()
    runs.work()
    found = set(findings.objects.values_list("kind", "product"))
    findings.objects.all().delete()
    return found


def tell(kind: str, found: set[Any], true: set[Any], before: set[tuple[str, int]]) -> None:
    from catalog.models import Product

    for word, keys in (("missed", true - found), ("false", found - true)):
        if kind == "shared":
            keys = {pk for pair in keys for pk in pair}
        for product in Product.objects.filter(pk__in=keys).prefetch_related("variants"):
            known = "as before" if (kind, product.pk) in before else ""
            colors = {each.color for each in product.variants.all()}
            print(f"  {kind} {word} {product.pk} {product.title} {colors} {known}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shop", default="sample", choices=SHOPS)
    parser.add_argument("--seeds", type=int, nargs="*", default=SEEDS)
    parser.add_argument("--share", type=float, default=1.0, help="of the usual number of faults")
    parser.add_argument("--states", default=str(ROOT / "var" / "benchmarks"))
    parser.add_argument("--data", default="", help="the data sets of shops that do not ship")
    parser.add_argument("--show", action="store_true", help="every miss and every false finding")
    parser.add_argument("--kinds", nargs="*", default=[], help="plant and look for these alone")
    given = parser.parse_args()
    counts: Counts = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    with shop(given.shop, Path(given.data), Path(given.states)):
        for seed in given.seeds:
            counted, proposals = run(seed, given.share, given.show, given.kinds)
            for kind, numbers in counted.items():
                counts[kind] += numbers
            for kind, each in proposals.items():
                right[kind] += each
    print("| fault | planted a seed | precision | recall | worst seed | proposal right |")
    print("|---|---|---|---|---|---|")
    for kind, numbers in counts.items():
        print(line(kind, numbers, right.get(kind, [])))


def line(kind: str, numbers: list[tuple[int, int, int]], right: list[bool]) -> str:
    true, found, planted = (sum(each) for each in zip(*numbers, strict=True))
    worst = min((t / max(f, 1), t / p) for t, f, p in numbers)
    proposals = f"{sum(right) / len(right):.2f}" if right else ""
    return (
        f"| {kind} | {planted // len(numbers)} | {true / max(found, 1):.3f} | {true / planted:.3f}"
        f" | {worst[0]:.2f} / {worst[1]:.2f} | {proposals} |"
    )


if __name__ == "__main__":
    main()
