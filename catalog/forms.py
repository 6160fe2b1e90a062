"""The forms of products and variants in admin, with attributes as lines that people can write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import attributes, disk
from catalog.changed_only import ChangedOnlyForm
from catalog.labelled import LabelledForm
from catalog.models import Product, ProductImage, Variant
from catalog.models.described import DESCRIPTION_LENGTH
from catalog.models.values import several

SEPARATOR = "|"  # between several values of an attribute


class AttributesField(forms.CharField):
    """Attributes as lines: "season: summer", "climate: cool | windy", "washable: yes"."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40})

    @cached_property
    def table(self) -> attributes.Table:
        """Read once for each form (a form has fields of its own), and only where lines are."""
        return attributes.table()

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return "\n".join(f"{name}: {spelt(each)}" for name, each in value.items())
        return value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, dict):
            return value
        found = {}
        for line in str(value or "").splitlines():
            name, colon, text = (part.strip() for part in line.partition(":"))
            if name and colon:
                found[name] = read(self.table, name, text)
            elif name:
                raise ValidationError(
                    _("Please write %(line)s as a name, a colon and a value.")
                    % {"line": repr(line)}
                )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.to_python(self.prepare_value(initial)), data))


def spelt(value: Any) -> str:
    """One value or several as people write them."""
    words = {True: "yes", False: "no"}
    parts = (words[each] if isinstance(each, bool) else str(each) for each in several(value))
    return f" {SEPARATOR} ".join(parts)


def read(table: attributes.Table, name: str, text: str) -> Any:
    attribute = table.get(attributes.code_of(name))
    parts = [part.strip() for part in text.split(SEPARATOR)]
    values = [attribute.read(part) if attribute else part for part in parts if part]
    return values[0] if len(values) == 1 else values or ""


class ProductForm(ChangedOnlyForm):
    description = forms.CharField(
        label=gettext_lazy("Description"),
        required=False,
        max_length=DESCRIPTION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8, "cols": 80}),
        help_text=gettext_lazy("Text or HTML; what would run or load in it is left out."),
    )
    attributes = AttributesField(
        label=gettext_lazy("Attributes"),
        required=False,
        help_text=gettext_lazy("One a line, such as season: summer. Several values by |."),
    )

    class Meta:
        model = Product
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["description"] = self.instance.given_description

    def save(self, commit: bool = True) -> Any:
        self.instance.describe(self.cleaned_data["description"])
        return super().save(commit)


class VariantForm(ChangedOnlyForm):
    options = AttributesField(
        label=gettext_lazy("Further options"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 18}),
        help_text=gettext_lazy("One a line, such as RAM: 16 GB."),
    )

    class Meta:
        model = Variant
        fields = "__all__"


class PhotoForm(ChangedOnlyForm):
    class Meta:
        model = ProductImage
        fields = "__all__"

    def _post_clean(self) -> None:
        """Store the picture while the form can still say that it cannot be stored.

        If nothing comes of the form after all, it is cleared away like all that no row has.
        """
        super()._post_clean()
        if self.errors or self.cleaned_data.get("DELETE"):
            return
        try:
            self.instance.keep_picture()
        except OSError as error:
            if not disk.is_unwritable(error):
                raise
            self.add_error("image", disk.unwritable(error))


class RowForm(LabelledForm, ChangedOnlyForm):
    """A row of a list that can be changed in place."""
