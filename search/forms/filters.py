"""The filters as form fields: what every search shares, of words, of photos, of a whole text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from catalog.filters import CHOICES, Filters
from catalog.models import PATH_SEPARATOR, Category
from search.forms.fields import FlagField, PriceField, ValuesField

SIMILAR_ENOUGH = 60  # of 100: below it, "did you mean" would be a guess


class FilterForm(forms.Form):
    """Conditions on products; `filters()` is the same as a plain value."""

    category = forms.CharField(
        required=False,
        max_length=500,
        label=_("Category"),
        help_text=_("As in addresses, “shoes/boots”, or spelt out, “Shoes > Boots”."),
    )
    brand = ValuesField(required=False, label=_("Brand"))
    color = ValuesField(required=False, label=_("Colour"))
    size = ValuesField(required=False, label=_("Size"))
    material = ValuesField(required=False, label=_("Material"))
    gender = ValuesField(required=False, label=_("Gender"))
    attribute = ValuesField(
        required=False,
        label=_("Attribute"),
        help_text=_("Of the shop's own: “ram:16 GB”, a range “ram:16 GB..”, or “washable:yes”."),
    )
    price_min = PriceField(required=False, label=_("Price from"))
    price_max = PriceField(required=False, label=_("Price to"))
    in_stock = FlagField(required=False, label=_("In stock"))
    on_sale = FlagField(required=False, label=_("On sale"))

    def clean_category(self) -> str:
        """The category's `url_path`; its spelt path ("Shoes > Boots") is understood as well."""
        asked = self.cleaned_data["category"].strip("/")
        if not asked:
            return ""
        spelt = PATH_SEPARATOR.join(part.strip() for part in asked.split(">"))
        found = Category.objects.filter(url_path__iexact=asked).first()
        found = found or Category.objects.filter(path__iexact=spelt).first()
        if found:
            return found.url_path
        raise ValidationError(unknown_category(asked), code="unknown_category")

    def clean(self) -> dict[str, Any]:
        low, high = self.cleaned_data.get("price_min"), self.cleaned_data.get("price_max")
        if low is not None and high is not None and low > high:
            message = _("The lowest price, %(low)s, is above the highest, %(high)s. Swap the two.")
            self.add_error(
                "price_min", ValidationError(message, "price_order", {"low": low, "high": high})
            )
        return self.cleaned_data

    def filters(self) -> Filters:
        """The conditions that were set; only after `is_valid()`."""
        data = self.cleaned_data
        return Filters(
            category=data["category"],
            price_min=data["price_min"],
            price_max=data["price_max"],
            in_stock=data["in_stock"],
            on_sale=data["on_sale"],
            attribute=data["attribute"],
            **{name: data[name] for name in CHOICES},
        )


def filters_of(spelt: Mapping[str, Any]) -> Filters:
    """Of a judgement, as on the page and in the API. Raises ValueError with a sentence."""
    unknown = set(spelt) - set(FilterForm.base_fields)
    if unknown:
        raise ValueError(f"there is no filter {sorted(unknown)[0]!r}.")
    form = FilterForm(dict(spelt))
    if not form.is_valid():
        raise ValueError(" ".join(str(e) for errors in form.errors.values() for e in errors))
    return form.filters()


def unknown_category(asked: str) -> str:
    """A sentence that offers the nearest category there is."""
    paths = Category.objects.values_list("url_path", flat=True)
    nearest = process.extractOne(
        asked.lower(), paths, scorer=fuzz.WRatio, score_cutoff=SIMILAR_ENOUGH
    )
    if nearest is None:
        return _("There is no category “%(asked)s”.") % {"asked": asked}
    return _("There is no category “%(asked)s”. Did you mean “%(nearest)s”?") % {
        "asked": asked,
        "nearest": nearest[0],
    }
