"""Forms whose inputs all have a name: where a table shows them, its columns label nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _


class LabelledForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_inputs(self.fields.values())


class LabelledFormSet(forms.BaseInlineFormSet):
    """Rows of a table, with the box that deletes one."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        name_inputs(form.fields.values())


def name_inputs(fields: Iterable[Any]) -> None:
    """Of a moment that is two inputs, each has a name of its own."""
    for field in fields:
        parts = getattr(field.widget, "widgets", ())
        for part, widget in zip((_("date"), _("time")), parts, strict=False):
            widget.attrs["aria-label"] = f"{field.label}: {part}"
        if field.label and not parts:
            field.widget.attrs["aria-label"] = field.label
