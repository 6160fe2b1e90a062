"""XML and HTML: the elements that are products, one at a time, and nothing else in memory."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext as _

from catalog.importing.cells import Value
from catalog.importing.errors import FileError
from catalog.importing.files.layout import Known
from catalog.importing.files.objects import flat
from catalog.importing.files.records import (
    ELEMENTS,
    OBJECTS,
    RECORD_BYTES,
    SAMPLED,
    Content,
    Record,
)
from catalog.importing.files.text import open_text

BYTES_AT_ONCE = 64 * 1024
OUTLINED = 256 * 1024  # bytes of a file in which no element has a name of records
TELLING = 3  # known names in an element that is one
GOOGLE = "{http://base.google.com/ns/1.0}"


Wanted = Mapping[str, frozenset[str]]


def elements(path: Path, wanted: Wanted, known: Known = bool) -> Content:
    """The elements of an XML file that are records: those named for its root, or for any ("").

    Where none is named so, those that have most `known` names ("<towar>"). All names are in lower
    case and without prefix.
    """
    content = named_elements(path, wanted)
    if not content.sample and (tag := telling(path, known)):
        content = named_elements(path, {"": frozenset((tag,))})
        content.tag = tag
    if not content.sample:
        raise FileError(_("There is no product in %(file)s.") % {"file": path.name})
    return content


def named_elements(path: Path, wanted: Wanted) -> Content:
    """The elements with a wanted name; none may be there."""
    root = ""

    def records() -> Iterator[Record]:
        nonlocal root
        builder = Builder(path, wanted)
        for line, element in built(path, builder):
            root = builder.root
            yield Record(line, cells(element), element, local(element.tag))

    content = Content(path, ELEMENTS, [], records)
    content.sample = list(islice(records(), SAMPLED))
    content.names = list(dict.fromkeys(name for each in content.sample for name in each.cells))
    content.root = root
    return content


def telling(path: Path, known: Known) -> str:
    """The name of the elements that have a name and something else known in them, or nothing.

    Those in others are no products: variants stand in their product, products in one shop.
    """
    met: Counter[str] = Counter()
    outline = Outline(known, met)
    parser = DefusedXMLParser(target=outline)
    try:
        with path.open("rb") as file:
            parser.feed(file.read(OUTLINED).lstrip())
    except (DefusedXmlException, ParseError, ValueError, LookupError):
        return ""
    for outer, inner in outline.within:
        if outline.times[outer] > 1:
            del met[inner]
    return max(met, key=lambda tag: met[tag], default="")


class Outline:
    """Target of a parser: counts what is known right below the elements of each name."""

    def __init__(self, known: Known, met: Counter[str]) -> None:
        self.known, self.met = known, met
        self.open: list[tuple[str, set[str]]] = []
        self.times: Counter[str] = Counter()  # as an element with enough that is known
        self.within: set[tuple[str, str]] = set()  # of those, which stands in which

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        if self.open and self.known(name):
            self.open[-1][1].add(name)
        self.open.append((name.lower(), {each for each in attributes if self.known(each)}))

    def end(self, tag: str) -> None:
        name, inside = self.open.pop()
        if len(inside) >= TELLING and self.open:
            self.met[name] += len(inside)
            self.times[name] += 1
            self.within |= {(above, name) for above, _inside in self.open if above != name}

    def data(self, text: str) -> None:
        pass

    def close(self) -> None:
        pass


class Builder:
    """Target of a parser: builds wanted elements, each in a tree of its own."""

    def __init__(self, path: Path, wanted: Wanted) -> None:
        self.path, self.by_root, self.wanted = path, wanted, frozenset[str]()
        self.root = ""
        self.expat: Any = None
        self.tree: TreeBuilder | None = None
        self.depth, self.size, self.line = 0, 0, 0
        self.since = 0  # bytes since something was understood
        self.done: list[tuple[int, Element]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.since = 0
        if not self.root:
            self.root = local(tag).lower()
            self.wanted = self.by_root.get(self.root, self.by_root[""])
        elif self.tree is None and local(tag).lower() in self.wanted:
            self.tree, self.size, self.line = TreeBuilder(), 0, self.expat.CurrentLineNumber
        if self.tree is None:
            return
        self.depth += 1
        self.grow(len(tag) + sum(map(len, attributes.values())))
        self.tree.start(tag, attributes)

    def end(self, tag: str) -> None:
        self.since = 0
        if self.tree is None:
            return
        self.tree.end(tag)
        self.depth -= 1
        if not self.depth:
            self.done.append((self.line, self.tree.close()))
            self.tree = None

    def data(self, text: str) -> None:
        self.since = 0
        if self.tree is not None:
            self.grow(len(text))
            self.tree.data(text)

    def grow(self, size: int) -> None:
        self.size += size + 1
        self.check(self.size)

    def check(self, size: int) -> None:
        if size > RECORD_BYTES:
            raise FileError(
                _("%(file)s has an element of more than %(most)d MB.")
                % {"file": self.path.name, "most": RECORD_BYTES // 1024**2}
            )

    def close(self) -> None:
        pass


def built(path: Path, builder: Builder) -> Iterator[tuple[int, Element]]:
    """Wanted elements with their line; FileError where the file is no XML, or means harm."""
    parser = DefusedXMLParser(target=builder)
    builder.expat = parser.parser
    try:
        with path.open("rb") as file:
            while piece := file.read(BYTES_AT_ONCE):
                builder.since += len(piece)
                builder.check(builder.since)
                parser.feed(piece.lstrip() if file.tell() == len(piece) else piece)
                yield from builder.done
                builder.done.clear()
        parser.close()
        yield from builder.done
    except DefusedXmlException as error:
        raise FileError(
            _("%(file)s declares entities, as no catalogue does; it is not read.")
            % {"file": path.name}
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileError(
            _("%(file)s is not XML that can be read: %(reason)s.")
            % {"file": path.name, "reason": error}
        ) from error


def local(tag: str) -> str:
    """A name without its namespace or prefix: `{...}id` and `g:id` are `id`."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def cells(element: Element) -> dict[str, Value]:
    """Children by name, repeated ones as lists; attributes of the element under `@name`.

    Google's own `g:id` goes before the `id` that Atom has.
    """
    found: dict[str, list[str]] = {}
    for child in sorted(element, key=lambda each: not each.tag.startswith(GOOGLE)):
        found.setdefault(local(child.tag), []).extend(map(content_of, listed(child) or [child]))
    own: dict[str, Value] = {f"@{local(name)}": value for name, value in element.attrib.items()}
    return own | {name: each[0] if len(each) == 1 else each for name, each in found.items()}


def listed(element: Element) -> list[Element]:
    """The elements of a list: several of one name and nothing in them but text, or an address."""
    is_list = len({each.tag for each in element}) == 1 < len(element)
    return [*element] if is_list and not any(len(each) for each in element) else []


def content_of(element: Element) -> str:
    """The text of an element, of its parts joined by colons, or the address that it links to."""
    if len(element):
        return ":".join(content_of(child) for child in element)
    return (element.text or "").strip() or element.get("href", "")


def linked_data(path: Path, encoding: str) -> Content:
    """The JSON-LD in a page of HTML, each block an object."""
    finder = Scripts()
    with open_text(path, encoding) as file:
        while piece := file.read(BYTES_AT_ONCE):
            finder.feed(piece)
            if finder.size > RECORD_BYTES:
                raise FileError(_("%(file)s is too large for one page.") % {"file": path.name})

    def records() -> Iterator[Record]:
        for line, text in finder.blocks:
            try:
                block = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            for item in block if isinstance(block, list) else [block]:
                if isinstance(item, dict):
                    yield Record(line, flat(item), item)

    sample = list(islice(records(), SAMPLED))
    if not sample:
        raise FileError(_("There is no product data (JSON-LD) in %(file)s.") % {"file": path.name})
    names = list(dict.fromkeys(name for each in sample for name in each.cells))
    return Content(path, OBJECTS, names, records, sample)


class Scripts(HTMLParser):
    """Collects what stands in <script type="application/ld+json">."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[tuple[int, str]] = []
        self.inside, self.text, self.size = False, "", 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        kind = (dict(attributes).get("type") or "").lower()
        self.inside = tag == "script" and kind.startswith("application/ld+json")
        self.text = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text += data
            self.size += len(data)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag == "script":
            self.blocks.append((self.getpos()[0], self.text))
            self.inside, self.text = False, ""
