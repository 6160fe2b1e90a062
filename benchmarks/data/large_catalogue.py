"""Catalogues of any size, made of the sample shop by SQL in minutes.

    python -m benchmarks.data.large_catalogue STATES 100000

Each lies in a state folder of its own below STATES and is made once; where a migration has come
since it is migrated like any shop (delete the folder to have it made anew). Every row that hangs on
a product is copied as often as it takes, whatever tables and columns the models have by then; a
copy has ids, SKUs and groups of its own, one more word in its title and another price. Its vectors
are those of its original, moved towards those of another product, so that they cluster as real
ones do without being equal.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks import scratch
from benchmarks.data.shops import sample
from benchmarks.data.unhurried import unhurried

AT_ONCE = 60_000  # products inserted by one statement
SYLLABLES = "badefigolumaneporisatavowexiyozu"  # of two letters each
WORDS = 20_000  # different ones that are added to titles
PRICE_RANGE = (0.7, 1.3)  # of the original's price
TOWARDS = (0.25, 0.5)  # how far a copy's vector moves to another's
STAMP = "made.txt"


@contextmanager
def large(size: int, states: Path) -> Iterator[int]:
    """The catalogue of about `size` products, made if it is not there; yields how many it has."""
    folder = states / f"large-{size}"
    with scratch.state(folder):
        made_under = (folder / STAMP).read_text() if (folder / STAMP).exists() else None
        if made_under is None:
            make(size, folder)
        elif made_under != migrations():
            migrate(folder)
        from catalog.models import Product

        yield Product.objects.count()


def migrations() -> str:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    return "\n".join(sorted(".".join(key) for key in MigrationLoader(connection).disk_migrations))


def make(size: int, folder: Path) -> None:
    from django.core.cache import cache
    from django.core.management import call_command
    from django.db import connection

    from search import indexing
    from search.indexing import hnsw
    from search.understanding import count_again, refresh
    from search.versions import live_encoder

    call_command("migrate", interactive=False, verbosity=0)
    call_command("flush", interactive=False, verbosity=0)
    shutil.rmtree(folder / "media", ignore_errors=True)
    (folder / "catalogue.sha256").unlink(missing_ok=True)
    scratch.load(sample(Path()), folder)
    scratch.refresh(recalibrate=False)
    version, encoder = live_encoder()
    hnsw.drop(version)
    with connection.cursor() as cursor:
        grow(cursor, size)
        cursor.execute("VACUUM ANALYZE")
    count_again()  # the triggers that would have said what to count were asleep
    refresh()
    hnsw.ensure(version)
    indexing.calibrate(version, encoder)
    cache.clear()
    (folder / STAMP).write_text(migrations())


def migrate(folder: Path) -> None:
    """Bring the tables up to date; vectors stay, even of texts that are spelt otherwise now."""
    from django.core.cache import cache
    from django.core.management import call_command

    from search.indexing import hnsw
    from search.understanding import count_again, refresh
    from search.versions import live_encoder

    with unhurried() as cursor:
        call_command("migrate", interactive=False, verbosity=0)
        cursor.execute("SET session_replication_role = replica")
        for kind in embedding_kinds():
            cursor.execute(f"""
                UPDATE {table(kind.rows)} e SET fingerprint = o.{kind.fingerprint},
                       attempted = o.{kind.fingerprint}
                  FROM {table(kind.owner)} o
                 WHERE o.id = e.{kind.column} AND e.attempted <> o.{kind.fingerprint}""")
        cursor.execute("RESET session_replication_role")
        cursor.execute("VACUUM ANALYZE")
    hnsw.ensure(live_encoder()[0])  # where a migration has taken an index away
    count_again()
    refresh()
    cache.clear()
    (folder / STAMP).write_text(migrations())


def grow(cursor: Any, size: int) -> None:
    """Copy everything until there are about `size` products; triggers and keys sleep meanwhile."""
    from catalog.models import Product

    models = copied_models()
    originals = Product.objects.count()
    copies, step = max(round(size / originals) - 1, 0), max(AT_ONCE // originals, 1)
    strides = {model: stride(cursor, model) for model in models}
    cursor.execute("SET session_replication_role = replica")
    try:
        number_vectors(cursor)
        for first in tqdm(range(1, copies + 1, step), desc=f"{size} products", mininterval=5):
            series = f"generate_series({first}, {min(first + step - 1, copies)}) AS copy(n)"
            for model in models:
                cursor.execute(copy_statement(model, strides, series))
        for model in models:
            advance_sequence(cursor, model)
    finally:
        cursor.execute("RESET session_replication_role")


def copied_models() -> list[Any]:
    """Products and every model with a key to one that is copied, those pointed at first."""
    from django.apps import apps

    from catalog.models import Product

    found: list[Any] = [Product]
    waiting = [
        model
        for label in ("catalog", "vitrine_search")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    while more := [m for m in waiting if m not in found and set(owners(m).values()) & set(found)]:
        found += more
    return found


def owners(model: Any) -> dict[str, Any]:
    """The model's keys to others: column -> model."""
    fields = model._meta.local_concrete_fields
    return {f.column: f.related_model for f in fields if f.is_relation}


def stride(cursor: Any, model: Any) -> int:
    """How far apart the ids of two copies of a row are."""
    cursor.execute(f"SELECT coalesce(max({model._meta.pk.column}), 0) + 1 FROM {table(model)}")
    return int(cursor.fetchone()[0])


def table(model: Any) -> str:
    return str(model._meta.db_table)


def copy_statement(model: Any, strides: dict[Any, int], series: str) -> str:
    """INSERT ... SELECT of every original of this model for every copy of the series."""
    from django.db.models import GeneratedField

    fields = [f for f in model._meta.local_concrete_fields if not isinstance(f, GeneratedField)]
    values = {f.column: copied_value(f, model, strides) for f in fields}
    source = f"{table(model)} t CROSS JOIN {series}"
    for kind in embedding_kinds():
        if kind.rows is model:
            owner = f"t.{kind.column} + n * {strides[kind.owner]}"
            source += f" JOIN {table(kind.owner)} owner ON owner.id = {owner}"
            source += f" JOIN numbered_{table(model)} a ON a.id = t.id"
            source += f" JOIN numbered_{table(model)} b"
            source += " ON b.place = (a.place + 37 * n) % a.rows"
            values |= dict.fromkeys(("fingerprint", "attempted"), f"owner.{kind.fingerprint}")
            values["vector"] = moved_vector()
    # Quoted by itself: "order" and "group" are columns too.
    columns = ", ".join(f'"{name}"' for name in values)
    pk = model._meta.pk.column
    return f"""
        INSERT INTO {table(model)} ({columns})
        SELECT {", ".join(values.values())} FROM {source} WHERE t."{pk}" < {strides[model]}"""


def embedding_kinds() -> tuple[Any, ...]:
    from search.indexing.content import KINDS

    return KINDS


def copied_value(field: Any, model: Any, strides: dict[Any, int]) -> str:
    """The SQL of one column of copy `n` of the original `t`."""
    from django.db.models import CharField, DecimalField

    value = f't."{field.column}"'
    if field.primary_key:
        return f"{value} + n * {strides[model]}"
    if field.is_relation and field.related_model in strides:
        return f"{value} + n * {strides[field.related_model]}"
    if isinstance(field, CharField) and stands_once(field, model, strides):
        return f"{value} || '-' || n"
    if field.name == "title":
        return f"left({value}, 280) || ' ' || {word()}"
    if isinstance(field, DecimalField) and field.name.startswith("price"):
        low, high = PRICE_RANGE
        return f"round({value} * ({low} + {high - low:.3f} * {chance('t.id')})::numeric, 2)"
    if field.name == "created":
        return f"{value} - n * interval '7 minutes'"
    return value


def stands_once(field: Any, model: Any, strides: dict[Any, int]) -> bool:
    """Whether the column alone has to tell copies apart: unique, and with no copied key to help."""
    from django.db.models import UniqueConstraint

    copied = {f.name for f in model._meta.fields if f.is_relation and f.related_model in strides}
    together = (c.fields for c in model._meta.constraints if isinstance(c, UniqueConstraint))
    return field.unique or any(
        field.name in names and copied.isdisjoint(names) for names in together
    )


def chance(key: str) -> str:
    """Between 0 and 1, drawn by the original and the number of the copy."""
    return f"((hashint8({key} * 7919 + n) & 1023) / 1023.0)"


def word() -> str:
    """One of WORDS made-up words of four syllables."""
    drawn, base = f"(hashint8(t.id * 104729 + n) & 2147483647) % {WORDS}", len(SYLLABLES) // 2
    places = (f"2 * (({drawn}) / {base**at} % {base}) + 1" for at in range(4))
    syllable = f"substr('{SYLLABLES}', {{}}, 2)"
    return f"initcap({' || '.join(syllable.format(place) for place in places)})"


def moved_vector() -> str:
    """The original's vector with a share of another's, of length 1 again (halves underflow)."""
    low, high = TOWARDS
    share = f"({low} + {high - low:.3f} * {chance('t.id')})::real"
    size = "vector_dims(a.vector)"
    return (
        f"l2_normalize(a.vector + b.vector * array_fill({share}, ARRAY[{size}])::vector)::halfvec"
    )


def number_vectors(cursor: Any) -> None:
    """Give the originals' vectors consecutive numbers, so that arithmetic finds another one."""
    for kind in embedding_kinds():
        rows = table(kind.rows)
        cursor.execute(f"""
            CREATE TEMP TABLE numbered_{rows} AS
            SELECT id, vector::halfvec::vector AS vector,
                   row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS rows
              FROM {rows} WHERE vector IS NOT NULL""")
        cursor.execute(f"ANALYZE numbered_{rows}")


def advance_sequence(cursor: Any, model: Any) -> None:
    pk = model._meta.pk.column
    cursor.execute(f"""
        SELECT setval(pg_get_serial_sequence('{table(model)}', '{pk}'), max("{pk}"))
          FROM {table(model)} WHERE pg_get_serial_sequence('{table(model)}', '{pk}') IS NOT NULL""")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("size", type=int)
    given = parser.parse_args()
    with large(given.size, given.states) as products:
        print(f"{products} products in {given.states / f'large-{given.size}'}")


if __name__ == "__main__":
    main()
