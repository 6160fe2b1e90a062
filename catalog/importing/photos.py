"""The pictures that rows name: read, hashed, checked, and stored once under their content."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from catalog.addresses import file_name, is_on_the_web
from catalog.importing.sources import Source
from catalog.models import ProductImage, is_stored, picture_path
from catalog.pictures import PictureError, inspect_picture


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that lies in the storage (after a dry run: that would)."""

    name: str
    fingerprint: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Address:
    """A picture that lies on a server, and is fetched when the rows are in."""

    url: str


Found = Photo | Address | PictureError


class Photos:
    """Finds pictures; without a folder or zip only those on servers are to be had."""

    def __init__(self, source: Source | None, dry_run: bool) -> None:
        self.source, self.dry_run = source, dry_run

    def find(self, names: Iterable[str]) -> dict[str, Found]:
        """For each name the picture, or why it cannot be had.

        Every picture is read and hashed; only those that are new are read again, decoded and
        stored, so that never more than one is in memory. Of an address the last part is looked
        for first. Without a source, names that are no addresses are left out.
        """
        hashed: dict[str, str | Address | PictureError] = {}
        inside: dict[str, str] = {}
        for name in names:
            inside[name] = file_name(name) or "?" if is_on_the_web(name) else name
            if self.source is None and not is_on_the_web(name):
                continue
            hashed[name] = self.hash(name, inside[name])
        known = stored({value for value in hashed.values() if isinstance(value, str)})
        return {
            name: known.get(value) or self.store(inside[name], value)
            if isinstance(value, str)
            else value
            for name, value in hashed.items()
        }

    def hash(self, name: str, inside: str) -> str | Address | PictureError:
        try:
            if self.source is not None:
                return hashlib.sha256(self.source.read(inside)).hexdigest()
        except PictureError as error:
            if not is_on_the_web(name):
                return error
        return Address(name)

    def store(self, name: str, fingerprint: str) -> Photo | PictureError:
        assert self.source is not None
        try:
            content = self.source.read(name)
            return store(content, fingerprint, keep=not self.dry_run)
        except PictureError as error:
            return PictureError(
                _("The picture %(name)s: %(reason)s") % {"name": name, "reason": error}
            )


def store(content: bytes, fingerprint: str, keep: bool = True) -> Photo:
    """Check a picture and put it into the storage; PictureError where it is none."""
    facts = inspect_picture(io.BytesIO(content))
    path = picture_path(fingerprint, facts.suffix)
    if keep and not is_stored(path):
        default_storage.save(path, ContentFile(content))
    return Photo(path, fingerprint, facts.width, facts.height)


def stored(fingerprints: set[str]) -> dict[str, Photo]:
    """The pictures that the catalogue has already, and whose files are still there."""
    rows = ProductImage.objects.filter(fingerprint__in=fingerprints)
    photos = (Photo(*row) for row in rows.values_list("image", "fingerprint", "width", "height"))
    return {photo.fingerprint: photo for photo in photos if default_storage.exists(photo.name)}
