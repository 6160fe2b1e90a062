"""JSON: one array, an array inside an object, or one object on each line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import ijson
from django.utils.translation import gettext as _

from catalog.importing.cells import Number, Value
from catalog.importing.errors import FileError, RowError
from catalog.importing.files.records import OBJECTS, RECORD_BYTES, SAMPLED, Content, Record
from catalog.importing.files.text import open_text

NAMED_BY = ("name", "key", "code", "title", "label")
ADDRESS = ("url", "src", "href", "original", "path", "image", "filename")
# What engines and programs put around an object, and what alone may stand beside it there.
AROUND = ("_source", "document", "doc", "node")
AROUND_ALONE = ("product", "item", "attributes")
BESIDE = frozenset(("type", "id", "links", "relationships", "cursor"))
ACTIONS = frozenset(("index", "create", "update", "delete"))  # of Elasticsearch's bulk files
DEEP = 6  # levels that have names of their own here
ARRAY_DEEP = 3  # names above the array of objects: "data.products.edges"
NESTED_MOST = 100
LINES, WHOLE = "lines", ""
OPEN_ENDS = ("[", "{", ",", ":")  # of a line that is a beginning, and no object that is broken


def objects(path: Path, encoding: str) -> Content:
    """The objects of a JSON file, one at a time whatever its size."""
    prefix = place(path, encoding)

    def records() -> Iterator[Record]:
        by = by_line(path, encoding) if prefix == LINES else by_item(path, encoding, prefix)
        for line, found in without_actions(by):
            item = bare(found) if isinstance(found, dict) else found
            if isinstance(item, dict):
                yield Record(line, flat(item), item)
            else:
                yield Record(line, error=RowError(_("is not a JSON object on one line")))

    content = Content(path, OBJECTS, [], records)
    content.sample = list(islice(records(), SAMPLED))
    content.names = list(dict.fromkeys(name for each in content.sample for name in each.cells))
    if not content.names:
        raise FileError(_("%(file)s is empty.") % {"file": path.name})
    return content


def place(path: Path, encoding: str) -> str:
    """LINES, or where the objects are: "item", "products.item"; WHOLE: the document is one."""
    with open_text(path, encoding) as file:
        first = file.readline(RECORD_BYTES).strip()
        while first == "" and (line := file.readline(RECORD_BYTES)):
            first = line.strip()
        more = file.readline(RECORD_BYTES).strip()
    if not first:
        raise FileError(_("%(file)s is empty.") % {"file": path.name})
    by_lines = more or path.suffix.lower() in (".jsonl", ".ndjson")
    is_array = first[0] == "["
    goes_on = first.endswith(OPEN_ENDS) or more.startswith(('"', "}"))
    if by_lines and not is_array and (is_object(first) or not goes_on):
        return LINES
    check_depth(path, encoding)
    return "item" if is_array else inner_array(path, encoding)


def check_depth(path: Path, encoding: str) -> None:
    """FileError where brackets stand in brackets without end, which costs more at each level."""
    depth = 0
    with Bytes(path, encoding) as source:
        try:
            for event, _value in ijson.basic_parse(source):
                source.since = 0
                depth += event.startswith("start_") - event.startswith("end_")
                if depth > NESTED_MOST:
                    raise FileError(
                        _("%(file)s nests brackets more than %(most)d levels deep.")
                        % {"file": path.name, "most": NESTED_MOST}
                    )
        except ijson.JSONError as error:
            raise not_json(path, error) from error


def is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def inner_array(path: Path, encoding: str) -> str:
    """The first array of objects directly in the document, such as `{"products": [...]}`."""
    opened = ""
    with Bytes(path, encoding) as source:
        try:
            for prefix, event, _value in ijson.parse(source):
                if event == "map_key" and "@" in _value:
                    return WHOLE  # a JSON-LD object
                if event == "start_array" and prefix.count(".") < ARRAY_DEEP:
                    opened = prefix
                elif event == "start_map" and opened and prefix == f"{opened}.item":
                    return f"{opened}.item"
                source.since = 0
        except ijson.JSONError as error:
            raise not_json(path, error) from error
    return WHOLE


def without_actions(found: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    """Objects without the lines of a bulk file that say what to do with the next one.

    {"index": {"_id": "7"}} is passed over, and names what follows.
    """
    name: dict[str, Any] = {}
    for line, item in found:
        action, about = next(iter(item.items()), ("", None)) if is_single(item) else ("", None)
        if action in ACTIONS and isinstance(about, dict) and all(k[:1] == "_" for k in about):
            name = {key: about[key] for key in ("_id",) if key in about}
            continue
        yield line, {**name, **item} if name and isinstance(item, dict) else item
        name = {}


def is_single(item: Any) -> bool:
    return isinstance(item, dict) and len(item) == 1


def bare(item: dict[str, Any]) -> dict[str, Any]:
    """The object itself, out of what an engine or program has put around it."""
    for name in (*AROUND, *AROUND_ALONE):
        inner, rest = item.get(name), item.keys() - {name}
        if isinstance(inner, dict) and (
            name in AROUND or all(k in BESIDE or k[:1] == "_" for k in rest)
        ):
            number = {key: item[key] for key in ("_id", "id") if key in rest and key not in inner}
            return number | bare(inner)
    return item


def by_line(path: Path, encoding: str) -> Iterator[tuple[int, Any]]:
    with open_text(path, encoding) as file:
        line = 0
        while text := file.readline(RECORD_BYTES):
            line += 1
            if len(text) == RECORD_BYTES:
                raise too_large(path)
            if text.strip():
                try:
                    yield line, json.loads(text, parse_float=Decimal)
                except (ValueError, RecursionError):
                    yield line, None


def by_item(path: Path, encoding: str, prefix: str) -> Iterator[tuple[int, Any]]:
    """The items of an array, numbered from 1."""
    with Bytes(path, encoding) as source:
        try:
            for number, item in enumerate(ijson.items(source, prefix), start=1):
                source.since = 0
                yield number, item
        except (ijson.JSONError, RecursionError) as error:
            raise not_json(path, error) from error


class Bytes:
    """The text of a file as UTF-8 in pieces; FileError where one object never ends."""

    def __init__(self, path: Path, encoding: str) -> None:
        self.path, self.file, self.since = path, open_text(path, encoding), 0

    def __enter__(self) -> Bytes:
        return self

    def __exit__(self, *_error: object) -> None:
        self.file.close()

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size).lstrip("\ufeff") if size else ""
        self.since += len(piece)
        if self.since > RECORD_BYTES:
            raise too_large(self.path)
        return piece.encode("utf-8", "surrogateescape")


def too_large(path: Path) -> FileError:
    return FileError(
        _("%(file)s has an object of more than %(most)d MB.")
        % {"file": path.name, "most": RECORD_BYTES // 1024**2}
    )


def not_json(path: Path, error: Exception) -> FileError:
    return FileError(
        _("%(file)s is not JSON that can be read: %(reason)s.")
        % {"file": path.name, "reason": str(error).partition("\n")[0][:200].strip(" .")}
    )


def flat(item: dict[str, Any], above: str = "", depth: int = 0) -> dict[str, Value]:
    """Nested values under dotted names: {"price": {"EUR": 89}} -> {"price.EUR": "89"}."""
    found: dict[str, Value] = {}
    for key, value in item.items():
        name = f"{above}{key}"
        if isinstance(value, dict) and depth < DEEP:
            found |= flat(value, f"{name}.", depth + 1)
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            found |= listed(name, [each for each in value if isinstance(each, dict)])
        elif isinstance(value, list):
            found[name] = [written(each) for each in value if not isinstance(each, list)]
        else:
            found[name] = written(value)
    return found


def listed(name: str, items: list[dict[str, Any]]) -> dict[str, Value]:
    """A list of objects: addresses of pictures, names with values, or names alone."""
    if address := next((key for key in ADDRESS if isinstance(items[0].get(key), str)), ""):
        return {name: [written(each.get(address)) for each in items]}
    if key := next((key for key in NAMED_BY if isinstance(items[0].get(key), str)), ""):
        if "value" in items[0] and key != "value":
            return {f"{name}.{each.get(key)}": written(each.get("value")) for each in items}
        return {name: [written(each.get(key)) for each in items]}
    return {name: []}


def written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        text = (
            format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
        )
        return Number("0" if value == 0 else text.removesuffix(".0"))
    return value if isinstance(value, str) else ""
