"""The addresses of the API, below /api/v1/."""

from django.urls import path, register_converter
from django.urls.converters import PathConverter
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from search.api.describing import DescribeEndpoint
from search.api.passages import PassagesEndpoint
from search.api.products import ProductEndpoint, SimilarEndpoint
from search.api.searching import SearchEndpoint
from search.api.suggesting import SuggestEndpoint
from search.api.writing import BatchEndpoint, VariantWriting


class AnyPath(PathConverter):
    """Like `path`, with line feeds: what is no SKU is said to be none."""

    regex = "(?s:.+)"


register_converter(AnyPath, "any")

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api-docs")),
    path("search/", SearchEndpoint.as_view(), name="api-search"),
    path("products/batch/", BatchEndpoint.as_view(), name="api-batch"),
    path(
        "products/<any:sku>/variants/<any:variant>/",
        VariantWriting.as_view(),
        name="api-variant",
    ),
    path("products/<any:sku>/similar/", SimilarEndpoint.as_view(), name="api-similar"),
    path("products/<any:sku>/", ProductEndpoint.as_view(), name="api-product"),
    path("passages/", PassagesEndpoint.as_view(), name="api-passages"),
    path("suggest/", SuggestEndpoint.as_view(), name="api-suggest"),
    path("describe/", DescribeEndpoint.as_view(), name="api-describe"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(
            url_name="api-schema", template_name="search/api_docs.html"
        ),
        name="api-docs",
    ),
]
