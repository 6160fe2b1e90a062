"""One condition on an attribute: any of some values, ranges, or a yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.fields.array import ArrayOverlap
from django.db.models import Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from catalog.built_in import Kind
from catalog.models import Attribute, AttributeValue, Category
from catalog.models.attribute import token_of
from catalog.ranges import bounds
from catalog.truths import truth

TOKENS = ArrayField(TextField())
ON_VARIANT = ("color", "size")  # of the built-in attributes
COLORLESS = "color="  # the token of a product of which no variant says a colour


def within(url_path: str) -> Q:
    """Products of a category or of one below it, be it their first or a further one."""
    return Q(facts__overlap=ArraySubquery(category_tokens(url_path)))


def within_known(url_path: str) -> Q:
    """The same for an estimate: of tokens that it looks up, Postgres knows no number."""
    return Q(facts__overlap=list(category_tokens(url_path)))


def category_tokens(url_path: str) -> QuerySet[Any, str]:
    """The one token of the category; none where there is no such category."""
    ids = Category.objects.filter(url_path=url_path).order_by()
    spelt = Concat(Value("category="), Cast("pk", TextField()), output_field=TextField())
    return ids.values_list(spelt, flat=True)


@dataclass(frozen=True)
class Condition:
    """`Condition("ram", ("16 GB..",), table.get("ram"))`; values are alternatives.

    A value is a text, a range ("16 GB..", "..2 l", "1..2 l") or, of a flag, a yes or no. Letter
    case and accents do not matter. Without its row the attribute is one of products, of no numbers.
    """

    code: str
    values: tuple[str, ...]
    attribute: Attribute | None = None

    @property
    def of_variant(self) -> bool:
        return self.attribute.on_variant if self.attribute else self.code in ON_VARIANT

    def products(self) -> Q:
        """Products of which, or of a variant of which, one of the values is said."""
        return Q(facts__overlap=self.tokens())

    def variants(self) -> Q:
        """Variants of which one of the values is said, by themselves or by their product."""
        said = Q(facts__overlap=self.tokens())
        if self.attribute and not self.attribute.built_in:
            alone = Func("product__attributes", function="catalog_facts", output_field=TOKENS)
            said |= Q(ArrayOverlap(alone, self.tokens()))
        return said

    def tokens(self) -> Any:
        """The tokens of the values as an SQL array; numbers are compared, not spelt."""
        literal = [token_of(self.code, value) for value in self.values]
        literal += [
            token_of(self.code, known)
            for value in self.values
            if self.is_flag and (known := truth(value)) is not None
        ]
        written = Value(literal, output_field=TOKENS)
        numbers = self.numbers()
        if not numbers:
            return written
        among = AttributeValue.objects.filter(numbers, attribute=self.code).order_by()
        return Func(
            written, ArraySubquery(among.values("token")), function="array_cat", output_field=TOKENS
        )

    @property
    def is_flag(self) -> bool:
        return self.attribute is None or self.attribute.kind == Kind.FLAG

    def numbers(self) -> Q:
        """The condition on the numbers of known values."""
        unit = self.attribute.unit if self.attribute else ""
        where = Q()
        for value in self.values:
            if ends := bounds(value, unit):
                low, high = ends
                where |= (Q(number__gte=low) if low is not None else Q(number__isnull=False)) & (
                    Q(number__lte=high) if high is not None else Q()
                )
            elif self.attribute and self.attribute.kind == Kind.NUMBER:
                amount = self.attribute.number(value)
                where |= Q(number=amount) if amount is not None else Q()
        return where
