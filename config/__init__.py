"""How Vitrine is put together: settings, entry points and the servers that it brings along."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
