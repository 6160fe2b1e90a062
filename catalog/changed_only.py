"""A form that was opened a while ago saves what was changed in it, and undoes nothing else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from catalog.as_shown import OVERTAKEN

GONE = _("Somebody else has deleted this meanwhile.")


class ChangedOnlyForm(forms.ModelForm):
    """What nobody has changed since the form was shown stays as it is by now.

    So a page with yesterday's stock does not bring it back when somebody mends the title on it.
    What two have changed is refused, as is what was changed in a row of a list that another has
    deleted. Nothing is demanded of whoever sends a form without what it had shown.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shown = [name for name, field in self.fields.items() if is_told_apart(field)]
        self.is_gone = self.instance._state.adding and self.had_a_row()
        new = self.instance._state.adding and not self.is_gone
        if new or (self.is_bound and not self.tells_what_was_shown()):
            self.shown = []
        for name in self.shown:
            self.fields[name].show_hidden_initial = True

    def tells_what_was_shown(self) -> bool:
        names = [self.add_initial_prefix(name) for name in self.shown]
        return any(name in self.data or f"{name}_0" in self.data for name in names)

    def had_a_row(self) -> bool:
        """Whether it was shown for a row; formsets send the key of each."""
        key = self._meta.model._meta.pk.name
        return bool(self.is_bound and self.data.get(self.add_prefix(key)))

    def has_changed(self) -> bool:
        return not self.is_gone and super().has_changed()

    def full_clean(self) -> None:
        """A row that is gone is not missed unless somebody wants it otherwise."""
        if not self.is_gone:
            super().full_clean()
            return
        given_up = bool(self.data.get(self.add_prefix(DELETION_FIELD_NAME)))
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, Any] = {DELETION_FIELD_NAME: given_up}
        if set(self.shown) & set(self.changed_data):
            self.add_error(None, GONE)

    def _clean_fields(self) -> None:
        """Django cleans what a disabled field holds, not what was sent for it."""
        left = [self.fields[name] for name in self.shown if name not in self.changed_data]
        for field in left:
            field.disabled = True
        super()._clean_fields()
        for field in left:
            field.disabled = False
        for name in self.shown:
            if name in self.changed_data and self.was_changed_by_another(name):
                self.add_error(name, OVERTAKEN)

    def _post_clean(self) -> None:
        """The last step, the model's own checks: what is wrong by now has the form shown again.

        No page may fill in a file, so that one which was chosen is gone from it then.
        """
        super()._post_clean()
        if not self.errors:
            return
        said = _("Choose “%(file)s” again: a browser forgets it when a form is to be corrected.")
        for name in self.fields.keys() - self.errors.keys():
            if file := self.files.get(self.add_prefix(name)):
                self.add_error(name, said % {"file": file.name})

    def was_changed_by_another(self, name: str) -> bool:
        """And to something else than what is sent now."""
        field, now = self.fields[name], as_sent(self[name].initial)
        before = self._widget_data_value(field.hidden_widget(), self[name].html_initial_name)
        return bool(field.has_changed(now, before) and field.has_changed(now, self[name].data))


def is_told_apart(field: Any) -> bool:
    """A file is sent where it is to be another one, and not otherwise."""
    return not isinstance(field, forms.FileField) and not field.widget.is_hidden


def as_sent(value: Any) -> Any:
    """Browsers end lines as the web does, and forms take blanks off the ends."""
    return "\r\n".join(value.strip().splitlines()) if isinstance(value, str) else value
