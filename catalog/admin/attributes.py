"""The table of attributes in Django admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from catalog.admin.in_turn import InTurnAdmin
from catalog.admin.paging import LongListAdmin
from catalog.changed_only import ChangedOnlyForm
from catalog.forms import RowForm
from catalog.models import Attribute, AttributeValue


@admin.register(Attribute)
class AttributeAdmin(InTurnAdmin):
    """What can be said of products: found at import, set right here."""

    form = ChangedOnlyForm
    list_display = (
        *("name", "kind", "unit", "on_variant", "facet", "preference", "in_text", "position"),
    )
    list_editable = ("kind", "unit", "facet", "preference", "in_text", "position")
    list_filter = ("kind", "facet", "on_variant")
    search_fields = ("name", "code")
    fields = (
        *("name", "names", "code", "kind", "unit"),
        *("on_variant", "facet", "preference", "in_text", "position"),
    )
    readonly_fields = ("code",)
    list_per_page = 200

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": RowForm, **kwargs})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A built-in attribute stays."""
        return super().has_delete_permission(request, obj) and not (obj and obj.built_in)


@admin.register(AttributeValue)
class AttributeValueAdmin(LongListAdmin):
    """The values of attributes, for their names in other languages."""

    form = ChangedOnlyForm
    list_display = ("text", "attribute", "names")
    list_filter = ("attribute",)
    list_select_related = ("attribute",)
    search_fields = ("text",)
    fields = ("attribute", "text", "names")
    readonly_fields = ("attribute", "text")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
