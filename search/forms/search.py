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

from catalog.models import Variant
from search.forms.fields import (
    BoxField,
    FlagField,
    PartsField,
    PhotoIdField,
    ValuesField,
)
from search.forms.filters import FilterForm
from search.query import SORT_LABELS, Part, Query

TEXT_LENGTH = 2_000
PASSAGES_LENGTH = 20_000
SKU_LENGTH = 100
CURSOR_LENGTH = 500
LAST_PAGE = 10_000

SORTINGS = list(SORT_LABELS.items())


class SearchForm(FilterForm):
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
    sort = forms.ChoiceField(
        required=False,
        choices=SORTINGS,
        label=_("Sort by"),
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is no way to sort. Choose relevance, price, -price, discount, "
                "popularity or newest."
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
        required=False,
        help_text=_(
            "Chips to switch off, by key; “all” for the words as typed, “wishes” for one list."
        ),
    )
    prefer = ValuesField(
        required=False,
        help_text=_("Chips that decide the order alone and need not be met, by key."),
    )
    explain = FlagField(required=False, help_text=_("Tell why each product is where it is."))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.check_skus()
        return cleaned

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
            filters=self.filters(),
            sort=data["sort"] or "relevance",
            page_size=data["page_size"] or settings.PAGE_SIZE,
            page=data["page"] or 1,
            cursor=data["cursor"],
            off=data["off"],
            prefer=data["prefer"],
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

    limit = forms.IntegerField(
        required=False, min_value=1, max_value=100, help_text=_("How many are wanted.")
    )


class PassagesForm(FilterForm, LimitForm):
    """A text to be cut into passages, and the filters that hold for all of them."""

    text = forms.CharField(max_length=PASSAGES_LENGTH, help_text=_("An article, a list, a story."))


class SuggestForm(LimitForm):
    """The words typed so far."""

    q = forms.CharField(required=False, max_length=200, help_text=_("The words typed so far."))


class DescribeForm(LimitForm):
    """The photo to describe, where it was sent before, and how many descriptions are wanted."""

    photo_id = PhotoIdField(required=False)
