"""The pictures that rows name: read, hashed, checked, and stored once under their content."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

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


class Photos:
    def __init__(self, source: Source, dry_run: bool) -> None:
        self.source, self.dry_run = source, dry_run

    def find(self, names: Iterable[str]) -> dict[str, Photo | PictureError]:
        """For each name the picture, or why it cannot be had.

        Every picture is read and hashed; only those that are new are read again, decoded and
        stored, so that never more than one is in memory.
        """
        hashed: dict[str, str | PictureError] = {}
        for name in names:
            try:
                hashed[name] = hashlib.sha256(self.source.read(name)).hexdigest()
            except PictureError as error:
                hashed[name] = error
        known = stored({value for value in hashed.values() if isinstance(value, str)})
        return {
            name: value
            if isinstance(value, PictureError)
            else known.get(value) or self.fetch(name, value)
            for name, value in hashed.items()
        }

    def fetch(self, name: str, fingerprint: str) -> Photo | PictureError:
        try:
            content = self.source.read(name)
            facts = inspect_picture(io.BytesIO(content))
        except PictureError as error:
            return PictureError(
                _("The picture %(name)s: %(reason)s") % {"name": name, "reason": error}
            )
        path = picture_path(fingerprint, facts.suffix)
        if not self.dry_run and not is_stored(path):
            default_storage.save(path, ContentFile(content))
        return Photo(path, fingerprint, facts.width, facts.height)


def stored(fingerprints: set[str]) -> dict[str, Photo]:
    """The pictures that the catalogue has already, and whose files are still there."""
    rows = ProductImage.objects.filter(fingerprint__in=fingerprints)
    photos = (Photo(*row) for row in rows.values_list("image", "fingerprint", "width", "height"))
    return {photo.fingerprint: photo for photo in photos if default_storage.exists(photo.name)}
