"""The rows that are written in a script without spaces get their bigrams, a thousand at a time.

Each lot is kept when it is done, so that nobody waits for a whole catalogue; after a stop it is
begun again.
"""

from importlib import import_module

from django.db import migrations

MAKE_ANEW = import_module("catalog.migrations.0045_bigrams").make_anew


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0045_bigrams")]
    operations = [migrations.RunPython(MAKE_ANEW, migrations.RunPython.noop)]
