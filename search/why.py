"""For staff: where one product stands in a search, and why it is, or is not, there."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.models import Product, Variant
from search import retrieval
from search.explanation import Standing
from search.forms.search import SearchForm
from search.query import Query

TYPED = 300  # characters of a number or title that are looked at


@require_safe
@staff_member_required
@permission_required("catalog.view_product", raise_exception=True)
def why(request: HttpRequest) -> HttpResponse:
    """The address is that of a search, with the product's number or title as `product`."""
    form = SearchForm(request.GET)
    typed = request.GET.get("product", "").strip()[:TYPED]
    context: dict[str, Any] = {"form": form, "asked": request.GET, "typed": typed, "staff": True}
    context["question"] = without_product(request.GET)
    if not form.is_valid():
        return render(request, "search/refused.html", context, status=400)
    if typed:
        context |= answered(form.query(), retrieval.product_called(typed))
    if context.get("gone"):
        return render(request, "search/refused.html", context | {"expired": True}, status=410)
    return render(request, "search/why.html", context)


def without_product(asked: QueryDict) -> str:
    """The address of the search itself."""
    question = asked.copy()
    question.pop("product", None)
    return question.urlencode()


def answered(query: Query, product: Product | None) -> dict[str, Any]:
    if product is None:
        said = _("There is no product with this number or title.")
        return {"stands": Standing(reason="unknown", sentence=said)}
    try:
        return {"stands": retrieval.standing(query, product), "product": product}
    except retrieval.ExpiredPhoto:
        return {"gone": True}
    except Variant.DoesNotExist:
        raise Http404 from None
