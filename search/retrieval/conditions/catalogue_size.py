"""How many products the serving encoder has indexed: what the odds of chance are reckoned with."""

from __future__ import annotations

from django.conf import settings

from catalog.recent import recent
from search import sql
from search.models import EncoderVersion
from search.retrieval.conditions.passing import estimated_rows

KEPT_SECONDS = 30


def catalogue_size(version: EncoderVersion | None) -> int:
    """Exact where every row can be scored, estimated beyond; half a minute old at most."""
    return counted(version) if version else 0


@recent(KEPT_SECONDS)
def counted(version: EncoderVersion) -> int:
    most = max(settings.WHOLE_ROWS, 1_000) + 1
    indexed = f"FROM search_textembedding WHERE encoder_id = {version.pk:d} AND vector IS NOT NULL"
    [(rows,)] = sql.rows(f"SELECT count(*) FROM (SELECT 1 {indexed} LIMIT {most}) few")
    return (
        int(rows)
        if rows < most
        else max(estimated_rows(sql.Statement(f"SELECT 1 {indexed}")), most)
    )
