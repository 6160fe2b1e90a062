"""A name in other languages, by the code of the language."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


def validate_names(value: Any) -> None:
    """Languages with a text each."""
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise ValidationError(_('Names are languages with a text each, such as {"de": "Stiefel"}.'))


class NamesField(models.JSONField):
    """Where a form leaves the field empty, or says null, there are none: {}."""

    default_validators: ClassVar[list[Any]] = [validate_names]

    def save_form_data(self, instance: Any, data: Any) -> None:
        super().save_form_data(instance, {} if data in self.empty_values else data)

    def deconstruct(self) -> Any:
        """To Postgres, and so to migrations, it is what Django has."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
