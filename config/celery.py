"""The Celery application. The queue is a doorbell: the tables say what there is to do."""

import os
from typing import Any

from celery import Celery
from kombu.transport.redis import QoS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("vitrine")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


def leave_to_the_sweep(*args: Any, **options: Any) -> None:
    """Instead of kombu's restoring of a dead worker's messages.

    It takes a lock that is released by a Lua script, which our own Redis has renamed away, and a
    worker dies of that on its first look. Nothing is lost with a message: the sweep finds its work.
    """


QoS.restore_visible = leave_to_the_sweep  # type: ignore[method-assign]
