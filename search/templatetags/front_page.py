"""The numbers of admin's front page."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from search.admin.front_page import PRODUCTS, facts, failures

register = template.Library()


@register.inclusion_tag("admin/search/front_page.html", takes_context=True)
def is_all_well(context: Context) -> dict[str, Any]:
    user = context["request"].user
    return {
        "facts": facts(user),
        "failures": failures() if user.has_perm(PRODUCTS) else [],
        "may_retry": user.has_perm("catalog.change_product"),
        "csrf_token": context["csrf_token"],
    }
