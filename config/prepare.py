"""What has to be so before the shop opens; each step does nothing where it already is.

`python -m config.prepare FD` is a process of its own, so that the launcher stays small. It writes
"prepared" to the file descriptor once the programs can start, then shows how indexing comes along.
"""

import hashlib
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tqdm import tqdm

# Indexing that stands still this long is reported as waiting and holds the opening back no longer.
IDLE_SECONDS = 60


def main(descriptor: int) -> None:
    from search.encoders import EncoderError

    try:
        migrate()
        collect_static()
        load_encoder()
        load_catalogue()
    except (EncoderError, CommandError) as error:
        sys.exit(str(error))
    with os.fdopen(descriptor, "w") as launcher:
        launcher.write("prepared\n")
    wait_for_index()


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
    """Have the encoder ready: the first time, a process of its own exports it to ONNX.

    Meanwhile the word lists are made here, on another core.
    """
    from search.encoders import get_encoder
    from search.understanding import read_word_lists

    if not any((settings.STATE_DIR / "encoders").glob("*/serving.json")):
        print("Preparing the encoder: about a minute, this once", flush=True)
    with ThreadPoolExecutor(1) as beside:
        beside.submit(read_word_lists)
        get_encoder()


def load_catalogue() -> None:
    """Give an empty shop the sample catalogue."""
    from catalog.models import Product

    if Product.objects.exists():
        return
    catalogue = settings.BASE_DIR / "sample_shop" / "catalogue.csv"
    if not catalogue.exists():
        print("The catalogue is empty. Load yours: python manage.py import_catalog FILE")
        return
    print("Loading the sample catalogue", flush=True)
    photos = settings.BASE_DIR / "sample_shop" / "photos"
    call_command("import_catalog", str(catalogue), "--images", str(photos))


def wait_for_index() -> None:
    """Show how far the worker is, until it is done or stands still."""
    from search.indexing import coverage

    done, total = coverage()
    if done >= total:
        return
    moved = time.monotonic()
    pause = 0.5 if sys.stderr.isatty() else 10  # a log wants a line now and then, not a bar
    with tqdm(total=total, initial=done, desc="Indexing", unit=" rows", mininterval=pause) as bar:
        while done < total and time.monotonic() - moved < IDLE_SECONDS:
            time.sleep(0.5)
            before, (done, total) = done, coverage()
            bar.total = total
            bar.update(done - before)
            moved = time.monotonic() if done != before else moved
    if done < total:
        print(
            f"{total - done} rows are not indexed yet; the worker keeps at it. "
            "`python manage.py doctor` says more."
        )


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["VITRINE_ROLE"] = "command"
    django.setup()
    main(int(sys.argv[1]))
