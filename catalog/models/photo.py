"""Photos of products, stored under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.product import Product
from catalog.pictures import inspect_picture, validate_picture


def image_path(image: ProductImage, filename: str) -> str:
    """Content-addressed: the same picture is stored once, and a stored picture never changes."""
    return picture_path(image.fingerprint, PurePosixPath(filename).suffix.lower())


def picture_path(fingerprint: str, suffix: str) -> str:
    return f"products/{fingerprint[:2]}/{fingerprint}{suffix}"


def is_stored(name: str) -> bool:
    """Whether the file is there; if it is, it counts as new, lest it be cleared away meanwhile."""
    try:
        os.utime(default_storage.path(name))
    except FileNotFoundError:
        return False
    return True


class ProductImage(models.Model):
    """One photo of a product; `color` ties it to the variants of that colour."""

    product = models.ForeignKey(
        Product, models.CASCADE, related_name="images", verbose_name=_("product")
    )
    image = models.ImageField(
        _("image"), upload_to=image_path, max_length=200, validators=[validate_picture]
    )
    # Pixels of the upright picture; Django's own dimension fields know nothing of EXIF.
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    color = models.CharField(
        _("colour"),
        max_length=60,
        blank=True,
        help_text=_("Empty: shows every colour of the product."),
    )
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    fingerprint = models.CharField(max_length=64, editable=False, db_index=True)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "fingerprint", "color"], name="photo_once_in_product"
            ),
        ]

    def __str__(self) -> str:
        return self.alt or str(_("photo"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.image and not self.image._committed:
            self.address(self.image)
        super().save(*args, **kwargs)

    def address(self, upload: Any) -> None:
        """Name a new picture by its content; one that is stored already is not stored twice."""
        upload.seek(0)
        facts = inspect_picture(upload)
        upload.seek(0)
        self.width, self.height = facts.width, facts.height
        self.fingerprint = hashlib.file_digest(upload.file, "sha256").hexdigest()
        upload.seek(0)
        upload.name = f"photo{facts.suffix}"
        name = picture_path(self.fingerprint, facts.suffix)
        if is_stored(name):
            self.image = name
