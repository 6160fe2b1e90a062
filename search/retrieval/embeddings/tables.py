"""The vectors of one encoder in SQL: where they lie, and how one is written as a parameter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pgvector import HalfVector

from search.models import EncoderVersion, ImageEmbedding, TextEmbedding


def as_text(vector: Any) -> str:
    """The vector as Postgres reads it: "[0.1,0.2]"."""
    return str(HalfVector(vector).to_text())


@dataclass(frozen=True)
class Table:
    """Where to look: the text vectors or the photo vectors of one encoder."""

    version: EncoderVersion
    photos: bool

    product = "e.product_id"

    @property
    def name(self) -> str:
        return (ImageEmbedding if self.photos else TextEmbedding)._meta.db_table

    @property
    def source(self) -> str:
        return f"{self.name} e"

    @property
    def key(self) -> str:
        """What a vector belongs to: a product's text, or one photo."""
        return "e.image_id" if self.photos else "e.product_id"

    @property
    def column(self) -> str:
        return f"e.vector::halfvec({self.version.dimensions:d})"

    @property
    def where(self) -> str:
        """Literal, so that the planner sees that the encoder's partial index applies."""
        return f"e.encoder_id = {self.version.pk:d} AND e.vector IS NOT NULL"
