"""The OpenAPI schema: valid, without warnings, and true."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from search.forms.search import SORTINGS, SearchForm


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return dict(SchemaGenerator().get_schema(public=True))


def test_the_schema_is_valid_and_leaves_nothing_open(tmp_path: Any) -> None:
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yml"))


def test_every_parameter_of_the_form_is_documented(schema: dict[str, Any]) -> None:
    documented = schema["paths"]["/api/v1/search/"]["get"]["parameters"]
    assert {parameter["name"] for parameter in documented} == set(SearchForm.base_fields)


def test_limits_come_from_the_form(schema: dict[str, Any]) -> None:
    parameters = schema["paths"]["/api/v1/search/"]["get"]["parameters"]
    by_name = {parameter["name"]: parameter["schema"] for parameter in parameters}
    assert by_name["page_size"] == {"type": "integer", "minimum": 1, "maximum": 100}
    assert by_name["sort"]["enum"] == [value for value, _name in SORTINGS]
    assert by_name["color"]["type"] == "array"


def test_every_operation_may_answer_with_a_problem(schema: dict[str, Any]) -> None:
    for path in schema["paths"].values():
        for operation in path.values():
            assert "application/problem+json" in operation["responses"]["default"]["content"]


def test_pages_are_explained(schema: dict[str, Any]) -> None:
    assert "cursor" in schema["paths"]["/api/v1/search/"]["get"]["description"]


def test_the_docs_page_keeps_to_the_content_security_policy(client: Client, db: None) -> None:
    page = client.get("/api/v1/docs/")
    html = page.content.decode()
    assert page.status_code == 200
    assert [bad for bad in ("<style", "<script>", "//cdn") if bad in html] == []
    script = client.get("/api/v1/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert "/api/v1/schema/" in script.content.decode()


def test_the_schema_introduces_search_keys_and_writing(schema: dict[str, Any]) -> None:
    introduction = schema["info"]["description"]
    assert [word for word in ("## Search", "## Keys", "## Write") if word not in introduction] == []


def test_what_is_written_needs_a_key_and_what_is_read_does_not(schema: dict[str, Any]) -> None:
    product = schema["paths"]["/api/v1/products/{sku}/"]
    assert product["put"]["security"] == [{"key": []}]
    assert {} in product["get"]["security"]
    assert schema["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
