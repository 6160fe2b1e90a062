"""Words that mean the same in this shop."""

from django.contrib import admin

from search.models import Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    list_display = ("words",)
    search_fields = ("words",)
