"""Pictures by address in Django admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin.paging import LongListAdmin
from catalog.forms import RowForm
from catalog.models import PhotoAddress


@admin.register(PhotoAddress)
class PhotoAddressAdmin(LongListAdmin):
    """Pictures by address, above all those that could not be fetched."""

    form = RowForm
    list_display = ("address", "product", "state", "reason", "due")
    list_filter = ("state",)
    list_select_related = ("product",)
    readonly_fields = ("product", "photo")  # no lists to choose from of all that there are
    search_fields = ("address",)
    actions = ("fetch_again",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description=_("Fetch again"), permissions=["change"])
    def fetch_again(self, request: HttpRequest, rows: models.QuerySet[Any]) -> None:
        count = rows.update(due=timezone.now(), attempts=0)
        said = ngettext("%d picture is fetched again.", "%d pictures are fetched again.", count)
        self.message_user(request, said % count)
