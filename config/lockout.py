"""Guessing passwords of the admin: after some wrong ones an address has to wait.

Counted before the password is looked at, so that parallel guesses count too; a right one begins
the count anew.
"""

import math
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from search.admission import counters
from search.admission.throttles import client

TRIES = 10
LOCKED_SECONDS = 900


class AdminLogin(AdminAuthenticationForm):
    """Django's form of the admin, which refuses an address after TRIES wrong passwords."""

    def clean(self) -> dict[str, Any]:
        key = f"login:{client(self.request)}"
        tries, seconds = counters.count(key, LOCKED_SECONDS)
        if tries > TRIES:
            raise ValidationError(locked(math.ceil(seconds / 60)), code="locked")
        cleaned = super().clean()
        counters.forget(key)
        return dict(cleaned)


def locked(minutes: int) -> str:
    return ngettext(
        "Too many wrong passwords. Please try again in %(minutes)d minute.",
        "Too many wrong passwords. Please try again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}
