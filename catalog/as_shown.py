"""Two people at one form: the second is told, and does not undo what the first has saved."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

OVERTAKEN = _("Somebody else has saved this meanwhile. Open the page again to see it.")


class AsShownForm(forms.ModelForm):
    """Carries what its fields held when it was shown (optimistic locking, without a column).

    Its template renders `shown`, which stands in no fieldset.
    """

    shown = forms.CharField(required=False, label="", widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = model_to_dict(self.instance, fields=self._meta.fields)
        digest = hashlib.blake2b(repr(sorted(held.items())).encode(), digest_size=12)
        self.initial["shown"] = digest.hexdigest() if self.instance.pk else ""

    def clean_shown(self) -> str:
        """Nothing is demanded of whoever sends a form without it."""
        shown = str(self.cleaned_data["shown"])
        if shown and shown != self.initial["shown"]:
            self.add_error(None, OVERTAKEN)
        return shown
