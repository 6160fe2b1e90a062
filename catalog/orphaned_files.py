"""Files of photos that no product has any more.

Pictures are stored by their content and may belong to many products, and rows go in many ways
(admin, import, a category's cascade, SQL). So files do not go with a row: once a day whatever no
row names is removed, originals and copies alike.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from catalog.models import ProductImage

FOLDERS = ("products", "renditions")  # in each, a folder for each two first signs of a fingerprint
SPARED_SECONDS = 86_400  # an import stores a picture before its row can be seen


def remove_leftovers() -> int:
    """Remove every file of yesterday and before that belongs to no photo; return how many."""
    yesterday = time.time() - SPARED_SECONDS
    return sum(removed(path, yesterday) for folder in folders() for path in unnamed(folder))


def folders() -> Iterator[Path]:
    for name in FOLDERS:
        yield from Path(settings.MEDIA_ROOT).glob(f"{name}/*/")


def unnamed(folder: Path) -> Iterator[Path]:
    """The files of one folder whose fingerprint is in no row."""
    found = {path: path.name.split(".")[0].split("-")[0] for path in folder.iterdir()}
    rows = ProductImage.objects.filter(fingerprint__in=set(found.values()))
    known = set(rows.values_list("fingerprint", flat=True))
    return (path for path, fingerprint in found.items() if fingerprint not in known)


def removed(path: Path, before: float) -> bool:
    """Whether the file was old enough and is gone now; an import may touch it at any moment."""
    try:
        if path.stat().st_mtime >= before:
            return False
        path.unlink()
    except FileNotFoundError:
        return False
    return True
