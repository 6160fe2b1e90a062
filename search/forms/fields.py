"""Form fields for the parameters that Django has no field for; each error is a sentence."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from search.query import Part

YES, NO = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}
MOST_VALUES, VALUE_LENGTH = 50, 200
MOST_PARTS, LARGEST_WEIGHT = 10, 10


class FlagField(forms.Field):
    """Yes or no, as links spell it: `in_stock=1`."""

    widget = forms.HiddenInput
    default_error_messages = {"invalid": _("“%(value)s” is neither yes (1) nor no (0).")}

    def to_python(self, value: Any) -> bool:
        word = str(value or "").strip().lower()
        if word not in YES | NO:
            raise ValidationError(self.error_messages["invalid"], "invalid", {"value": word[:40]})
        return word in YES

    def validate(self, value: Any) -> None:
        """Nothing is left to check; `no` is an answer."""


class ValuesField(forms.Field):
    """A parameter that may be given several times: a tuple of texts, in the order given."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {
        "many": ngettext_lazy(
            "Choose at most %(limit)d value.", "Choose at most %(limit)d values.", "limit"
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.text = forms.CharField(required=False, max_length=VALUE_LENGTH)

    def to_python(self, value: Any) -> tuple[str, ...]:
        given = [value] if isinstance(value, str) else list(value or [])
        if len(given) > MOST_VALUES:
            raise ValidationError(self.error_messages["many"], "many", {"limit": MOST_VALUES})
        cleaned = [self.text.clean(text) for text in given]
        return tuple(dict.fromkeys(text for text in cleaned if text))


PHOTO_ID_PATTERN = r"^[A-Za-z0-9_-]{22}$"


class PhotoIdField(forms.CharField):
    """The opaque id that a photo search was given (`search.models.new_token`)."""

    default_validators = [
        RegexValidator(
            rf"\A{PHOTO_ID_PATTERN[1:-1]}\Z",
            _("This is not the id of a photo search. Upload the photo again."),
            code="malformed",
        )
    ]


class BoxField(forms.Field):
    """`x,y,w,h` as shares of the upright photo, e.g. `0.25,0.1,0.5,0.8`; whole photo: None."""

    default_error_messages = {
        "invalid": _(
            "The box has to be four numbers x,y,w,h between 0 and 1, with x + w and y + h at"
            " most 1 and a width and height above 0."
        )
    }

    def to_python(self, value: Any) -> tuple[float, float, float, float] | None:
        if not value:
            return None
        try:
            x, y, w, h = (float(number) for number in str(value).split(","))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], "invalid") from None
        slack = 1.001  # three decimals are enough for a crop; their rounding is no mistake
        inside = min(x, y) >= 0 and min(w, h) > 0 and x < 1 and y < 1
        if not (inside and x + w <= slack and y + h <= slack):  # nan fails each of these
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return x, y, min(w, 1 - x), min(h, 1 - y)


class PriceField(forms.DecimalField):
    """An amount of money; NaN and Infinity are no numbers to it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            min_value=0, max_value=9_999_999_999, max_digits=12, decimal_places=2, **kwargs
        )


class PartsField(forms.Field):
    """`[{"text": "red"}, {"sku": "A1", "weight": -0.5}]`, as a list or as its JSON text."""

    default_error_messages = {
        "json": _("The parts are not a JSON list of objects."),
        "many": _("A search has at most %(limit)d parts."),
        "one": _("Part %(number)d needs exactly one of text, photo_id and sku."),
        "unknown": _("Part %(number)d has “%(name)s”; it may have text, photo_id, sku and weight."),
        "weight": _("Part %(number)d: the weight is a number from -%(limit)d to %(limit)d, not 0."),
        "positive": _("At least one part needs a weight above 0: say what you are looking for."),
    }

    def __init__(self, *, text_length: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kinds = {
            "text": forms.CharField(max_length=text_length),
            "photo_id": PhotoIdField(),
            "sku": forms.CharField(max_length=100),
        }

    def to_python(self, value: Any) -> tuple[Part, ...]:
        listed = self.listed(value)
        if len(listed) > MOST_PARTS:
            self.refuse("many", limit=MOST_PARTS)
        parts = tuple(self.part(number, given) for number, given in enumerate(listed, 1))
        if parts and all(part.weight < 0 for part in parts):
            self.refuse("positive")
        return parts

    def listed(self, value: Any) -> list[dict[str, Any]]:
        try:
            listed = json.loads(value) if isinstance(value, str) and value.strip() else value or []
            json.dumps(listed, ensure_ascii=False).encode()  # half characters (\\ud800) fail here
        except (ValueError, RecursionError):
            self.refuse("json")
        if not isinstance(listed, list) or not all(isinstance(part, dict) for part in listed):
            self.refuse("json")
        return listed

    def part(self, number: int, given: dict[str, Any]) -> Part:
        for name in given.keys() - self.kinds.keys() - {"weight"}:
            self.refuse("unknown", number=number, name=str(name)[:40])
        chosen = [(name, given[name]) for name in self.kinds if given.get(name) not in (None, "")]
        if len(chosen) != 1 or not isinstance(chosen[0][1], str):
            self.refuse("one", number=number)
        [(name, content)] = chosen
        weight = self.weight(number, given.get("weight", 1))
        return Part(**{name: self.kinds[name].clean(content)}, weight=weight)

    def weight(self, number: int, weight: Any) -> float:
        is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
        if not is_number or not 0 < abs(weight) <= LARGEST_WEIGHT:  # nan is in no range
            self.refuse("weight", number=number, limit=LARGEST_WEIGHT)
        return float(weight)

    def refuse(self, code: str, **values: Any) -> Any:
        raise ValidationError(self.error_messages[code], code, values)
