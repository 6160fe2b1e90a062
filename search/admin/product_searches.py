"""Which searches find a product: its title and attributes as queries, and where it then stands."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.contrib import admin
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from catalog.models import Product
from search import retrieval
from search.explanation import Standing
from search.models import LoggedSearch
from search.query import Part, Query

QUERIES_ASKED = 8  # queries that are asked for one page
PATIENCE = 2.0  # seconds after which no further query is asked
SEES_LOG = "vitrine_search.view_loggedsearch"
RECENT = 5_000  # searches of shoppers among which those that showed the product are looked for


def queries_of(product: Product) -> list[str]:
    """What shoppers may type for it: its title, its kind, and its kind with one quality."""
    return list(dict.fromkeys(filter(None, candidates(product))))[:QUERIES_ASKED]


def candidates(product: Product) -> Iterator[str]:
    """One after the other, the likeliest first; "" where the product has none of that sort."""
    kind = product.category.name if product.category else ""
    brand = product.brand.name if product.brand else ""
    colors = [variant.color for variant in product.all_variants[:1]]
    yield product.title
    yield product.sku
    yield kind
    qualities = [*colors, product.material, brand]
    for quality in filter(None, qualities):
        yield f"{quality} {kind}".strip()


def standings(product: Product) -> Iterator[tuple[str, str, Standing | None]]:
    """Each query, the page of its reasons, and where the product stands in it.

    None stands for the places in queries that are left when `PATIENCE` is over.
    """
    until = time.monotonic() + PATIENCE
    for text in queries_of(product):
        about = urlencode({"q": text, "product": product.sku})
        in_time = time.monotonic() < until
        query = Query(parts=(Part(text=text),))
        yield text, about, retrieval.standing(query, product) if in_time else None


def logged(product: Product) -> list[tuple[str, str, int]]:
    """Words of shoppers whose results showed it lately, the page of its reasons, how often."""
    recent = LoggedSearch.objects.order_by("-id").values("pk")[:RECENT]
    showing = LoggedSearch.objects.filter(pk__in=recent, shown__contains=[product.pk])
    counted = showing.exclude(words="").order_by().values_list("words").annotate(n=Count("pk"))
    return [
        (words, urlencode({"q": words, "product": product.sku}), n)
        for words, n in counted.order_by("-n", "words")[:QUERIES_ASKED]
    ]


def searches(model_admin: admin.ModelAdmin, request: HttpRequest, object_id: str) -> HttpResponse:
    """The page. Raises what a search raises."""
    if not model_admin.has_view_permission(request):
        return redirect("admin:index")
    if not object_id.isdecimal():
        raise Http404
    product = get_object_or_404(Product.objects.defer("words"), pk=object_id)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Which searches find this?"),
        "subtitle": product.title,
        "opts": model_admin.opts,
        "original": product,
        "found": list(standings(product)),
        "logged": logged(product) if request.user.has_perm(SEES_LOG) else [],
        "number": product.sku,
    }
    return TemplateResponse(request, "admin/search/searches.html", context)
