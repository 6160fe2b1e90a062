"""Photos of products, stored under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.addresses import ETAG_LENGTH, web_address
from catalog.models.attribute import code_of, token_of
from catalog.models.product import Product
from catalog.models.variant import Variant
from catalog.pictures import inspect_picture, validate_picture

REASON_LENGTH = 300  # characters of a sentence that says why a picture could not be fetched


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
    """One photo of a product; a colour or another option ties it to the variants that have it."""

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
    option = models.CharField(
        _("option"),
        max_length=60,
        blank=True,
        db_default="",
        help_text=_("Another option that it shows, such as Material ..."),
    )
    option_value = models.CharField(
        _("its value"), max_length=120, blank=True, db_default="", help_text=_("... and Wool.")
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
                fields=["product", "fingerprint", "color", "option", "option_value"],
                name="photo_once_in_product",
            ),
        ]

    def __str__(self) -> str:
        return self.alt or str(_("photo"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.image and not self.image._committed:
            self.address(self.image)
        super().save(*args, **kwargs)

    def keep_picture(self) -> None:
        """Store a new picture before the row is saved. Raises OSError where that cannot be done."""
        if self.image and not self.image._committed:
            self.address(self.image)
        if self.image and not self.image._committed:  # another one than those that are there
            self.image.save(self.image.name, self.image.file, save=False)

    def shows(self, variant: Variant) -> bool:
        """Whether this is how the variant looks; a photo bound to nothing shows every one."""
        option = code_of(self.option)
        return self.color in ("", variant.color) and (
            not option or token_of(option, self.option_value) in variant.facts
        )

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


class PhotoAddress(models.Model):
    """A picture on the shop's own servers: a worker fetches it, if it can be fetched.

    `photo` is what came of it. What stands here of colour, option, alt text and position is given
    to the photo when it is fetched.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("to be fetched")
        FETCHED = "fetched", _("fetched")
        FAILED = "failed", _("could not be fetched")

    product = models.ForeignKey(
        Product, models.CASCADE, related_name="photo_addresses", verbose_name=_("product")
    )
    address = models.CharField(_("address"), max_length=2000, validators=[web_address])
    photo = models.ForeignKey(
        ProductImage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="addresses",
        verbose_name=_("photo"),
    )
    color = models.CharField(_("colour"), max_length=60, blank=True)
    option = models.CharField(_("option"), max_length=60, blank=True)
    option_value = models.CharField(_("its value"), max_length=120, blank=True)
    alt = models.CharField(_("alt text"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    state = models.CharField(
        _("state"),
        max_length=8,
        choices=State.choices,
        default=State.WAITING,
        help_text=_("A picture that could not be fetched is asked for again after a week."),
    )
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due = models.DateTimeField(_("next attempt"), default=timezone.now)
    etag = models.CharField(max_length=ETAG_LENGTH, blank=True)

    class Meta:
        verbose_name = _("picture by address")
        verbose_name_plural = _("pictures by address")
        ordering = ["product", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "address", "color", "option", "option_value"],
                name="photo_address_once_in_product",
            ),
        ]
        indexes = [
            models.Index(fields=["due"], name="photo_address_due"),
            models.Index(fields=["address"], name="photo_address_asked"),
            models.Index(
                fields=["-product", "position"],
                condition=models.Q(state="failed"),
                name="photo_address_failed",
            ),
        ]

    def __str__(self) -> str:
        return self.address
