"""A catalogue made large by SQL: products and their indexed texts, without encoding any."""

from __future__ import annotations

from django.db import connection

from search.models import EncoderVersion

PRODUCTS = """
    INSERT INTO catalog_product (title, "group", slug, description, gender, material, currency,
                                 attributes, active, created, updated)
    SELECT 'Lamp ' || n, 'lamp-' || n, 'lamp', '', '', '', 'EUR', '{}', true, now(), now()
      FROM generate_series(%s, %s) n"""
VECTORS = """
    UPDATE search_textembedding
       SET fingerprint = attempted, vector = array_fill(0.1::real, ARRAY[%s::int])::halfvec
     WHERE encoder_id = %s"""


def fill_catalogue(first: int, last: int) -> None:
    """Products `first` to `last`."""
    with connection.cursor() as cursor:
        cursor.execute(PRODUCTS, [first, last])


def fill(version: EncoderVersion, first: int, last: int) -> None:
    """The same, each with the vector of its text for the version."""
    fill_catalogue(first, last)
    with connection.cursor() as cursor:
        cursor.execute(VECTORS, [version.dimensions, version.pk])
        cursor.execute(
            "ANALYZE catalog_product, catalog_variant, catalog_translation, search_textembedding"
        )
