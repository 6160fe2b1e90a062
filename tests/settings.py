"""The real settings, with a state folder of their own and passwords that hash quickly."""

import os
import sys
from pathlib import Path

os.environ.setdefault("VITRINE_STATE", str(Path(__file__).resolve().parent.parent / "var" / "test"))
if "xdist" in sys.modules and (worker := os.environ.get("PYTEST_XDIST_WORKER")):
    # Of tests that run side by side; what a test starts has the folder that the test names.
    os.environ["VITRINE_STATE"] = str(Path(os.environ["VITRINE_STATE"], worker))

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "catalog.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SEARCH_LOG = False  # a thread of its own writes it: tests of the log switch it on
