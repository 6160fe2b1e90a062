"""Mappings: which column of a file is which of ours, as TOML to be edited and given back.

format = "plain"
decimal = ","

[columns]
"Bezeichnung kurz" = "title"
"Gewicht" = "attr:Weight"
"interne Nr." = ""

[separators]
images = ";"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils.translation import gettext as _

from catalog.importing.columns import PLAIN, column
from catalog.importing.errors import FileError
from catalog.importing.files.records import SAMPLED, TABLE, Content
from catalog.importing.files.text import legible
from catalog.importing.formats.format import Context, Format, Reading
from catalog.importing.formats.mapped import Mapped
from catalog.importing.formats.offers import NET_PRICE, SALE_DAYS, SALE_PRICE, TAX_RATE
from catalog.importing.formats.reading import LISTS
from catalog.importing.readers import chosen, readable
from catalog.importing.ways import way

TABLES = ("columns", "separators")
# Beside our columns, a reduced price and its days; a price without tax, and the rate of that.
OFFERS = (SALE_PRICE, SALE_DAYS, NET_PRICE, TAX_RATE)


def explain(path: Path, reading: Reading) -> str:
    """What is made of each column of a file, as a mapping ready to edit."""
    with TemporaryDirectory() as room, readable(path):
        parts, _notes = chosen([path], Path(room), reading)
        return "\n".join(
            legible(line) for content, fmt in parts[:1] for line in lines(content, fmt, reading)
        )


def lines(content: Content, fmt: Format, reading: Reading) -> Iterator[str]:
    mapped = Mapped(fmt, content, Context(reading))
    if content.kind != TABLE:
        list(islice(mapped.rows(), SAMPLED))  # they show their names as they come
    yield "# " + _("%(file)s: %(title)s.") % {"file": content.path.name, "title": _(fmt.title)}
    yield "# " + _("Edit the right side, %(way)s.") % {"way": way("map")}
    yield "# " + _("An empty name leaves a column out; attr:NAME keeps it as an attribute.")
    yield "# " + _("Our columns: %(columns)s.") % {"columns": ", ".join((*PLAIN, *OFFERS))}
    yield f"format = {quoted(fmt.name)}"
    yield f"decimal = {quoted(reading.decimal or fmt.decimal)}"
    yield f"encoding = {quoted(reading.encoding)}"
    yield "\n[columns]"
    for name, target in mapped.targets.items():
        if target is None or (target.to and not is_ours(target.to)):
            yield "# " + _("%(name)s is read by a rule of the format") % {"name": quoted(name)}
        else:
            yield f"{quoted(name)} = {quoted(target.to)}"
    yield "\n[separators]"
    yield '# images = ","\n# category = "/"'


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def is_ours(name: str) -> bool:
    if name in OFFERS:
        return True
    try:
        return column(name) == name
    except ValueError:
        return False


def read_mapping(path: Path, reading: Reading) -> Reading:
    """The reading with those of a mapping; what was asked for otherwise goes before it."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise FileError(
            _("The mapping %(file)s cannot be read: %(reason)s.")
            % {"file": path, "reason": error.strerror or error}
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileError(
            _("The mapping %(file)s is not TOML: %(reason)s.") % {"file": path, "reason": error}
        ) from error
    check(found, path)
    texts = {name: value for name, value in found.items() if not getattr(reading, name)}
    return replace(reading, **texts)


def check(found: Mapping[str, Any], path: Path) -> None:
    """FileError where the mapping says something that nobody would understand."""
    known = {field.name for field in fields(Reading)}
    wrong = [name for name in found if name not in known]
    wrong += [
        name
        for name, value in found.items()
        if not isinstance(value, dict if name in TABLES else str)
    ]
    if wrong:
        raise FileError(
            _("The mapping %(file)s has %(names)s, which is not known; it may have %(known)s.")
            % {"file": path, "names": ", ".join(wrong), "known": ", ".join(sorted(known))}
        )
    bad = [each for each in found.get("columns", {}).values() if each and not is_ours(str(each))]
    if bad:
        raise FileError(
            _("The mapping %(file)s names columns that are not ours: %(bad)s. Ours are %(all)s.")
            % {
                "file": path,
                "bad": ", ".join(map(str, bad)),
                "all": ", ".join((*PLAIN, *OFFERS, "attr:NAME", "option:NAME")),
            }
        )
    bad = [name for name in found.get("separators", {}) if name not in LISTS]
    if bad:
        raise FileError(
            _("The mapping %(file)s separates %(bad)s; lists are %(all)s.")
            % {"file": path, "bad": ", ".join(bad), "all": ", ".join(sorted(LISTS))}
        )
