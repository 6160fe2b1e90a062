"""States from before `search` was labelled `vitrine_search`, as django-oscar has a `search`."""

from __future__ import annotations

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

BEFORE, NOW = "search", "vitrine_search"


def relabel(connection: BaseDatabaseWrapper) -> None:
    """Have the notes of what was migrated, and of which models there are, speak of the new label.

    The tables keep their names, so nothing else is to be done, and a second time nothing at all.
    """
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if "django_migrations" in tables:
            cursor.execute("UPDATE django_migrations SET app = %s WHERE app = %s", [NOW, BEFORE])
        if "django_content_type" in tables:
            cursor.execute(
                "UPDATE django_content_type SET app_label = %s WHERE app_label = %s", [NOW, BEFORE]
            )
