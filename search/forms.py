"""What a shopper or a client may ask: one validator for the search page and for the API.

Both spell a query the same way (`?q=boots&color=Black&price_max=80`), so a link from the page works
in the API and the other way round. Every refusal is a sentence that names the value.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from catalog.filters import CHOICES, Filters
from catalog.models import PATH_SEPARATOR, Category, Variant
from search.fields import (
    BoxField,
    FlagField,
    PartsField,
    PhotoIdField,
    PriceField,
    ValuesField,
)
from search.query import Part, Query

TEXT_LENGTH = 2_000
SKU_LENGTH = 100
CURSOR_LENGTH = 500
LAST_PAGE = 10_000
SIMILAR_ENOUGH = 60  # of 100: below it, "did you mean" would be a guess

SORTINGS = [
    ("relevance", _("Best match")),
    ("price", _("Price, lowest first")),
    ("-price", _("Price, highest first")),
    ("newest", _("Newest")),
]


class SearchForm(forms.Form):
    """The parameters of a search; `query()` is the same search as a plain value."""

    q = forms.CharField(
        required=False, max_length=TEXT_LENGTH, label=_("Words"), help_text=_("What is looked for.")
    )
    photo = PhotoIdField(
        required=False, label=_("Photo"), help_text=_("The id of a photo that was sent before.")
    )
    like = forms.CharField(
        required=False,
        max_length=SKU_LENGTH,
        label=_("Like this product"),
        help_text=_("An SKU: products like this one."),
    )
    photo_weight = forms.FloatField(
        required=False,
        min_value=0,
        max_value=1,
        label=_("Photo against words"),
        help_text=_("Between words alone (0) and the photo alone (1)."),
    )
    parts = PartsField(
        required=False,
        text_length=TEXT_LENGTH,
        label=_("Parts"),
        help_text=_("A JSON list of texts, photos and products to be like or unlike."),
    )
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
    price_min = PriceField(required=False, label=_("Price from"))
    price_max = PriceField(required=False, label=_("Price to"))
    in_stock = FlagField(required=False, label=_("In stock"))
    sort = forms.ChoiceField(
        required=False,
        choices=SORTINGS,
        label=_("Sort by"),
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is no way to sort. Choose relevance, price, -price or newest."
            )
        },
    )
    page_size = forms.IntegerField(
        required=False, min_value=1, max_value=100, help_text=_("Products on a page.")
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)
    cursor = forms.CharField(
        required=False,
        max_length=CURSOR_LENGTH,
        help_text=_("Where to go on: `next` of the page before."),
    )
    off = ValuesField(
        required=False, help_text=_("Chips to switch off, by key; “all” for the words as typed.")
    )
    explain = FlagField(required=False, help_text=_("Tell what each leg says of each product."))

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
        self.check_skus()
        return self.cleaned_data

    def check_skus(self) -> None:
        """Every product that the search is to be like (or unlike) has to be there."""
        asked = {part.sku: "parts" for part in self.cleaned_data.get("parts") or () if part.sku}
        if like := self.cleaned_data.get("like"):
            asked[like] = "like"
        sold = Variant.objects.filter(sku__in=asked, product__active=True) if asked else []
        for sku in asked.keys() - {variant.sku for variant in sold}:
            message = _("There is no product with the SKU “%(sku)s”.")
            self.add_error(asked[sku], ValidationError(message, "unknown_sku", {"sku": sku}))

    def query(self) -> Query:
        """The search that was asked for; only after `is_valid()`."""
        data = self.cleaned_data
        return Query(
            parts=self.asked_parts(),
            filters=Filters(
                category=data["category"],
                price_min=data["price_min"],
                price_max=data["price_max"],
                in_stock=data["in_stock"],
                **{name: data[name] for name in CHOICES},
            ),
            sort=data["sort"] or "relevance",
            page_size=data["page_size"] or settings.PAGE_SIZE,
            page=data["page"] or 1,
            cursor=data["cursor"],
            off=data["off"],
            explain=data["explain"],
        )

    def asked_parts(self) -> tuple[Part, ...]:
        """Words, photo and product as parts; `photo_weight` shares the weight out between them."""
        data = self.cleaned_data
        words = [Part(text=data["q"])] if data["q"] else []
        pictures = [Part(photo_id=data["photo"])] if data["photo"] else []
        pictures += [Part(sku=data["like"])] if data["like"] else []
        share = data["photo_weight"]
        if share is not None and words and pictures:
            words = [Part(text=part.text, weight=1 - share) for part in words]
            pictures = [Part(photo_id=p.photo_id, sku=p.sku, weight=share) for p in pictures]
        chosen = [part for part in [*words, *pictures] if part.weight]
        return (*chosen, *data["parts"])


class PhotoForm(forms.Form):
    """An uploaded photo, and the part of it that counts."""

    photo = forms.FileField(
        error_messages={
            "required": _("Choose a photo to search with (the file goes in the field “photo”)."),
            "empty": _("This file is empty. Please choose another photo."),
        },
    )
    box = BoxField(required=False)


class LimitForm(forms.Form):
    """How many answers are wanted, where there are no pages."""

    limit = forms.IntegerField(required=False, min_value=1, max_value=100)


class DescribeForm(LimitForm):
    """The photo to describe, where it was sent before, and how many descriptions are wanted."""

    photo_id = PhotoIdField(required=False)


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
