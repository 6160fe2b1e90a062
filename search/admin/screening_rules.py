"""What a shop does not want to be listed."""

from __future__ import annotations

from django.contrib import admin

from catalog.admin.in_turn import InTurnAdmin
from search.models import ScreeningRule


@admin.register(ScreeningRule)
class ScreeningRuleAdmin(InTurnAdmin):
    list_display = ("name", "words", "shows", "active")
    search_fields = ("name", "words")
    autocomplete_fields = ("examples",)
