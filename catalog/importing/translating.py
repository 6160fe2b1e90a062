"""What a file says in other languages: of products, categories, attributes and their values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from django.db.models import Model

from catalog.importing.columns import ATTRIBUTE, LABEL, OPTION, SEPARATOR
from catalog.importing.rows import Row
from catalog.importing.store import Batch, Writes, merged
from catalog.models import (
    PATH_SEPARATOR,
    Attribute,
    AttributeValue,
    Category,
    Translation,
)
from catalog.models.attribute import code_of, token_of
from catalog.models.described import description_columns

Named = tuple[type[Model], str, str]  # table, the column that identifies a row, its value


def write_translations(batch: Batch) -> None:
    """Titles and descriptions; a title that the file empties takes its translation away."""
    products = [batch.products[group.key].pk for group in batch.groups]
    said = {group.key: translated(batch.rows(group)) for group in batch.groups}
    spoken = {language for each in said.values() for language in each}
    if not spoken:
        return
    rows = Translation.objects.filter(product__in=products, language__in=spoken).defer("words")
    there = {(each.product_id, each.language): each for each in rows}
    writes, gone = Writes(), []
    for group in batch.groups:
        product = batch.products[group.key]
        for language, values in said[group.key].items():
            row = there.get((product.pk, language))
            if values.get("title"):
                row = row or Translation(product=product, language=language)
                touched = writes.add(row, values)
            elif touched := row is not None and "title" in values:
                gone.append(row.pk)
            if touched:
                batch.changed(group.rows)
    writes.flush(Translation.objects.all())
    if gone:
        Translation.objects.filter(pk__in=gone).delete()


def translated(rows: list[Row]) -> dict[str, dict[str, str]]:
    """Titles and descriptions by language, in the columns in which they are stored."""
    spoken = dict.fromkeys(language for row in rows for language in row.translations)
    found = {
        language: merged(row.translations.get(language, {}) for row in rows) for language in spoken
    }
    for values in found.values():
        if "description" in values:
            described = description_columns(values["description"])
            values["description"], values["description_html"] = described
    return found


class Names:
    """Names of categories, attributes and values in other languages; each is written once."""

    REMEMBERED = 100_000

    def __init__(self) -> None:
        self.told: set[tuple[Named, str, str]] = set()

    def write(self, batch: Batch) -> None:
        for group in batch.groups:
            for row in batch.rows(group):
                for named, language, name in names_of(row):
                    self.tell(named, language, name)

    def tell(self, named: Named, language: str, name: str) -> None:
        if (named, language, name) in self.told:
            return
        if len(self.told) >= self.REMEMBERED:
            self.told.clear()
        self.told.add((named, language, name))
        table, column, value = named
        found: Any = table._default_manager.filter(**{column: value}).first()
        if found and found.names.get(language) != name:
            names = {**found.names, language: name}
            table._default_manager.filter(pk=found.pk).update(names=names)


def names_of(row: Row) -> Iterator[tuple[Named, str, str]]:
    """Whatever a row names in another language: what is named, the language, the name."""
    for column, language, cell in row.names:
        if column == "category":
            for path, name in path_names((row.categories or [""])[0], cell.split(SEPARATOR)[0]):
                yield (Category, "path__iexact", path), language, name
        elif column.startswith(LABEL):
            yield (Attribute, "code", code_of(column[len(LABEL) :])), language, cell
        else:
            family = ATTRIBUTE if column.startswith(ATTRIBUTE) else OPTION
            name = column[len(family) :]
            values = (row.attributes if family == ATTRIBUTE else row.options).get(name, [])
            for value, said in zip_longest(values, cell.split(SEPARATOR)[: len(values)]):
                if said and said.strip():
                    token = token_of(code_of(name), value)
                    yield (AttributeValue, "token", token), language, said.strip()


def path_names(path: str, names: str) -> Iterator[tuple[str, str]]:
    """Each category on a path with its name in a path of the same length."""
    steps = path.split(PATH_SEPARATOR)
    spoken = [name.strip() for name in names.split(PATH_SEPARATOR.strip())]
    if path and len(steps) == len(spoken):
        for depth, name in enumerate(spoken, start=1):
            yield PATH_SEPARATOR.join(steps[:depth]), name
