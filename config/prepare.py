"""What has to be so before the shop can open; each step does nothing where it already is."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from catalog.models import Product
from search import encoders


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


def load_encoder() -> None:
    """Have the encoder ready: the first time, a process of its own exports it to ONNX."""
    if not any((settings.STATE_DIR / "encoders").glob("*/serving.json")):
        print("Preparing the encoder: about a minute, this once", flush=True)
    encoders.get_encoder()


def load_catalogue() -> None:
    """Give an empty shop the sample catalogue."""
    catalogue = settings.BASE_DIR / "sample_shop" / "catalogue.csv"
    if Product.objects.exists():
        return
    if not catalogue.exists():
        print("The catalogue is empty. Load yours: python manage.py import_catalog FILE")
        return
    print("Loading the sample catalogue", flush=True)
    photos = settings.BASE_DIR / "sample_shop" / "photos"
    call_command("import_catalog", str(catalogue), images=str(photos))
