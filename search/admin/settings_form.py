"""The form of a version of settings: one field for each number, in the shop's own words.

An empty field is the default, which stands in it in grey; only what differs is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from django import forms
from django.forms.models import ModelFormMetaclass
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.changed_only import ChangedOnlyForm
from search.models import SettingsVersion
from search.ranking import calibration
from search.ranking.merchandising import DEMOTE, HIDE, KEEP
from search.retrieval.settings import RankingSettings

RETRIEVERS = {
    calibration.WORDS: _("The words themselves"),
    calibration.ENTITIES: _("What was understood: colour, kind, size …"),
    calibration.TEXT_TEXT: _("The meaning of words, in texts"),
    calibration.TEXT_IMAGE: _("The meaning of words, in photos"),
    calibration.IMAGE_IMAGE: _("A photo, in photos"),
    calibration.IMAGE_TEXT: _("A photo, in texts"),
    calibration.TITLE: _("A photo, in titles of its shape"),
}
CUTOFF = {
    "floor": _("Least chance of being right"),
    "half": _("The same, where a word is unknown to the shop"),
    "half_heard": _("The same, where no product has half of the words"),
    "unheard": _("The same, where no product has any of the words"),
    "least": _("Least chance of standing among the less similar"),
    "drop": _("How far below the best a result may be (log-odds)"),
}
MIXING = {
    "row": _("Cards in the first row"),
    "of_one_group": _("Of them of one brand, or of one shape in several colours"),
    "close": _("How nearly as good another has to be"),
}
SOLD_OUT = [
    ("", _("as the server is configured")),
    (KEEP, _("stay where they are")),
    (DEMOTE, _("follow what can be bought and fits nearly as well")),
    (HIDE, _("are hidden")),
]
HIGHEST = {"weights": 1, "cutoff": 1, "drop": 20, "row": 12, "of_one_group": 12, "close": 1}


def number(label: Any, default: float, most: float) -> forms.Field:
    kind = forms.IntegerField if isinstance(default, int) else forms.FloatField
    shown = forms.NumberInput(attrs={"placeholder": f"{default:g}", "step": "any"})
    least = 1 if kind is forms.IntegerField else 0
    return kind(label=label, required=False, min_value=least, max_value=most, widget=shown)


def declared() -> Iterator[tuple[str, forms.Field]]:
    """By name, which says where in the stored values it stands: "cutoff__floor"."""
    for name, label in RETRIEVERS.items():
        yield f"weights__{name}", number(label, calibration.WEIGHTS[name], HIGHEST["weights"])
    plain = RankingSettings()
    for group, labels in (("cutoff", CUTOFF), ("mixing", MIXING)):
        for each in fields(getattr(plain, group)):
            most = HIGHEST.get(each.name, HIGHEST.get(group, 1))
            default = getattr(getattr(plain, group), each.name)
            yield f"{group}__{each.name}", number(labels[each.name], default, most)
    yield "sold_out", forms.ChoiceField(label=_("Sold-out products"), required=False,
                                        choices=SOLD_OUT)  # fmt: skip
    for name, label in RETRIEVERS.items():
        for part, what in (("slope", _("slope")), ("intercept", _("intercept"))):
            said = forms.FloatField(label=format_lazy("{}: {}", label, what), required=False)
            yield f"curves__{name}__{part}", said


class PlainSettingsForm(ChangedOnlyForm):
    class Meta:
        model = SettingsVersion
        fields = ("name", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, value in flat(self.instance.values or {}).items():
            self.initial.setdefault(name, value)

    def clean(self) -> dict[str, Any]:
        """A curve has both of its numbers or neither."""
        cleaned = dict(super().clean() or {})
        for name in RETRIEVERS:
            slope, intercept = (f"curves__{name}__{part}" for part in ("slope", "intercept"))
            if (cleaned.get(slope) is None) != (cleaned.get(intercept) is None):
                self.add_error(slope, _("A curve needs slope and intercept, or neither."))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        said = {name: self.cleaned_data.get(name) for name in FIELDS}
        self.instance.values = nested({k: v for k, v in said.items() if v not in (None, "")})
        return super().save(commit)


def nested(said: Mapping[str, Any]) -> dict[str, Any]:
    """ "cutoff__floor" to {"cutoff": {"floor": ...}}."""
    made: dict[str, Any] = {}
    for name, value in said.items():
        *path, last = name.split("__")
        place = made
        for step in path:
            place = place.setdefault(step, {})
        place[last] = value
    return made


def flat(values: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in values.items():
        here = f"{before}{name}"
        found |= flat(value, f"{here}__") if isinstance(value, Mapping) else {here: value}
    return found


FIELDS = dict(declared())
SettingsForm: Any = ModelFormMetaclass("SettingsForm", (PlainSettingsForm,), dict(FIELDS))


def of_group(group: str) -> list[str]:
    return [name for name in FIELDS if name.split("__")[0] == group]


def differing(values: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """What a version sets, with the labels of the form."""
    choices = dict(SOLD_OUT)
    return [
        (FIELDS[name].label, choices.get(value, value))
        for name, value in flat(values).items()
        if name in FIELDS
    ]
