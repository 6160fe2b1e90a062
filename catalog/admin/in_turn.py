"""Two who save or delete one row at the same moment do so one after the other."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import router, transaction
from django.http import HttpRequest


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
        self.wait_for(found, database)
        return super().get_object(request, object_id, from_field)

    def wait_for(self, row: Any, database: str) -> None:
        rows = self.model._base_manager.using(database).filter(pk=row.pk)
        rows.select_for_update(no_key=True).values_list("pk").first()
