"""A rule of the shop as a form: products by number or title, and what each act needs."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.as_shown import AsShownForm
from catalog.labelled import LabelledForm
from catalog.models import Category, Product, Variant
from search.models import Rule
from search.retrieval import product_called

MOST_PRODUCTS = 200
NEEDS = {
    Rule.Act.PIN: ("products",),
    Rule.Act.HIDE: ("products", "targets"),
    Rule.Act.BOOST: ("products", "targets"),
    Rule.Act.BURY: ("products", "targets"),
    Rule.Act.BANNER: ("text",),
    Rule.Act.REDIRECT: ("address",),
    Rule.Act.SYNONYM: ("synonyms",),
    Rule.When.QUERY: ("words",),
    Rule.When.WORDS: ("words",),
    Rule.When.CATEGORY: ("category",),
    Rule.When.FILTER: ("filter",),
    Rule.When.PHOTO: ("examples",),
}
CODED = re.compile(r"[^:\s][^:]*:\s*\S.*")
ADDRESS = re.compile(r"(?:/(?!/)|https?://)[^\s\\]*")


class ProductsField(forms.CharField):
    """Products by SKU, barcode or title, one a line; their ids in that order. Shown is the SKU of
    the first variant, or the group of what has none yet."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        names = dict(Product.objects.filter(pk__in=value).values_list("pk", "group"))
        names |= dict(
            Variant.objects.filter(product__in=value)
            .order_by("product_id", "-position", "-pk")
            .values_list("product_id", "sku")
        )
        return "\n".join(names[pk] for pk in value if pk in names)

    def clean(self, value: Any) -> list[int]:
        given = super().clean(value)
        lines = [line.strip() for line in given.splitlines() if line.strip()]
        if len(lines) > MOST_PRODUCTS:
            raise ValidationError(_("At most %(most)d products."), params={"most": MOST_PRODUCTS})
        found = {line: product_called(line) for line in lines}
        unknown = [line for line, product in found.items() if product is None]
        if unknown:
            said = _("There is no product with this number or title: %(unknown)s")
            raise ValidationError(said, params={"unknown": ", ".join(unknown[:5])})
        return list(dict.fromkeys(product.pk for product in found.values() if product))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class RuleForm(AsShownForm, LabelledForm):
    """Says of every act and condition what it lacks."""

    products = ProductsField(
        required=False,
        label=_("Products"),
        help_text=_("SKUs, barcodes or titles, one a line, in their order."),
    )
    examples = ProductsField(
        required=False,
        label=_("Example products"),
        help_text=_("Their photos show what a shopper's photo has to look like."),
    )

    class Meta:
        model = Rule
        fields = (
            *("name", "act", "when", "words", "category", "filter", "examples", "starts", "ends"),
            *("products", "targets", "place", "strength", "text", "address", "synonyms", "also"),
            *("priority", "note"),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("act") == Rule.Act.SYNONYM:
            data["when"] = Rule.When.ALWAYS
        for choice in (data.get("act"), data.get("when")):
            wanted = NEEDS.get(choice, ())
            if wanted and not any(data.get(name) or name in self.errors for name in wanted):
                self.add_error(wanted[0], _("This is needed for what you have chosen."))
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and starts >= ends:
            self.add_error("ends", _("It has to end after it begins."))
        if data.get("act") == Rule.Act.SYNONYM and not data.get("also"):
            self.check_group(data.get("synonyms", ""))
        return data

    def check_group(self, words: str) -> None:
        if len([word for word in words.split(",") if word.strip()]) == 1:
            said = _("Give at least two words, or the words that they also find.")
            self.add_error("synonyms", said)

    def clean_filter(self) -> str:
        return self.coded(self.cleaned_data["filter"])

    def clean_targets(self) -> str:
        lines = self.cleaned_data["targets"].splitlines()
        return "\n".join(self.coded(line) for line in lines if line.strip())

    def coded(self, spelt: str) -> str:
        spelt = spelt.strip()
        if spelt and not CODED.fullmatch(spelt):
            said = _("“%(spelt)s” is no filter. Write it as “color:Red” or “brand:Palm”.")
            raise ValidationError(said, params={"spelt": spelt})
        code, _colon, value = spelt.partition(":")
        if code == "category" and not Category.objects.filter(url_path=value).exists():
            said = _("There is no category “%(asked)s”.")
            raise ValidationError(said, params={"asked": value})
        return spelt

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        if address and not ADDRESS.fullmatch(address):
            raise ValidationError(_("Write an address as “/c/shoes/” or “https://…”."))
        return address
