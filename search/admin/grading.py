"""The page on which people grade what was found for a query: blind, with pictures, by keyboard."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from search.admin.numbers import number
from search.experiments import grading, pooling
from search.models import JudgedQuery, JudgementSet
from search.retrieval.presentation.card_products import card_products

GRADES = ((0, _("wrong")), (1, _("related")), (2, _("good")), (3, _("perfect")))


def may_grade(request: HttpRequest) -> bool:
    return bool(request.user.has_perm("vitrine_search.grade_judgementset"))


def grade(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows a query's pool, and keeps what is said of one of its products."""
    if not may_grade(request):
        raise PermissionDenied
    judgements = get_object_or_404(JudgementSet, pk=pk)
    if request.method == "POST":
        return kept(request, judgements)
    query = asked_for(request, judgements)
    if query is None:
        facts = {**admin.site.each_context(request), "judgements": judgements}
        return render(request, "admin/search/judgementset/graded.html", facts)
    return render(request, "admin/search/judgementset/grade.html", page(request, query))


def kept(request: HttpRequest, judgements: JudgementSet) -> HttpResponse:
    """`grade` is "product:grade", or "product:" to take it back."""
    query = get_object_or_404(judgements.queries, pk=number(request.POST.get("query")))
    product, _colon, said = request.POST.get("grade", "").partition(":")
    if not Product.objects.filter(pk=number(product)).exists():
        return HttpResponseBadRequest("There is no such product.")
    try:
        grading.grade(query, int(product), int(said) if said else None, request.user)
    except ValueError:
        return HttpResponseBadRequest("A grade is 0, 1, 2 or 3.")
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return HttpResponseRedirect(f"{request.path}?query={query.pk}#p{product}")


def asked_for(request: HttpRequest, judgements: JudgementSet) -> JudgedQuery | None:
    """The query that is named, the next after one, or the first that has anything to grade."""
    if named := number(request.GET.get("query")):
        return get_object_or_404(judgements.queries.light(), pk=named)
    return pooling.next_ungraded(judgements, number(request.GET.get("after")))


def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The copy of a query's photo that came with a file."""
    if not (may_grade(request) or request.user.has_perm("vitrine_search.view_judgedquery")):
        raise PermissionDenied
    kept = JudgedQuery.objects.filter(pk=pk, picture__isnull=False)
    found = get_object_or_404(kept.values_list("picture", flat=True))
    return HttpResponse(bytes(found), content_type="image/webp")


def page(request: HttpRequest, query: JudgedQuery) -> dict[str, Any]:
    ids = pooling.pool(query, seed=str(request.user.pk))
    products = card_products(ids, active=False)
    grades = grading.grades_of(query)
    shown = [products[pk] for pk in ids if pk in products]
    before = query.judgements.queries.light().filter(pk__lt=query.pk).order_by("-pk").first()
    return {
        **admin.site.each_context(request),
        "query": query,
        "judgements": query.judgements,
        "cards": [(product, grades.get(product.pk)) for product in shown],
        "graded": sum(product.pk in grades for product in shown),
        "grades": GRADES,
        "before": before,
        "title": str(query),
        "has_picture": JudgedQuery.objects.filter(pk=query.pk, picture__isnull=False).exists(),
        "address": reverse("admin:vitrine_search_judgementset_grade", args=[query.judgements_id]),
    }
