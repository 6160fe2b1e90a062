"""What the values of a file say of the shop's own attributes: their type, unit and use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.built_in import Kind
from catalog.importing.columns import ATTRIBUTE, NAME_LENGTH, OPTION, SEPARATOR, family_of
from catalog.importing.files.text import is_strange
from catalog.importing.values import WORDS_FOR_NOTHING
from catalog.measures import FACTORS, measure, unit_of
from catalog.models import Attribute
from catalog.models.attribute import code_of
from catalog.truths import truth

MOST_CHOICES = 40  # of a facet that is offered without being asked for
LONGEST_CHOICE = 60
FIGURES = frozenset("01")


@dataclass
class Profile:
    """The values that one attribute has in a file, in memory that does not grow with it."""

    name: str
    on_variant: bool
    values: int = 0
    longest: int = 0
    several: bool = False
    flags: bool = True
    words: bool = False  # whether a yes or no was written as a word
    numbers: bool = True
    units: set[str] = field(default_factory=set)
    distinct: set[str] = field(default_factory=set)

    def see(self, cell: str) -> None:
        parts = [part.strip() for part in cell.split(SEPARATOR)]
        found = [part for part in parts if part and part.lower() not in WORDS_FOR_NOTHING]
        self.several |= len(found) > 1
        for value in found:
            self.see_value(value)

    def see_value(self, value: str) -> None:
        self.values += 1
        self.longest = max(self.longest, len(value))
        if self.flags:
            self.flags = truth(value) is not None
            self.words |= value not in FIGURES
        if self.numbers:
            amount = measure(value)
            coded = value[0] == "0" and value[1:2].isdigit()  # "007" is a name
            self.numbers = amount is not None and not coded
            self.units |= {amount.unit} if amount else set()
        if len(self.distinct) <= MOST_CHOICES:
            self.distinct.add(value.lower())

    @property
    def kind(self) -> str:
        if self.values and self.flags and (self.words or self.distinct == FIGURES):
            return str(Kind.FLAG)
        dimensions = {FACTORS[unit][0] for unit in self.units - {""}}
        if self.values and self.numbers and len(dimensions) < 2 and not self.several:
            return str(Kind.NUMBER)
        return str(Kind.CHOICES if self.several else Kind.CHOICE)

    @property
    def unit(self) -> str:
        """The unit that all values have, or that stands in brackets behind the name."""
        own = self.units - {""}
        if len(own) == 1 and self.kind == str(Kind.NUMBER):
            return next(iter(own))
        return (unit_of(self.name[len(self.short_name) :].strip(" ()[]")) or "") if not own else ""

    @property
    def short_name(self) -> str:
        """The name without a unit in brackets behind it."""
        head, bracket, tail = self.name.replace("[", "(").partition("(")
        return head.strip() if bracket and unit_of(tail.strip(" )]")) else self.name

    @property
    def offered(self) -> bool:
        """Whether shoppers are offered its values: few and short ones, or numbers, or a yes."""
        if self.kind in (str(Kind.NUMBER), str(Kind.FLAG)):
            return True
        single = self.values > MOST_CHOICES // 2 and len(self.distinct) == self.values
        few = len(self.distinct) <= MOST_CHOICES and not single
        return few and self.longest <= LONGEST_CHOICE

    def row(self) -> Attribute:
        return Attribute(
            code=code_of(self.name),
            name=self.short_name[:NAME_LENGTH] or self.name,
            kind=self.kind,
            unit=self.unit,
            on_variant=self.on_variant,
            facet=self.offered,
        )


class Profiles:
    """The profiles of all attributes and options of a file, by their codes."""

    def __init__(self) -> None:
        self.found: dict[str, Profile] = {}
        self.columns: dict[str, str | None] = {}  # column -> code

    def see(self, cells: Mapping[str, Any]) -> None:
        for column, cell in cells.items():
            code = self.code(column)
            if code and cell:
                self.found[code].see(str(cell))

    def code(self, column: str) -> str | None:
        """The code of the attribute that a column holds values of, None for another column."""
        if column not in self.columns:
            family, name, language = family_of(column)
            own = family in (ATTRIBUTE, OPTION) and not language and not is_strange(name)
            self.columns[column] = code_of(name) if own else None
            if own:
                profile = self.found.setdefault(code_of(name), Profile(name, False))
                profile.on_variant |= family == OPTION
        return self.columns[column]

    def declare(self) -> None:
        """Make the attributes that the shop does not have yet; the others stay as they are."""
        known = Attribute.objects.filter(code__in=self.found).values_list("code", flat=True)
        seen = {code: profile for code, profile in self.found.items() if profile.values}
        if new := sorted(seen.keys() - set(known)):
            rows = [seen[code].row() for code in new]
            Attribute.objects.bulk_create(rows, ignore_conflicts=True)
