"""Judgements: which products are right for which query, as JSON lines.

{"query": {"text": "red dress"}, "filters": {"category": "Apparel"}, "relevant": {"SKU1": 3}}
{"query": {"photo": "relative/path.webp", "text": "optional"}, "relevant": {"SKU2": 1}}

A "kind" beside them ("colour and type") groups queries, and so does a "language" ("de").
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.filters import Filters
from catalog.models import Variant

# From the filters as a judgement spells them to conditions; ValueError with a sentence otherwise.
Resolve = Callable[[Mapping[str, Any]], Filters]


KNOWN = {"query", "filters", "relevant", "kind", "language"}


class JudgementError(Exception):
    """A judgement cannot be used; the message names the file, the line and what is wrong."""


@dataclass(frozen=True)
class Judgement:
    """One query and the grades of the products that were judged for it (0: not relevant)."""

    label: str  # names the query in reports, the same in every run
    text: str
    photo: Path | None
    filters: Filters
    grades: Mapping[str, int]  # product id -> grade
    kind: str = ""

    @property
    def asked_with(self) -> str:
        if self.photo and self.text:
            return "both"
        return "image" if self.photo else "text"


def read(file: Path, resolve: Resolve) -> tuple[list[Judgement], list[str]]:
    """The judgements of a file, and the SKUs in it that are not in the catalogue.

    Those SKUs are left out, and so are queries of which no relevant product is left. Raises
    JudgementError.
    """
    lines = list(lines_of(text_of(file), str(file)))
    skus = {sku for _number, line in lines for sku in line["relevant"]}
    products = dict(Variant.objects.filter(sku__in=skus).values_list("sku", "product_id"))
    labels = Counter(_label(line) for _number, line in lines)
    judgements = []
    for number, line in lines:
        where = f"{file}, line {number}"
        try:
            filters = resolve(line.get("filters", {}))
        except ValueError as error:
            raise JudgementError(f"{where}: {error}") from error
        photo = _photo(file, line, where)
        label = _label(line) + (f" (line {number})" if labels[_label(line)] > 1 else "")
        graded = best_grades(line["relevant"], products)
        grades = {str(product): grade for product, grade in graded.items()}
        if any(grades.values()):
            text = line["query"].get("text", "")
            kind = line.get("kind", "")
            judgements.append(Judgement(label, text, photo, filters, grades, kind))
    return judgements, sorted(skus - set(products))


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError(f"{file} cannot be read: {error}") from error


def lines_of(text: str, file: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each judgement with the number of its line. Raises JudgementError."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise JudgementError(f"{file}, line {number}: this is no JSON ({error}).") from error
        complaint = _complaint(found)
        if complaint:
            raise JudgementError(f"{file}, line {number}: {complaint}")
        yield number, found


def _complaint(line: Any) -> str:
    if not isinstance(line, dict) or not isinstance(line.get("query"), dict):
        return 'a judgement looks like {"query": {"text": "red dress"}, "relevant": {"SKU1": 3}}.'
    query, relevant = line["query"], line.get("relevant")
    unknown = set(line) - KNOWN | set(query) - {"text", "photo"}
    if unknown:
        return f"{sorted(unknown)[0]!r} is not known here."
    if not any(query.values()) or not all(isinstance(value, str) for value in query.values()):
        return "the query needs a text or a photo."
    if not isinstance(relevant, dict) or not relevant:
        return '"relevant" has to name products and their grades, as in {"SKU1": 3}.'
    for sku, grade in relevant.items():
        if not is_whole(grade) or grade < 0:
            return f"the grade of {sku} is {grade!r}, but has to be a whole number from 0."
    if not isinstance(line.get("kind", ""), str):
        return '"kind" has to be a name, such as "colour and type".'
    if not isinstance(line.get("language", ""), str):
        return '"language" has to be a code, such as "de".'
    if not isinstance(line.get("filters", {}), dict):
        return '"filters" has to look like {"category": "Apparel"}.'
    return ""


def is_whole(grade: Any) -> bool:
    """3, and 3.0 as other tools write it."""
    whole = isinstance(grade, int) or (isinstance(grade, float) and grade.is_integer())
    return whole and not isinstance(grade, bool)


def _label(line: Mapping[str, Any]) -> str:
    query = line["query"]
    filters = [f"[{name}={value}]" for name, value in sorted(line.get("filters", {}).items())]
    return " ".join(filter(None, [query.get("photo"), query.get("text"), *filters]))


def _photo(file: Path, line: Mapping[str, Any], where: str) -> Path | None:
    name = line["query"].get("photo")
    photo = file.parent / name if name else None
    if photo and not photo.is_file():
        raise JudgementError(f"{where}: there is no photo {photo}.")
    return photo


def best_grades(relevant: Mapping[str, int], products: Mapping[str, int]) -> dict[int, int]:
    """Product id -> the best grade of its variants, of SKU -> grade and SKU -> product id."""
    grades: dict[int, int] = {}
    for sku, grade in relevant.items():
        if sku in products:
            grades[products[sku]] = max(int(grade), grades.get(products[sku], 0))
    return grades
