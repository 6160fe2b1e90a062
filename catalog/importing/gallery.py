"""The photos of a product brought into line with what the file names, as far as it names any."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from catalog.importing.groups import Group
from catalog.importing.photos import Photo
from catalog.importing.store import Batch, Writes
from catalog.models import Product, ProductImage
from catalog.pictures import PictureError

Found = Mapping[str, Photo | PictureError]
Key = tuple[str, str]  # fingerprint and colour: a photo stands once in a product for each


class Gallery:
    """Writes the photos of a batch; counts what came and went."""

    def __init__(self, batch: Batch, found: Found) -> None:
        self.batch, self.found = batch, found
        self.writes, self.gone = Writes(), list[int]()
        self.groups = [g for g in batch.groups if any(row.images is not None for row in g.rows)]
        products = [batch.products[group.key].pk for group in self.groups]
        self.there: dict[int, dict[Key, ProductImage]] = {}
        for image in ProductImage.objects.filter(product__in=products):
            self.there.setdefault(image.product_id, {})[image.fingerprint, image.color] = image

    def write(self) -> tuple[int, int]:
        """The number of photos added and removed."""
        for group in self.groups:
            if self.arrange(group, self.batch.products[group.key]):
                self.batch.changed(group.rows)
        if self.gone:
            ProductImage.objects.filter(pk__in=self.gone).delete()
        self.writes.flush(ProductImage.objects.all())
        return len(self.writes.new), len(self.gone)

    def arrange(self, group: Group, product: Product) -> bool:
        """Match what is wanted with what is there; whether anything differed."""
        there = dict(self.there.get(product.pk, {}))
        wanted = self.wanted(group)
        spare = {key: image for key, image in there.items() if key not in wanted}
        touched = False
        for position, (key, values) in enumerate(wanted.items()):
            image = there.get(key) or same_picture(key[0], spare) or ProductImage(product=product)
            touched |= self.writes.add(image, {**values, "position": position})
        return self.remove(group, spare) or touched

    def wanted(self, group: Group) -> dict[Key, dict[str, object]]:
        """Every photo of the product that its rows name and that could be had, in their order."""
        found: dict[Key, dict[str, object]] = {}
        for row in group.rows:
            color = self.batch.variants[row.sku].color if group.of_many else ""
            for name, alt in zip_longest(row.images or [], row.alts[: len(row.images or [])]):
                photo = self.found[name]
                if isinstance(photo, Photo):
                    found.setdefault((photo.fingerprint, color), columns(photo, color, alt))
        return found

    def remove(self, group: Group, spare: dict[Key, ProductImage]) -> bool:
        """Let go of photos of these colours that are no longer named.

        Where a named picture could not be had, nothing goes: it may be the very one.
        """
        names = [name for row in group.rows for name in row.images or []]
        if any(isinstance(self.found[name], PictureError) for name in names):
            return False
        colors = {
            self.batch.variants[row.sku].color for row in group.rows if row.images is not None
        }
        gone = [each.pk for each in spare.values() if not group.of_many or each.color in colors]
        self.gone += gone
        return bool(gone)


def columns(photo: Photo, color: str, alt: str | None) -> dict[str, object]:
    """The columns of a photo; without an alt text in the file, the one in the catalogue stays."""
    values: dict[str, object] = {
        "image": photo.name,
        "fingerprint": photo.fingerprint,
        "width": photo.width,
        "height": photo.height,
        "color": color,
    }
    return values if alt is None else {**values, "alt": alt}


def same_picture(fingerprint: str, spare: dict[Key, ProductImage]) -> ProductImage | None:
    """The same picture under another colour: it is given the new one, and stays embedded."""
    key = next((key for key in spare if key[0] == fingerprint), None)
    return spare.pop(key) if key else None
