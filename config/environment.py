"""Four readers of environment variables, each failing with a sentence that names the variable."""

import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """Return the variable without surrounding blanks, or the default where it is unset or blank."""
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int, low: int, high: int) -> int:
    """Return a whole number between low and high."""
    value = text(name, str(default))
    try:
        found = int(value)
    except ValueError:
        found = low - 1
    if not low <= found <= high:
        raise ImproperlyConfigured(
            f"{name} is {value!r}, but has to be a whole number from {low} to {high}."
        )
    return found


def flag(name: str, default: bool = False) -> bool:
    """Return whether the variable says yes (1, true, yes, on) or no (0, false, no, off)."""
    value = text(name, "1" if default else "0").lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}, but has to be 1 (yes) or 0 (no).")
    return value in YES


def zone(name: str, default: str) -> str:
    """Return the name of a time zone that this machine knows."""
    value = text(name, default)
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ImproperlyConfigured(
            f"{name} is {value!r}, but has to be a time zone such as Europe/Berlin."
        ) from error
