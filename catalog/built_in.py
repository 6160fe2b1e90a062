"""The attributes that every shop has, declared once.

A new one is a line here. Its values stand in `Product.attributes` or `Variant.options` under its
name, unless it has a column of its own that `catalog_product_facts` or `catalog_variant_facts`
reads (see `catalog/migrations/0024_keywords_of_attributes.py`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class Kind(models.TextChoices):
    """What the values of an attribute are."""

    CHOICE = "choice", _("one of several")
    CHOICES = "choices", _("some of several")
    NUMBER = "number", _("a number, with its unit")
    FLAG = "flag", _("yes or no")


@dataclass(frozen=True)
class BuiltIn:
    """The defaults of a built-in attribute; what admin changes stands in its row."""

    code: str
    name: str
    kind: Any = Kind.CHOICE
    on_variant: bool = False
    facet: bool = True
    preference: bool = True  # words of a query that name a value prefer it; False: they require it
    in_text: bool = True

    def row(self) -> dict[str, Any]:
        """The columns of its row in the table of attributes."""
        return asdict(self)


BUILT_IN = (
    BuiltIn("brand", gettext_noop("Brand")),
    BuiltIn("color", gettext_noop("Colour"), on_variant=True, preference=False),
    BuiltIn("size", gettext_noop("Size"), on_variant=True, preference=False, in_text=False),
    BuiltIn("material", gettext_noop("Material"), Kind.CHOICES),
    BuiltIn("gender", gettext_noop("Gender"), Kind.CHOICES),
    BuiltIn("tag", gettext_noop("Tags"), Kind.CHOICES, facet=False),
)
CODES = frozenset(each.code for each in BUILT_IN)
