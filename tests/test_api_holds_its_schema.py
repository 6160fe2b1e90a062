"""Schemathesis asks what the schema allows, and what it does not, and looks at every answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from config.wsgi import application
from tests import cast
from tests.api_calls import key

CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
few = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def one_connection() -> Iterator[None]:
    """Requests use the connection of the test, and leave it open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def api(shop: cast.Shop, one_connection: None, settings: Any) -> Any:
    settings.REQUESTS_A_MINUTE = dict.fromkeys(settings.REQUESTS_A_MINUTE, 0)
    settings.ALLOWED_HOSTS = ["*"]
    return schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", application)


@pytest.fixture
def headers(db: None) -> dict[str, str]:
    return key(a_minute=0)


def test_every_answer_is_as_the_schema_says(api: Any, headers: dict[str, str]) -> None:
    for operation in (each.ok() for each in api.get_all_operations()):

        @few
        @given(case=operation.as_strategy())
        def asked(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=CHECKS)

        asked()
