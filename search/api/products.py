"""One product, and what is like it."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from catalog.models import Product
from search import retrieval
from search.api.documentation import parameters
from search.api.endpoint import Endpoint
from search.api.parameters import asked_of, check_names, checked
from search.api.serializers import HitSerializer, ProductSerializer
from search.api.writing import ProductWriting
from search.forms.search import LimitForm

SIMILAR = 12


class SimilarSerializer(serializers.Serializer[Any]):
    sku = serializers.CharField()
    results = HitSerializer(many=True)


class ProductEndpoint(ProductWriting):
    @extend_schema(operation_id="product", responses=ProductSerializer)
    def get(self, request: Request, sku: str) -> Response:
        """One product by the SKU of any of its variants."""
        check_names(request.query_params, [])
        product = product_of(sku)
        return Response(ProductSerializer(product, context={"request": request, "sku": sku}).data)


class SimilarEndpoint(Endpoint):
    @extend_schema(
        operation_id="similar",
        parameters=parameters(LimitForm),
        responses=SimilarSerializer,
    )
    def get(self, request: Request, sku: str) -> Response:
        """Products that look and read like this one, most similar first."""
        form = LimitForm(asked_of(request, LimitForm))
        checked(form)
        hits = retrieval.similar(product_of(sku), form.cleaned_data["limit"] or SIMILAR)
        shown = HitSerializer(hits, many=True, context={"request": request})
        return Response({"sku": sku, "results": shown.data})


def product_of(sku: str) -> Product:
    """The product with that variant; one without variants answers to its group."""
    products = Product.objects.active().for_page()
    if "\x00" not in sku:  # which Postgres cannot compare with
        found = products.filter(variants__sku=sku).first() or products.filter(group=sku).first()
        if found:
            return found
    raise Http404(_("There is no product with the SKU “%(sku)s”.") % {"sku": sku[:100]})
