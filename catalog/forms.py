"""The form of a product in admin, with its attributes as lines that people can write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Product


class AttributesField(forms.CharField):
    """Attributes as lines: "season: summer"."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return "\n".join(f"{name}: {each}" for name, each in value.items())
        return value

    def to_python(self, value: Any) -> Any:
        found = {}
        for line in str(value or "").splitlines():
            name, colon, text = (part.strip() for part in line.partition(":"))
            if name and colon:
                found[name] = text
            elif name:
                raise ValidationError(
                    _("Please write %(line)s as a name, a colon and a value.")
                    % {"line": repr(line)}
                )
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class ProductForm(forms.ModelForm):
    attributes = AttributesField(
        label=gettext_lazy("Attributes"),
        required=False,
        help_text=gettext_lazy("One a line, such as season: summer."),
    )

    class Meta:
        model = Product
        fields = "__all__"  # noqa: DJ007  the admin's fieldsets say which
