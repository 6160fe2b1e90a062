"""The addresses of the API, below /api/v1/."""

from django.urls import path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from search.api.describing import DescribeEndpoint
from search.api.passages import PassagesEndpoint
from search.api.products import ProductEndpoint, SimilarEndpoint
from search.api.searching import SearchEndpoint
from search.api.suggesting import SuggestEndpoint
from search.api.writing import BatchEndpoint, VariantWriting

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api-docs")),
    path("search/", SearchEndpoint.as_view(), name="api-search"),
    path("products/batch/", BatchEndpoint.as_view(), name="api-batch"),
    path(
        "products/<path:sku>/variants/<path:variant>/",
        VariantWriting.as_view(),
        name="api-variant",
    ),
    path("products/<path:sku>/similar/", SimilarEndpoint.as_view(), name="api-similar"),
    path("products/<path:sku>/", ProductEndpoint.as_view(), name="api-product"),
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
