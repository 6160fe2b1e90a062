"""The product page, and what a visitor sees when something went wrong."""

import sys

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from catalog.away import is_away
from catalog.models import Product
from catalog.structured_data import breadcrumbs, offer
from catalog.variant_selection import Choice


@require_safe
def product(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show one product; `?color=`, `?size=` and the codes of other options choose the variant."""
    item = get_object_or_404(Product.objects.active().for_page(), pk=pk)
    if slug != item.slug:
        return HttpResponsePermanentRedirect(item.get_absolute_url())
    choice = Choice(item, request.GET.dict())
    structured = [
        offer(item, request.build_absolute_uri),
        breadcrumbs(item, request.build_absolute_uri),
    ]
    return render(
        request,
        "catalog/product.html",
        {"product": item, "choice": choice, "structured": structured},
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Say 503 when the database is away (it comes back by itself) and 500 for our own mistakes."""
    status = 503 if is_away(sys.exc_info()[1]) else 500
    response = render(None, f"{status}.html", status=status)
    if status == 503:
        response["Retry-After"] = "10"
    return response
