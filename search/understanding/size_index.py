"""The sizes of each category in a normal form: "EU 42", "42 EU" and "42" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.folding import fold
from search.understanding.catalogue_stats import CatalogueStats
from search.understanding.measures import Measure, read_measure

SYSTEM = re.compile(r"^(?:eu|eur|uk|us|it|fr|de)(?=\d)|(?<=\d)(?:eu|eur|uk|us)$")
DIMENSIONS = re.compile(r"\d[\d.]*x\d")

Sizes = dict[str, list[tuple[str, int]]]  # normal form -> (as the shop spells it, products)


class SizeIndex:
    def __init__(self, stats: CatalogueStats) -> None:
        self.by_place: dict[str, Sizes] = {"": {}}
        for url_path, sizes in stats.sizes.items():
            for size, products in sizes.items():
                for place in {"", *ancestors(url_path)}:
                    forms = self.by_place.setdefault(place, {})
                    for form in size_forms(size):
                        forms.setdefault(form, []).append((size, products))

    def everywhere(self) -> Sizes:
        return self.by_place[""]

    def of(self, url_paths: Iterable[str]) -> Sizes:
        """The sizes in these categories and those below them."""
        found: Sizes = {}
        for url_path in url_paths:
            for form, sizes in self.by_place.get(url_path, {}).items():
                found.setdefault(form, []).extend(sizes)
        return found


def ancestors(url_path: str) -> list[str]:
    """ "a/b/c" -> a, a/b, a/b/c."""
    parts = url_path.split("/")
    return ["/".join(parts[: n + 1]) for n in range(len(parts))]


def size_forms(size: str) -> set[str]:
    """ "EU 42" -> 42, eu42; "140 × 200" -> 140x200, 140x200cm; "0.5 l" -> the measure, too."""
    plain = re.sub(r"\s", "", fold(size).replace(",", ".").replace("×", "x"))
    forms = {plain, SYSTEM.sub("", plain)}
    measured = read_measure(size)
    if measured:
        forms.add(measure_form(measured))
    sides = {re.sub(r"(?<=\d)(?:cm|mm|in)$", "", form) for form in forms if DIMENSIONS.match(form)}
    return forms | sides | {f"{form}cm" for form in sides}


def measure_form(found: Measure) -> str:
    """The normal form of a measure among the sizes; no query spells it like that."""
    return f"={found[0]}:{found[1]:f}"
