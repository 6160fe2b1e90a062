"""Smaller WebP copies of product photos, made when first asked for and kept on disk.

The address holds the fingerprint of the photo, so what it answers never changes: browsers and
proxies may keep it for ever.
"""

from __future__ import annotations

import io
import logging
import re
import uuid
from contextlib import suppress
from pathlib import Path
from typing import IO

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog import disk
from catalog.models import ProductImage
from catalog.pictures import PictureError, open_picture

WIDTHS = (200, 400, 800, 1600)
TALLEST = 4  # a picture more than this many times taller than wide is bound by its height
QUALITY = 82
FINGERPRINT = re.compile(r"[0-9a-f]{64}")  # SHA-256
A_YEAR = 31_536_000

logger = logging.getLogger(__name__)


@require_safe
def picture(request: HttpRequest, fingerprint: str, width: int) -> FileResponse:
    """`/pictures/<fingerprint>/<width>.webp`, for the widths in WIDTHS."""
    if width not in WIDTHS:
        raise Http404(_("Pictures are 200, 400, 800 or 1600 pixels wide."))
    if not FINGERPRINT.fullmatch(fingerprint):
        raise Http404(_("There is no such picture."))
    response = FileResponse(rendition(fingerprint, width), content_type="image/webp")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response


def rendition_path(fingerprint: str, width: int) -> Path:
    folder = Path(settings.MEDIA_ROOT) / "renditions"
    return folder / fingerprint[:2] / f"{fingerprint}-{width}.webp"


def rendition(fingerprint: str, width: int) -> IO[bytes]:
    """The copy that was kept, or a new one."""
    path = rendition_path(fingerprint, width)
    with suppress(FileNotFoundError):
        return path.open("rb")
    copy = make_rendition(fingerprint, width)
    if not disk.is_low(path):
        keep(copy, path)
    return io.BytesIO(copy)


def make_rendition(fingerprint: str, width: int) -> bytes:
    image = ProductImage.objects.filter(fingerprint=fingerprint).first()
    if image is None:
        raise Http404(_("There is no such picture."))
    try:
        with image.image.open() as file:
            copy = open_picture(file, near=width)
    except (PictureError, FileNotFoundError) as error:
        logger.warning("No rendition of %s: %s", image.image.name, error)
        raise Http404(_("This picture cannot be shown.")) from error
    copy.thumbnail((width, TALLEST * width))  # never larger than the photo itself
    written = io.BytesIO()
    copy.save(written, "WEBP", quality=QUALITY)
    return written.getvalue()


def keep(copy: bytes, path: Path) -> None:
    """Two requests at once both write it, and either one is whole; without room none is kept."""
    begun = path.with_suffix(f".{uuid.uuid4().hex}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        begun.write_bytes(copy)
        begun.chmod(0o644)
        begun.replace(path)
    except OSError as error:
        logger.warning("A rendition could not be kept: %s", error)
        with suppress(OSError):
            begun.unlink(missing_ok=True)
