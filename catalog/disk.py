"""How much room there is for the shop's state. What fills it stops before the database does.

A Postgres whose disk is full refuses even reads on a new connection, so uploads and imports are
refused while there is still a reserve.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

RESERVE_BYTES = 1024**3
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
RESERVE_SHARE = 0.05  # of a disk that is so small that RESERVE_BYTES would be more


def is_low(folder: Path | None = None) -> bool:
    """Whether the reserve of the disk with `folder` (by default of the shop's state) is touched."""
    found = usage(folder)
    return found.free < min(RESERVE_BYTES, RESERVE_SHARE * found.total)


def usage(folder: Path | None = None) -> Any:
    """Of the disk on which the folder lies, or will once something is put into it."""
    place = Path(folder or settings.STATE_DIR).absolute()
    return shutil.disk_usage(next(each for each in (place, *place.parents) if each.exists()))


def complaint() -> str:
    """Says how little is left, and what to do."""
    said = _("The shop's disk is full except for %(free)s. Free some space on it, then try again.")
    return said % {"free": filesizeformat(usage().free)}


def is_closed() -> bool:
    """Whether nothing can be put into the folder of photos and imports, where there is one."""
    return os.path.exists(settings.MEDIA_ROOT) and not os.access(settings.MEDIA_ROOT, os.W_OK)


def is_unwritable(error: BaseException) -> bool:
    """Whether a file could not be written for want of room or of leave, as on a disk of its own."""
    return isinstance(error, OSError) and error.errno in UNWRITABLE


def unwritable(error: BaseException) -> str:
    """Says why, in the system's words, and what to do."""
    said = _("The shop cannot write its files: %(reason)s. Mend that, then try again.")
    return said % {"reason": error.strerror if isinstance(error, OSError) else error}
