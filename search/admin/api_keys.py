"""Keys of the API: made, shown once, revoked."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.admin.in_turn import InTurnAdmin
from search.models import ApiKey


@admin.register(ApiKey)
class ApiKeyAdmin(InTurnAdmin):
    """A key is told once, on the page behind its form; afterwards only its beginning is known."""

    list_display = ("name", "prefix", "scope", "source", "a_minute", "last_used", "state")
    list_select_related = ("source",)
    list_filter = ("scope",)
    search_fields = ("name", "prefix")
    fields = ("name", "scope", "source", "origins", "a_minute")
    told = ("prefix", "created", "last_used", "revoked")
    actions = ("revoke",)

    def get_fields(self, request: HttpRequest, obj: ApiKey | None = None) -> Any:
        return (*self.fields, *self.told) if obj else self.fields

    def get_readonly_fields(self, request: HttpRequest, obj: ApiKey | None = None) -> Any:
        """What a key may do is settled when it is made; another right is another key."""
        return (*self.told, "scope", "source") if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Revoked ones stay, so that it can be seen who could do what."""
        return False

    def save_model(self, request: Any, obj: ApiKey, form: Any, change: bool) -> None:
        if not change:
            request.secret = obj.renew()
        super().save_model(request, obj, form, change)

    def response_add(self, request: Any, obj: ApiKey, *args: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": obj.name,
            "secret": request.secret,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/search/apikey/made.html", context)

    @admin.action(description=_("Revoke the chosen keys"), permissions=["change"])
    def revoke(self, request: HttpRequest, chosen: QuerySet[ApiKey]) -> None:
        good = list(chosen.filter(revoked=None))
        chosen.filter(revoked=None).update(revoked=timezone.now())
        for key in good:
            self.log_change(request, key, "revoked")
        sentence = ngettext("%(count)d key is revoked.", "%(count)d keys are revoked.", len(good))
        self.message_user(request, sentence % {"count": len(good)}, messages.SUCCESS)

    @admin.display(description=_("state"))
    def state(self, key: ApiKey) -> str:
        return str(_("revoked")) if key.revoked else str(_("good"))
