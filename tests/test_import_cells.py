"""Cells are read as shops write them; what may mean two things is left to be refused."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from catalog.importing import amounts
from catalog.importing.cells import (
    Number,
    categories,
    date,
    identifier,
    is_null,
    markup,
    path,
    plain,
    quoted_list,
    yes_or_no,
)
from catalog.importing.errors import RowError
from catalog.importing.formats.reading import pictures
from catalog.importing.prices import availability, price, stock


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("49.90 €", "49.90", "EUR"),
        ("EUR 89.00", "89.00", "EUR"),
        ("$12.50", "12.50", "USD"),
        ("1,007.90 EUR", "1007.90", "EUR"),
        ("1.234,50", "1234.50", ""),
        ("1 234,50 zł", "1234.50", "PLN"),
        ("1'234.50 CHF", "1234.50", "CHF"),
        ("1.234.567", "1234567", ""),
        ("1,23,456.00", "123456.00", ""),
        ("49,-", "49", ""),
        ("1.299,-", "1299", ""),
        ("CHF 1'299.-", "1299", "CHF"),
        ("5,00 EUR inkl. MwSt.", "5.00", "EUR"),
        ("1.299,00 € (inkl. 19 % MwSt.)", "1299.00", "EUR"),
        ("12,50 € TTC *", "12.50", "EUR"),
        ("$1,299.00 USD", "1299.00", "USD"),
        ("$12 CAD", "12", "CAD"),
        ("US $12.50", "12.50", "USD"),
        ("0.125", "0.13", ""),
        ("99.000000", "99.00", ""),
        ("150 kr", "150", ""),
        ("١٢", "12", ""),
    ],
)
def test_a_price_is_an_amount_with_or_without_its_currency(
    written: str, amount: str, currency: str
) -> None:
    assert price(written) == (amount, currency)


@pytest.mark.parametrize("written", ["1,200", "1.500", "2.000", "12.500", "999,999"])
def test_three_digits_behind_one_mark_may_be_thousands_or_decimals(written: str) -> None:
    assert price(written) == (written, "")
    assert price(written, decimal=",") != price(written, decimal=".")


def test_the_decimal_mark_that_is_asked_for_reads_only_what_is_in_doubt() -> None:
    assert price("1,200", decimal=",") == ("1.20", "")
    assert price("1,200", decimal=".") == ("1200", "")
    assert price("49.90", decimal=",") == ("49.90", "")


@pytest.mark.parametrize("written", ["12,000 JPY", "12.000 JPY", "12,000円", "₩12,000", "12 000 ₫"])
def test_a_currency_without_decimals_has_thousands_behind_a_mark(written: str) -> None:
    assert price(written)[0] == "12000"


def test_a_currency_in_a_column_of_its_own_says_as_much() -> None:
    assert price("12,000", beside="JPY") == ("12000", "")
    assert price("12.500", beside="KWD") == ("12.50", "")
    assert price("12.500", beside="EUR") == ("12.500", "")
    assert price("120.000", decimal=".", beside="JPY") == ("120.00", "")


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/New_York"])
@pytest.mark.parametrize(
    "written",
    [
        *("9999-12-31", "9999-12-31T23:59:59", "9999-12-31T23:59:59-12:00", "0001-01-01"),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00"),
    ],
)
def test_the_ends_of_the_calendar_are_moments_anywhere(written: str, zone: str) -> None:
    for name in ("sale_from", "sale_to", "published"):
        with timezone.override(zone):
            found = amounts.moment(name)(written)
        assert found
        assert abs(found.year - int(written[:4])) <= 1
        for elsewhere in ("Pacific/Kiritimati", "Etc/GMT+12"):
            assert timezone.localtime(found, ZoneInfo(elsewhere)).year in (1, 9999)


@pytest.mark.parametrize(
    ("zone", "utc"), [("UTC", "2026-07-01T00:00"), ("Europe/Berlin", "2026-06-30T22:00")]
)
def test_a_day_begins_where_the_shop_is(zone: str, utc: str) -> None:
    with timezone.override(zone):
        found = amounts.moment("sale_from")("2026-07-01")
    assert found
    assert found.astimezone(UTC).isoformat().startswith(utc)


@pytest.mark.parametrize("written", ["0.001", "0,001", "0.004 EUR", "€ 0,0049", Number("0.0001")])
def test_a_part_of_a_cent_is_never_rounded_to_nothing(written: str) -> None:
    with pytest.raises(RowError, match=r"at most two decimals|in two ways"):
        amounts.price(price(written)[0])


@pytest.mark.parametrize(
    ("written", "cents"), [("0.005", "0.01"), ("0.00", "0.00"), ("0", "0"), ("19.989999", "19.99")]
)
def test_further_decimals_are_rounded_to_cents(written: str, cents: str) -> None:
    assert price(written)[0] == cents


def test_a_number_of_json_or_excel_has_its_point_before_decimals() -> None:
    assert price(Number("1.234")) == ("1.23", "")
    assert price(Number("-2")) == ("-2", "")


@pytest.mark.parametrize(
    "written", ["NaN", "-1", "1e400", "1.2.3", "²", "5 EUR/kg", "from 5", "5 to 7"]
)
def test_what_is_no_price_stays_as_it_is_written(written: str) -> None:
    assert price(written) == (written, "")


@pytest.mark.parametrize(
    ("written", "number", "state"),
    [
        ("4.0000", "4", ""),
        ("-2", "0", ""),
        ("10+", "10", ""),
        (">100", "100", ""),
        ("10 Stk.", "10", ""),
        ("5 auf Lager", "5", ""),
        ("sofort lieferbar", "", "in_stock"),
        ("Niet op voorraad", "0", "out_of_stock"),
        ("brak", "0", "out_of_stock"),
        ("2 weeks", "2 weeks", ""),
        ("in stock", "", "in_stock"),
        ("Out of Stock", "0", "out_of_stock"),
        ("ausverkauft", "0", "out_of_stock"),
        ("parent", "", ""),
        ("1.000", "1.000", ""),
        ("few", "few", ""),
    ],
)
def test_stock_is_a_number_or_a_state(written: str, number: str, state: str) -> None:
    assert stock(written) == (number, state)


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("https://schema.org/InStock", "in_stock"),
        ("http://schema.org/OutOfStock", "out_of_stock"),
        ("in_stock", "in_stock"),
        ("preorder", "preorder"),
        ("PreOrder", "preorder"),
        ("on backorder", "backorder"),
        ("En stock", "in_stock"),
        ("whatever", "whatever"),
    ],
)
def test_availability_is_one_of_five(written: str, state: str) -> None:
    assert availability(written) == state


def test_what_programs_write_where_there_is_nothing_is_nothing() -> None:
    assert all(map(is_null, ["NULL", "n/a", "NaN", "#N/A", "#REF!", "None", "-"]))
    assert not any(map(is_null, ["0", "no", "nano", "N/A size"]))


def test_what_a_spreadsheet_puts_around_a_number_is_taken_off() -> None:
    assert identifier('="00891"') == "00891"
    assert identifier("'0042") == "0042"
    assert identifier("'tis a name") == "'tis a name"
    assert identifier("\u200bZZ\u00ad-1001\ufeff") == "ZZ-1001"


def test_names_have_their_entities_read_and_descriptions_stay_html() -> None:
    assert plain("Rake &amp; broom&trade;") == "Rake & broom™"
    assert markup("<p>Rake &amp; broom</p>") == "<p>Rake &amp; broom</p>"
    assert markup("&lt;p&gt;Escaped twice&lt;/p&gt;") == "<p>Escaped twice</p>"


def test_lists_may_quote_or_escape_their_separator() -> None:
    assert quoted_list(r'rain, "lane, wet", Sale\, all') == ["rain", "lane, wet", "Sale, all"]
    assert quoted_list('Care="cold; by hand";Use=rain', ";") == ["Care=cold; by hand", "Use=rain"]


def test_category_paths_have_one_notation() -> None:
    assert path("Home/Lamps", "/") == "Home > Lamps"
    assert path("Home &gt; Lamps") == "Home > Lamps"
    assert path("A > > B") == "A > > B"  # nobody knows what is meant
    assert categories(["Shoes", "Shoes > Boots", "Sale"]) == "Shoes > Boots|Sale"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T10:00+0100", "2026-01-31T10:00:00+01:00"),
        ("31.01.2026", "2026-01-31"),
        ("3.4.26", "2026-04-03"),
        ("2026-01-31 10:00:00 UTC", "2026-01-31T10:00:00+00:00"),
        ("Sat, 31 Jan 2026 10:00:00 +0000", "2026-01-31T10:00:00+00:00"),
        ("01/02/2026", "01/02/2026"),  # January or February
    ],
)
def test_days_and_moments_are_iso_and_never_guessed(written: str, day: str) -> None:
    assert date(written) == day


@pytest.mark.parametrize(
    ("written", "flag"),
    [("TRUE", "1"), ("ja", "1"), ("published", "1"), ("draft", "0"), ("-1", "0"), ("new", "new")],
)
def test_yes_and_no_have_many_names(written: str, flag: str) -> None:
    assert yes_or_no(written) == flag


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("https://x.example/1.jpg https://x.example/2.jpg", 2),
        ("https://x.example/1.jpg, https://x.example/2.jpg", 2),
        ("https://x.example/1;https://x.example/2\nhttps://x.example/3", 3),
        ("a.jpg, b.PNG; c d.jpeg|e.webp", 4),
        ("a,b.jpg", 1),
        ("https://x.example/f_auto,q_80/a.jpg", 1),
    ],
)
def test_pictures_stand_in_a_cell_as_people_write_them(written: str, names: int) -> None:
    assert len(pictures(written).split("|")) == names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("4,60 m", ["4,60 m"]),
        ("1,5 l, 2 l", ["1,5 l", "2 l"]),
        ("2,5, 3,5", ["2,5", "3,5"]),
        ("0,75l,1,5l", ["0,75l", "1,5l"]),
        ('27,5"', ['27,5"']),
        ("38,39,40", ["38", "39", "40"]),
        ("38, 39, 40", ["38", "39", "40"]),
        ("sale,2026,new", ["sale", "2026", "new"]),
        ("3,4 stars", ["3", "4 stars"]),
    ],
)
def test_a_comma_within_an_amount_parts_no_list(text: str, parts: list[str]) -> None:
    assert quoted_list(text) == parts
