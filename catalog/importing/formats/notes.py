"""What is to be said of a catalogue when it is read, beside what is wrong with single rows."""

from __future__ import annotations

from django.utils.translation import ngettext_lazy as _counted

from catalog.importing.formats.format import Context
from catalog.importing.ways import way
from catalog.models import Product

NAMED_MOST = 30
# What settles it.
ASKED = {"in doubt": "decimal", "currencies": "currency", "no currency": "currency"}
# By what `Context.told` counts.
SENTENCES = {
    "spared": _counted(
        "%(count)d cell of %(names)s could not be read, and was left out.",
        "%(count)d cells of %(names)s could not be read, and were left out.",
        "count",
    ),
    "shortened": _counted(
        "%(count)d barcode is left out: a spreadsheet has shortened it, as 4.00638E+12.",
        "%(count)d barcodes are left out: a spreadsheet has shortened them, as 4.00638E+12.",
        "count",
    ),
    "long": _counted(
        "%(count)d value is too long for an attribute, and was left out.",
        "%(count)d values are too long for an attribute, and were left out.",
        "count",
    ),
    "in doubt": _counted(
        "%(count)d price may be read in two ways, as 1,200; %(way)s says which is meant.",
        "%(count)d prices may be read in two ways, as 1,200; %(way)s says which is meant.",
        "count",
    ),
    "currencies": _counted(
        "%(count)d row has prices in several currencies; %(way)s says which is taken.",
        "%(count)d rows have prices in several currencies; %(way)s says which is taken.",
        "count",
    ),
    "no currency": _counted(
        "%(count)d product has a price without a currency: if it is new, it is priced in "
        "%(currency)s; %(way)s says which it is.",
        "%(count)d products have prices without a currency: those that are new are priced in "
        "%(currency)s; %(way)s says which it is.",
        "count",
    ),
    "without tax": _counted(
        "%(count)d price is taken as it stands, though its column says that it is without "
        "tax: the file has no column with the rate.",
        "%(count)d prices are taken as they stand, though their column says that they are "
        "without tax: the file has no column with the rate.",
        "count",
    ),
    "slashes": _counted(
        "%(count)d category has a slash in its name; if it is a path, a mapping with "
        '[separators] category = "/" says so.',
        "%(count)d categories have a slash in their names; if they are paths, a mapping with "
        '[separators] category = "/" says so.',
        "count",
    ),
    "slash paths": _counted(
        "%(count)d category is read as a path, its levels parted by slashes; a mapping with "
        '[separators] category = ">" keeps it as a name.',
        "%(count)d categories are read as paths, their levels parted by slashes; a mapping "
        'with [separators] category = ">" keeps them as names.',
        "count",
    ),
    "headings": _counted(
        "%(count)d row is a heading: it is the category of the rows below.",
        "%(count)d rows are headings: each is the category of the rows below.",
        "count",
    ),
    "no product": _counted(
        "%(count)d row is not a product of its own, and was skipped.",
        "%(count)d rows are not products of their own, and were skipped.",
        "count",
    ),
}


def told(context: Context) -> list[str]:
    """A sentence for each sort of thing that was counted while a catalogue was read."""
    names = ", ".join(list(context.keep("spared"))[:NAMED_MOST])
    ways = {name: way(choice) for name, choice in ASKED.items()}
    said = {"names": names, "currency": Product._meta.get_field("currency").get_default()}
    return [
        SENTENCES[name] % {**said, "count": count, "way": ways.get(name)}
        for name, count in context.told.items()
        if count
    ]
