"""Products written by programs, checked and stored like the rows of a file that is imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response

from catalog import writing
from catalog.importing.report import CREATED, REJECTED, UNKNOWN
from catalog.models import Product, Source, Variant
from catalog.writing import Written
from search.admission.throttles import KeyThrottle
from search.api.body_rows import ROWS_MOST, VARIANTS, Row, product_rows, rows_in, variant_row
from search.api.endpoint import Endpoint, JsonParser
from search.api.keys import MayWrite
from search.api.parameters import check_names
from search.api.problems import Problem
from search.api.rows import PRODUCT, ROWS_AT_ONCE, VARIANT

Found = TypeVar("Found")


class WrittenSerializer(serializers.Serializer[Written]):
    """What became of one article."""

    sku = serializers.CharField(allow_blank=True)
    outcome = serializers.ChoiceField(
        ["created", "changed", "unchanged", "deleted", "unknown", "rejected"]
    )
    problems = serializers.ListField(
        child=serializers.CharField(), help_text="sentences, as an import says them"
    )


class AllWrittenSerializer(serializers.Serializer[Any]):
    results = WrittenSerializer(many=True, help_text="one for each row, in their order")
    counts = serializers.DictField(
        child=serializers.IntegerField(), help_text="how many rows had each outcome"
    )


class WritingEndpoint(Endpoint):
    """Needs a key that may write; a read of the same address does not."""

    def get_permissions(self) -> list[Any]:
        return super().get_permissions() if self.reads() else [MayWrite()]

    def get_throttles(self) -> list[Any]:
        return super().get_throttles() if self.reads() else [KeyThrottle()]

    def reads(self) -> bool:
        return self.request.method in SAFE_METHODS


class BatchParser(JsonParser):
    """A thousand rows with their descriptions are more than a question may be."""

    @property
    def limit(self) -> int:
        return int(settings.UPLOAD_BYTES)


class BatchEndpoint(WritingEndpoint):
    parser_classes = [BatchParser]

    @extend_schema(
        operation_id="write_products",
        request={"application/json": ROWS_AT_ONCE},
        responses=AllWrittenSerializer,
    )
    def post(self, request: Request) -> Response:
        """Up to 1,000 rows, each with what becomes of it. What a row lacks stays as it is; one with
        `"delete": true` is removed. The same batch again changes nothing."""
        check_names(request.query_params, [])
        check_names(request.data, ["products"])
        rows = rows_in(request.data, "products", ROWS_MOST)
        return answered(writing.write(rows, request.auth.source))


class ProductWriting(WritingEndpoint):
    """PUT, PATCH and DELETE of a product, by the SKU of any of its variants."""

    @extend_schema(
        operation_id="replace_product",
        request={"application/json": {**PRODUCT, "required": ["title"]}},
        responses={200: AllWrittenSerializer, 201: AllWrittenSerializer},
    )
    def put(self, request: Request, sku: str) -> Response:
        """The whole product: what is left out is emptied, `variants` that are left out go."""
        product = product_of(sku)
        rows = product_rows(request.data, sku, product)
        nameless = [] if any(row.get("title") for row in rows) else [_("title is empty")]
        known = variants_of(product)
        full = [writing.whole(row, product, known.get(row["sku"])) for row in rows]
        gone = removed(product, rows) if VARIANTS in request.data else []
        return together([*full, *gone], source_of(request, product), nameless)

    @extend_schema(
        operation_id="change_product",
        request={"application/json": PRODUCT},
        responses=AllWrittenSerializer,
    )
    def patch(self, request: Request, sku: str) -> Response:
        """What is to be changed of a product that there is, and nothing else."""
        product = there(product_of(sku), sku)
        rows = product_rows(request.data, sku, product)
        return together(rows, source_of(request, product))

    @extend_schema(operation_id="delete_product", request=None, responses={204: None})
    def delete(self, request: Request, sku: str) -> Response:
        """The product with all its variants. One that is not there is answered alike."""
        if product := product_of(sku):
            together(removed(product, []), source_of(request, product))
        return Response(status=204)


class VariantWriting(WritingEndpoint):
    """PUT, PATCH and DELETE of one variant of a product that there is."""

    @extend_schema(
        operation_id="replace_variant",
        request={"application/json": VARIANT},
        responses={200: AllWrittenSerializer, 201: AllWrittenSerializer},
    )
    def put(self, request: Request, sku: str, variant: str) -> Response:
        """The whole variant: what is left out is emptied. A new one is put last."""
        product = there(product_of(sku), sku)
        row = variant_row(request.data, variant, product)
        known = variants_of(product).get(variant)
        return together([writing.whole_variant(row, known)], source_of(request, product))

    @extend_schema(
        operation_id="change_variant",
        request={"application/json": VARIANT},
        responses=AllWrittenSerializer,
    )
    def patch(self, request: Request, sku: str, variant: str) -> Response:
        """What is to be changed of a variant that there is: its stock, its price."""
        product = there(product_of(sku), sku)
        there(variants_of(product).get(variant), variant)
        row = variant_row(request.data, variant, product)
        return together([row], source_of(request, product))

    @extend_schema(operation_id="delete_variant", request=None, responses={204: None})
    def delete(self, request: Request, sku: str, variant: str) -> Response:
        """One variant; with the last one the product goes as well."""
        product = product_of(sku)
        if product and variant in variants_of(product):
            together([{"sku": variant, "delete": True}], source_of(request, product))
        return Response(status=204)


def product_of(sku: str) -> Product | None:
    """The product, shown or hidden, that has that variant."""
    found = Variant.objects.filter(sku=sku).select_related("product") if "\0" not in sku else None
    first = found.first() if found is not None else None
    return first.product if first else None


def there(found: Found | None, sku: str) -> Found:
    if found is None:
        raise Http404(_("There is no product with the SKU “%(sku)s”.") % {"sku": sku[:100]})
    return found


def variants_of(product: Product | None) -> dict[str, Variant]:
    return {each.sku: each for each in product.variants.all()} if product else {}


def removed(product: Product | None, rows: Sequence[Row]) -> list[Row]:
    return writing.removal(product, [str(row.get("sku")) for row in rows]) if product else []


def source_of(request: Request, product: Product | None) -> Source | None:
    """For whom is written: the key's source; a key of all writes for whoever has the product."""
    own: Source | None = request.auth.source
    theirs = product.source if product else None
    if own and theirs and own != theirs:
        raise Problem(403, _("This product belongs to %(name)s, for which this key does not speak.")
                      % {"name": theirs})  # fmt: skip
    return own or theirs


def together(rows: Sequence[Row], source: Source | None, also: Sequence[str] = ()) -> Response:
    """Rows of one product, written all or none; `also` is wrong with them."""
    if wrong := [*writing.faults(rows, source), *also]:
        raise Problem(400, "; ".join(wrong) + ".")
    results = writing.write(rows, source)
    for each in results:
        if each.outcome in (REJECTED, UNKNOWN):
            raise Problem(400 if each.outcome == REJECTED else 404, " ".join(each.problems))
    return answered(results, any(each.outcome == CREATED for each in results))


def answered(results: Sequence[Written], created: bool = False) -> Response:
    counts = Counter(each.outcome for each in results)
    shown = AllWrittenSerializer({"results": results, "counts": counts})
    return Response(shown.data, status=201 if created else 200)
