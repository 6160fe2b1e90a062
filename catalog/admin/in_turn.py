"""Two who save or delete one row at the same moment do so one after the other."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import router, transaction
from django.http import HttpRequest


class ListAsSent(ChangeList):
    """Rows that are shown again because of an error stand as they were sent.

    By now others may be there, or in another order; Django would put the forms beside those.
    """

    _formset: Any = None

    @property
    def formset(self) -> Any:
        return self._formset

    @formset.setter
    def formset(self, formset: Any) -> None:
        self._formset = formset
        if formset is not None and formset.is_bound:
            self.result_list = [form.instance for form in formset.forms]


class InTurnAdmin(admin.ModelAdmin):
    """A form that is sent is compared with what its row holds once nobody else writes it.

    Compared before, both would find it as it was shown, and the later one undo the other.
    """

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        database = router.db_for_write(self.model)
        writes = request.method == "POST" and transaction.get_connection(database).in_atomic_block
        if found is None or not writes:
            return found
        self.wait_for([found.pk], database)
        return super().get_object(request, object_id, from_field)

    def get_inline_formsets(self, request: HttpRequest, formsets: Any, *parts: Any) -> Any:
        """Rows within a form that are shown again stand as they were sent, too."""
        shown = super().get_inline_formsets(request, formsets, *parts)
        for formset in (each.formset for each in shown if each.formset.is_bound):
            rows = [form.instance for form in formset.initial_forms]
            formset.get_queryset = partial(list, rows)  # what Django puts beside the forms
        return shown

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        return ListAsSent

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Rows that are changed in a list are held until they are saved, as a form's row is."""
        if request.method != "POST" or "_save" not in request.POST:
            return super().changelist_view(request, extra_context)
        with transaction.atomic(using=router.db_for_write(self.model)):
            return super().changelist_view(request, extra_context)

    def _get_list_editable_queryset(self, request: HttpRequest, prefix: str) -> Any:
        """The rows that Django compares the sent ones with; it has no public name for them."""
        rows = super()._get_list_editable_queryset(request, prefix)
        self.wait_for(rows.values("pk"), router.db_for_write(self.model))
        return rows

    def wait_for(self, keys: Any, database: str) -> None:
        """Hold these rows to the end of the transaction, in one order whoever asks."""
        rows = self.model._base_manager.using(database).filter(pk__in=keys).order_by("pk")
        list(rows.select_for_update(no_key=True).values_list("pk"))
