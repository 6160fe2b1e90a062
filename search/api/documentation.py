"""What the OpenAPI schema says of requests, read from the form that checks them."""

from __future__ import annotations

from typing import Any

from django import forms
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from search.api.introduction import INTRODUCTION
from search.forms.fields import PHOTO_ID_PATTERN, FlagField, PartsField, PhotoIdField, ValuesField
from search.forms.search import SearchForm

PAGING = """
Pages are read with a cursor: follow `next` until it is null. The list is frozen with the first
page, so the pages joined are the whole list without repeats; `total` and `facets` count that list.
A cursor belongs to its search: sent with other words or filters it is refused with 400.
"""


def schema_of(field: forms.Field) -> dict[str, Any]:
    """The JSON schema of a form field."""
    match field:
        case PartsField():
            return PARTS
        case PhotoIdField():
            return {"type": "string", "pattern": PHOTO_ID_PATTERN}
        case ValuesField():
            return {"type": "array", "items": {"type": "string"}}
        case FlagField():
            return {"type": "boolean"}
        case forms.ChoiceField():
            return {"type": "string", "enum": [value for value, _label in field.choices]}
        case forms.IntegerField() | forms.FloatField():  # DecimalField is an IntegerField
            return number(field)
        case forms.CharField():
            least = 1 if field.required else None
            return limited({"type": "string"}, minLength=least, maxLength=field.max_length)
    return {"type": "string"}


def number(field: forms.IntegerField) -> dict[str, Any]:
    whole = type(field) is forms.IntegerField
    kind = {"type": "integer" if whole else "number"}
    return limited(kind, minimum=field.min_value, maximum=field.max_value)


def limited(schema: dict[str, Any], **limits: float | None) -> dict[str, Any]:
    return schema | {name: limit for name, limit in limits.items() if limit is not None}


def described(field: forms.Field) -> dict[str, Any]:
    return schema_of(field) | {"description": str(field.help_text)}


def parameters(form: type[forms.Form]) -> list[OpenApiParameter]:
    """The form's fields as parameters of an address."""
    return [
        OpenApiParameter(
            name,
            OpenApiTypes.STR if isinstance(field, PartsField) else schema_of(field),
            description=str(field.help_text),
            explode=True if isinstance(field, ValuesField) else None,
        )
        for name, field in form.base_fields.items()
    ]


PARTS = {
    "type": "array",
    "maxItems": 10,
    "items": {
        "type": "object",
        "description": "Exactly one of text, photo_id and sku.",
        "properties": {
            "text": {"type": "string"},
            "photo_id": {"type": "string"},
            "sku": {"type": "string"},
            "weight": {
                "type": "number",
                "minimum": -10,
                "maximum": 10,
                "default": 1,
                "description": "Above 0: like this. Below 0: unlike this.",
            },
        },
        "additionalProperties": False,
    },
}
FIELDS = {name: described(field) for name, field in SearchForm.base_fields.items()}
BOX = {
    "type": "string",
    "description": "x,y,w,h: the part of the upright photo that counts, in shares from 0 to 1.",
    "example": "0.25,0.1,0.5,0.8",
}
PHOTO = {
    "type": "string",
    "format": "binary",
    "description": "JPEG, PNG, WebP, GIF, AVIF or HEIC, up to 12 MB and 50 megapixels; not stored.",
}
JSON_SEARCH = {"type": "object", "properties": FIELDS, "additionalProperties": False}
PHOTO_SEARCH = {**JSON_SEARCH, "properties": {**FIELDS, "photo": PHOTO, "box": BOX}}

PROBLEM = {
    "type": "object",
    "description": "RFC 9457",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence that says what to do."},
        "errors": {
            "type": "object",
            "description": "With 400: what is wrong with each parameter.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
    "required": ["type", "title", "status", "detail"],
}


def with_problems(result: dict[str, Any], **_generator: Any) -> dict[str, Any]:
    """Hook of drf-spectacular: an introduction; any operation may be a problem."""
    result["info"]["description"] = INTRODUCTION
    result["components"]["schemas"]["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in result["paths"].values():
        for operation in path.values():
            if "requestBody" in operation:
                operation["requestBody"]["required"] = True
            operation["responses"]["default"] = {"description": "A problem", "content": content}
    return result
