"""How Vitrine is put together: settings, entry points and the servers that it brings along."""

import os

# A search multiplies small matrices. A second thread costs it more than it brings: they wait for
# each other (20 ms for 0.3 on a busy machine). To be said before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from config.celery import app as celery_app

__all__ = ["celery_app"]
