"""The products that an encoder is calibrated on, and which of them belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.models import Product
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.understanding.shop_words.catalogue_counts import words_of_title

Vectors = NDArray[np.float32]
Mask = NDArray[np.bool_]

SAMPLE = 2_000  # products that are compared with one another


@dataclass(frozen=True)
class Sample:
    """Products in a fixed random order; a row of nan stands for a vector that there is none of."""

    ids: NDArray[np.int64]
    titles: list[str]
    kinds: list[tuple[str, str]]  # colour and category
    texts: Vectors  # (n, d)
    photos: Vectors  # (n, d), the first photo of each

    @property
    def phrases(self) -> list[str]:
        """Colour and category in words, as a shopper would ask for the product's kind."""
        return [" ".join(kind).strip() or "product" for kind in self.kinds]

    @property
    def alike(self) -> Mask:
        """(n, n): of one category and colour."""
        number = {kind: at for at, kind in enumerate(dict.fromkeys(self.kinds))}
        kinds = np.array([number[kind] for kind in self.kinds])
        categorised = np.array([bool(category) for _color, category in self.kinds])
        return (kinds[:, None] == kinds) & categorised[:, None]

    @property
    def unlike(self) -> Mask:
        """(n, n): of two categories; where one has none, without a word of the title in common."""
        categories = np.array([category for _color, category in self.kinds])
        both = (categories[:, None] != "") & (categories != "")
        differ = categories[:, None] != categories
        return np.where(both, differ, differ if both.all() else ~self.same_words)

    @property
    def same_words(self) -> Mask:
        """(n, n): with a word of the title in common."""
        bags = [set(words_of_title(title)) for title in self.titles]
        place = {word: at for at, word in enumerate({word for bag in bags for word in bag})}
        has = np.zeros((len(bags), len(place)), np.float32)
        for row, bag in enumerate(bags):
            has[row, [place[word] for word in bag]] = 1
        return np.asarray(has @ has.T > 0)


def draw(version: EncoderVersion) -> Sample:
    """At most SAMPLE products that have a text vector, in the order of their fingerprints."""
    products = list(
        Product.objects.filter(
            text_embeddings__encoder=version, text_embeddings__vector__isnull=False
        )
        .order_by("text_fingerprint", "pk")
        .select_related("category")
        .prefetch_related("variants")[:SAMPLE]
    )
    ids = [product.pk for product in products]
    texts = TextEmbedding.objects.filter(encoder=version, product__in=ids)
    photos = ImageEmbedding.objects.filter(encoder=version, product__in=ids)
    photos = photos.order_by("-image__position", "-image_id")  # so that the first photo comes last
    return Sample(
        ids=np.array(ids, np.int64),
        titles=[product.title for product in products],
        kinds=[_kind(product) for product in products],
        texts=_aligned(ids, dict(texts.values_list("product_id", "vector")), version),
        photos=_aligned(ids, dict(photos.values_list("product_id", "vector")), version),
    )


def _kind(product: Product) -> tuple[str, str]:
    color = next((variant.color for variant in product.all_variants if variant.color), "")
    return color, product.category.name if product.category else ""


def _aligned(ids: list[int], vectors: dict[int, list[float]], version: EncoderVersion) -> Vectors:
    nothing = [np.nan] * version.dimensions
    rows = [vectors.get(key) or nothing for key in ids]
    return np.array(rows, np.float32).reshape(len(ids), version.dimensions)
