"""What has to be so before the shop can open; each step does nothing where it already is."""

import hashlib
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class PrepareError(Exception):
    """A step failed; what it printed says why."""


def migrate() -> None:
    """Bring the tables up to date; a run with nothing to apply costs one look."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database", flush=True)
        call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Copy and compress styles and scripts, if any of them changed since the last time."""
    stamp = settings.STATE_DIR / "static.stamp"
    wanted = static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Preparing styles and scripts", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    """Return a digest of the names, sizes and times of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def export_encoder() -> None:
    """Have the encoder's ONNX export in its cache, made by a process that takes torch with it."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "export_encoder"]
    if subprocess.call(command, stdin=subprocess.DEVNULL):
        raise PrepareError(
            f"The encoder {settings.ENCODER} cannot be used. The lines above say why; ENCODER "
            "names another one."
        )


def load_catalogue() -> None:
    """Give an empty shop the sample catalogue."""
    from catalog.models import Product

    catalogue = settings.BASE_DIR / "sample_shop" / "catalogue.csv"
    if Product.objects.exists():
        return
    if not catalogue.exists():
        print("The catalogue is empty. Load yours: python manage.py import_catalog FILE")
        return
    print("Loading the sample catalogue", flush=True)
    photos = settings.BASE_DIR / "sample_shop" / "photos"
    call_command("import_catalog", str(catalogue), images=str(photos))
