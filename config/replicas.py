"""Reads of shoppers go to streaming replicas, where DATABASE_REPLICA_URLS names some."""

import random
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from config.admin_pages import is_for_admin

reading: ContextVar[str | None] = ContextVar("reading", default=None)

# Written a moment before they are read: a replica a millisecond behind would answer "not found".
ALWAYS_PRIMARY = {"photoquery", "encoderversion"}


# Views that are posted to because what is asked is a photo, or longer than an address.
ASKED_BY_POST = {"api-search", "api-passages", "api-describe", "passages"}
# Read by the systems that write them, with their key: these want to see what they have written.
WRITTEN = {"api-product", "api-variant", "api-batch"}


class ReplicaMiddleware:
    """Choose one replica for the whole of a shopper's request, so that its pages agree.

    Admin stays on the primary: who saves a product wants to see what they saved.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.replicas = [name for name in settings.DATABASES if name != "default"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = reading.set(None)
        try:
            return self.get_response(request)
        finally:
            reading.reset(token)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        if self.replicas and is_shoppers(request):
            reading.set(random.choice(self.replicas))


def is_shoppers(request: HttpRequest) -> bool:
    """Whether a request only reads, and for somebody who has not just written."""
    match = request.resolver_match
    if match is None or is_for_admin(request):
        return False
    if match.url_name in WRITTEN and "Authorization" in request.headers:
        return False
    return request.method in ("GET", "HEAD") or match.url_name in ASKED_BY_POST


class ReplicaRouter:
    """Django's database router: catalog and search read from the request's replica."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        if model._meta.app_label not in ("catalog", "vitrine_search"):
            return None
        if model._meta.model_name in ALWAYS_PRIMARY:
            return None
        return reading.get()

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return "default"

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "default"
