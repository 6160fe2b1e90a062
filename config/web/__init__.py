"""The web server's process: gunicorn's threads behind a front door of our own."""

from config.web.worker import ShopWorker

__all__ = ["ShopWorker"]
