"""Prices, numbers and dates in cells; RowError with a clause that names the column otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from catalog.importing.errors import RowError

PRICE = re.compile(r"(\d{1,8})(?:[.,](\d{1,2})0*)?")
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")  # 1,200: thousands, or three decimals
FIRST, LAST = datetime(1, 1, 3, tzinfo=UTC), datetime(9999, 12, 29, 23, 59, 59, tzinfo=UTC)
STOCK_MOST = 2_147_483_647


def price(value: str, name: str = "price") -> Decimal | None:
    if not value:
        return None
    if value.startswith("-"):
        raise RowError(_("%(name)s is negative (%(value)s)") % {"name": name, "value": value[:40]})
    if AMBIGUOUS.fullmatch(value):
        raise RowError(
            _("%(name)s is %(value)s; write it like 1234.56, or it may be read in two ways")
            % {"name": name, "value": repr(value)}
        )
    if not (match := PRICE.fullmatch(value)):
        raise RowError(
            _("%(name)s is %(value)s; write it like 1234.56, with at most two decimals and no sign")
            % {"name": name, "value": repr(value[:40])}
        )
    return Decimal(f"{match[1]}.{match[2] or '0'}")


def price_before(value: str) -> Decimal | None:
    return price(value, "price_before")


def whole(name: str) -> Callable[[str], int | None]:
    def read(value: str) -> int | None:
        if not value:
            return None
        if not (value.isascii() and value.isdigit()) or int(value[:20]) > STOCK_MOST:
            raise RowError(
                _(
                    "%(name)s is %(value)s, but has to be a whole number from 0 to %(most)d, "
                    "or empty"
                )
                % {"name": name, "value": repr(value[:40]), "most": STOCK_MOST}
            )
        return int(value)

    return read


def number(name: str, most: int | None = None) -> Callable[[str], Decimal | None]:
    def read(value: str) -> Decimal | None:
        if not value:
            return None
        try:
            found = Decimal(value.replace(",", "."))
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite() or (most is not None and not 0 <= found <= most):
            raise RowError(
                _("%(name)s is %(value)s, but has to be a number")
                % {"name": name, "value": repr(value[:40])}
                if most is None
                else _("%(name)s is %(value)s, but has to be a number from 0 to %(most)d")
                % {"name": name, "value": repr(value[:40]), "most": most}
            )
        return found

    return read


def moment(name: str) -> Callable[[str], datetime | None]:
    """A date or a moment in ISO form; a bare date is its beginning, or as `sale_to` its end."""

    def read(value: str) -> datetime | None:
        if not value:
            return None
        try:
            found, day = parse_datetime(value), parse_date(value)
        except ValueError:
            found = day = None
        if day:
            end = (23, 59, 59) if name == "sale_to" else (0, 0, 0)
            return in_utc(make_aware(datetime(day.year, day.month, day.day, *end)))
        if found is None:
            raise RowError(
                _("%(name)s is %(value)s; write it like 2026-12-31 or 2026-12-31T18:00")
                % {"name": name, "value": repr(value[:40])}
            )
        return in_utc(found if found.tzinfo else make_aware(found))

    return read


def in_utc(moment: datetime) -> datetime:
    """Never so near to the ends of the calendar that it has no time elsewhere in the world.

    "9999-12-31T23:59:59-05:00", for ever in many systems, is of the year 10000 in UTC.
    """
    try:
        return min(max(moment.astimezone(UTC), FIRST), LAST)
    except OverflowError:
        return FIRST if moment.year < LAST.year else LAST
