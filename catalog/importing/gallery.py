"""The photos of a product brought into line with what the file names, as far as it names any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.importing.bindings import Binding, bindings
from catalog.importing.groups import Group
from catalog.importing.photos import Address, Found, Photo
from catalog.importing.rows import Row
from catalog.importing.store import Batch, Writes
from catalog.models import PhotoAddress, Product, ProductImage
from catalog.pictures import PictureError

Key = tuple[str, Binding]  # fingerprint or address, and what is shown: once in a product for each


@dataclass
class Shelf:
    """What a product has: photos of its own, and addresses of photos, by their keys."""

    photos: dict[Key, ProductImage] = field(default_factory=dict)
    addresses: dict[Key, PhotoAddress] = field(default_factory=dict)


class Gallery:
    """Writes the photos of a batch; counts what came and went."""

    def __init__(self, batch: Batch, found: Mapping[str, Found]) -> None:
        self.batch, self.found = batch, found
        self.photos, self.addresses = Writes(), Writes()
        self.gone, self.gone_addresses = list[int](), list[int]()
        self.groups = [group for group in batch.groups if self.speaks(batch.rows(group))]
        self.shelves = shelves(self.products[group.key] for group in self.groups)

    @property
    def products(self) -> dict[str, Product]:
        return self.batch.products

    def speaks(self, rows: list[Row]) -> bool:
        """Whether the rows say which photos there are, and these were looked at."""
        given = any(row.images is not None or row.variant_images is not None for row in rows)
        return given and all(name in self.found for row in rows for name in row.pictures)

    def write(self) -> tuple[int, int]:
        """The number of photos added and removed; addresses are fetched later."""
        for group in self.groups:
            if self.arrange(group, self.products[group.key]):
                self.batch.changed(group.rows)
        if self.gone_addresses:
            PhotoAddress.objects.filter(pk__in=self.gone_addresses).delete()
        if self.gone:
            ProductImage.objects.filter(pk__in=self.gone).delete()
        self.photos.flush(ProductImage.objects.all())
        self.addresses.flush(PhotoAddress.objects.all())
        return len(self.photos.new), len(self.gone)

    def arrange(self, group: Group, product: Product) -> bool:
        """Match what is wanted with what is there; whether anything differed."""
        shelf = self.shelves.get(product.pk, Shelf())
        wanted = self.wanted(group)
        spare = {key: photo for key, photo in shelf.photos.items() if key not in wanted}
        touched = False
        for position, (key, values) in enumerate(wanted.items()):
            if "address" in values:
                touched |= self.put_address(product, shelf, key, {**values, "position": position})
            else:
                photo = shelf.photos.get(key) or same_picture(key[0], spare)
                photo = photo or ProductImage(product=product)
                touched |= self.photos.add(photo, {**values, "position": position})
        return self.remove(group, wanted, shelf, spare) or touched

    def put_address(self, product: Product, shelf: Shelf, key: Key, values: dict[str, Any]) -> bool:
        """An address, and the photo that was fetched from it, where they belong."""
        row = shelf.addresses.get(key) or PhotoAddress(product=product)
        if row.photo is not None:
            shown = {name: value for name, value in values.items() if name != "address"}
            self.photos.add(row.photo, shown)
        return self.addresses.add(row, values)

    def wanted(self, group: Group) -> dict[Key, dict[str, Any]]:
        """Every photo of the product that its rows name and that could be had, in their order."""
        rows = self.batch.rows(group)
        colors = {row.line: self.batch.variants[row.line].color for row in rows}
        alts = alts_of(rows)
        found: dict[Key, dict[str, Any]] = {}
        for name, shown in bindings(group, rows, colors).items():
            for binding in shown:
                match self.found[name]:
                    case Photo() as photo:
                        key = photo.fingerprint, binding
                        found.setdefault(key, columns(photo, binding, alts.get(name)))
                    case Address(url):
                        told = described(binding, alts.get(name))
                        found.setdefault((url, binding), {"address": url, **told})
        return found

    def remove(
        self, group: Group, wanted: dict[Key, Any], shelf: Shelf, spare: dict[Key, ProductImage]
    ) -> bool:
        """Let go of photos of these colours that are no longer named.

        Where a named picture could not be had, nothing goes: it may be the very one.
        """
        rows = self.batch.rows(group)
        if any(isinstance(self.found[n], PictureError) for row in rows for n in row.pictures):
            return False
        colors = {self.batch.variants[row.line].color for row in rows if row.images is not None}
        every = not group.of_many or any(row.variant_images is not None for row in rows)
        gone = [each.pk for each in spare.values() if every or each.color in colors]
        addresses = [
            each
            for key, each in shelf.addresses.items()
            if key not in wanted and (every or each.color in colors)
        ]
        self.gone += gone + [each.photo_id for each in addresses if each.photo_id]
        self.gone_addresses += [each.pk for each in addresses]
        return bool(gone or addresses)


def shelves(products: Any) -> dict[int, Shelf]:
    """What each of the products has. A photo from an address belongs to its address."""
    found: dict[int, Shelf] = {}
    pks = [product.pk for product in products]
    fetched = set()
    for row in PhotoAddress.objects.filter(product__in=pks).select_related("photo"):
        shelf = found.setdefault(row.product_id, Shelf())
        shelf.addresses[row.address, binding_of(row)] = row
        fetched.add(row.photo_id)
    for image in ProductImage.objects.filter(product__in=pks).exclude(pk__in=fetched - {None}):
        shelf = found.setdefault(image.product_id, Shelf())
        shelf.photos[image.fingerprint, binding_of(image)] = image
    return found


def binding_of(row: ProductImage | PhotoAddress) -> Binding:
    return Binding(row.color, row.option, row.option_value)


def alts_of(rows: list[Row]) -> dict[str, str]:
    """The alt text of each picture, as far as the file has one."""
    pairs = [pair for row in rows for pair in zip(row.images or [], row.alts, strict=False)]
    return dict(reversed(pairs))


def columns(photo: Photo, binding: Binding, alt: str | None) -> dict[str, Any]:
    """The columns of a photo; without an alt text in the file, the one in the catalogue stays."""
    return {
        "image": photo.name,
        "fingerprint": photo.fingerprint,
        "width": photo.width,
        "height": photo.height,
        **described(binding, alt),
    }


def described(binding: Binding, alt: str | None) -> dict[str, Any]:
    shown = {"color": binding.color, "option": binding.option, "option_value": binding.value}
    return shown if alt is None else {**shown, "alt": alt}


def same_picture(fingerprint: str, spare: dict[Key, ProductImage]) -> ProductImage | None:
    """The same picture under another colour: it is given the new one, and stays embedded."""
    key = next((key for key in spare if key[0] == fingerprint), None)
    return spare.pop(key) if key else None
