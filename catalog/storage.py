"""Where photos and files to be imported are kept."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """A file is under its name once all of it is there.

    A photo is named by its content, and one that is there is not written again: the half of one
    that a full disk or a killed process had left was taken for the whole ever after.
    """

    def _save(self, name: str, content: Any) -> str:
        # No fingerprint begins so: what a killed process leaves is cleared away as nobody's.
        half = f"{Path(name).parent}/part-{secrets.token_hex(8)}"
        try:
            super()._save(half, content)
            while not self.is_named(half, name):
                name = self.get_available_name(name)
        finally:
            with suppress(OSError):
                Path(self.path(half)).unlink()
        return name

    def is_named(self, half: str, name: str) -> bool:
        """Give the file its name, unless another one has got it meanwhile."""
        try:
            os.link(self.path(half), self.path(name))
        except FileExistsError:
            return False
        except OSError:  # not every file system knows links
            os.replace(self.path(half), self.path(name))
        return True
