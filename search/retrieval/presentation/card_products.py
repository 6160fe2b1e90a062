"""Products with all that a card shows, whatever their number by three statements in one round trip.

Django's own way, a query with two prefetches, takes twice as long for a page of cards: its queries
are built and sent one after the other, and each product gets a brand and a category of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, Prefetch, Q, prefetch_related_objects
from django.db.models.base import ModelState
from django.utils.translation import get_language

from catalog.lookups import array_of
from catalog.models import Brand, Category, Product, ProductImage, Translation, Variant
from search import sql

LONG = ("description", "description_html", "words")  # texts that no card shows
LEFT_OUT = (*LONG, "keywords", "facts", "text_fingerprint")  # of a product


@dataclass(frozen=True)
class Columns:
    """The columns of a model that are read, and rows of these as objects.

    What comes through `search.sql` is what fields hold already, JSON too: nothing is converted.
    """

    model: type[Model]
    left_out: tuple[str, ...] = ()

    @cached_property
    def fields(self) -> list[Any]:
        return [each for each in self.model._meta.concrete_fields if each.name not in self.left_out]

    @cached_property
    def names(self) -> list[str]:
        return [each.attname for each in self.fields]

    @cached_property
    def text(self) -> str:
        table = self.model._meta.db_table
        return ", ".join(f'{table}."{each.column}"' for each in self.fields)

    def read(self, rows: Iterable[sql.Row]) -> list[Any]:
        """What `Model.from_db` makes of rows, which sets each column apart and sends two signals.

        A page of cards is some 150 rows, and that was a third of a photo search's work in Python.
        """
        database = router.db_for_read(self.model)
        return [self.made(row, database) for row in rows]

    def made(self, row: sql.Row, database: str) -> Any:
        made: Any = object.__new__(self.model)
        made.__dict__ = dict(zip(self.names, row, strict=True))
        made._state = ModelState()
        made._state.adding, made._state.db = False, database
        return made

    def referred_to(self, rows: Iterable[sql.Row]) -> dict[int, Any]:
        """By id: each is one object, in however many rows it stands."""
        own = {row[0]: row for row in rows if row[0] is not None}
        return dict(zip(own, self.read(own.values()), strict=True))


PRODUCTS, BRANDS, CATEGORIES = Columns(Product, LEFT_OUT), Columns(Brand), Columns(Category)
VARIANTS, PHOTOS = Columns(Variant, ("facts",)), Columns(ProductImage)


def card_products(
    ids: Iterable[int], fitting: Q | None = None, *, active: bool = True
) -> dict[int, Product]:
    """The products that are still there, `active` ones alone or all, in the order of `ids`.

    Of each variant `fits` says whether it is `fitting`.
    """
    wanted = list(ids)
    if not wanted:
        return {}
    listed = array_of(wanted)
    fits = fitting_of(wanted, fitting) if fitting else sql.Statement("true")
    own, variants, photos = sql.several(
        [
            sql.Statement(
                f"""SELECT {PRODUCTS.text}, {BRANDS.text}, {CATEGORIES.text} FROM catalog_product
                      LEFT JOIN catalog_brand ON catalog_brand.id = brand_id
                      LEFT JOIN catalog_category ON catalog_category.id = category_id
                     WHERE catalog_product.id = ANY(%s::bigint[]) AND (active OR %s)""",
                [listed, not active],
            ),
            sql.Statement(
                f"""SELECT {VARIANTS.text}, {fits.text} FROM catalog_variant
                     WHERE product_id = ANY(%s::bigint[]) ORDER BY position, id""",
                [*fits.params, listed],
            ),
            sql.Statement(
                f"""SELECT {PHOTOS.text} FROM catalog_productimage
                     WHERE product_id = ANY(%s::bigint[]) ORDER BY position, id""",
                [listed],
            ),
        ]
    )
    found = with_brand_and_category(own)
    sold = VARIANTS.read(row[:-1] for row in variants)
    for variant, row in zip(sold, variants, strict=True):
        variant.fits = row[-1]
    hang_on(found, "all_variants", sold)
    hang_on(found, "photos", PHOTOS.read(photos))
    language = get_language() or settings.LANGUAGE_CODE
    if language != settings.LANGUAGE_CODE:
        rows = Translation.objects.filter(language=language).defer(*LONG)
        prefetch_related_objects(list(found.values()), Prefetch("translations", rows))
    return {pk: found[pk] for pk in dict.fromkeys(wanted) if pk in found}


def fitting_of(ids: Sequence[int], fitting: Q) -> sql.Statement:
    """Whether a variant of these products fits."""
    wanted = Variant.objects.filter(fitting, product__pk__any=ids).order_by().values("pk")
    connection = connections[router.db_for_read(Variant)]
    try:
        text, params = wanted.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return sql.Statement("false")
    return sql.Statement(f"id IN ({text})", params)


def with_brand_and_category(rows: Sequence[sql.Row]) -> dict[int, Product]:
    end, behind = len(PRODUCTS.names), len(PRODUCTS.names) + len(BRANDS.names)
    brands = BRANDS.referred_to(row[end:behind] for row in rows)
    categories = CATEGORIES.referred_to(row[behind:] for row in rows)
    found = {}
    for own in PRODUCTS.read(row[:end] for row in rows):
        refer(own, "brand", brands.get(own.brand_id))
        refer(own, "category", categories.get(own.category_id))
        own.all_variants, own.photos = [], []
        found[own.id] = own
    return found


def refer(own: Model, name: str, other: Model | None) -> None:
    own._meta.get_field(name).set_cached_value(own, other)


def hang_on(products: dict[int, Product], name: str, made: Iterable[Any]) -> None:
    """Put each into the list of that name of its product, if that is shown."""
    for each in made:
        own = products.get(each.product_id)
        if own is not None:
            refer(each, "product", own)
            getattr(own, name).append(each)
