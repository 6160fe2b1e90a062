"""The words of a whole catalogue are read without temporary files, which a full disk refuses."""

from __future__ import annotations

import pytest
from django.db import OperationalError, transaction

from search import sql
from search.understanding.shop_words.catalogue_totals import LEXEMES, WORDS, gathered

MANY = 100_000
COUNTED = """
    INSERT INTO search_cataloguecount (kind, value, category, n)
    SELECT kind, 'w' || md5(n::text), 0, n %% 50 + 1
      FROM generate_series(1, %s) n, unnest(ARRAY['word', 'lexeme']) kind"""


@pytest.mark.django_db
def test_the_words_of_a_large_catalogue_are_gathered_on_a_full_disk() -> None:
    sql.write(COUNTED, [MANY])
    sql.write("ANALYZE search_cataloguecount")
    sql.write("SET LOCAL temp_file_limit = 0")
    for statement in (WORDS, LEXEMES):  # with the usual memory they would not be
        with pytest.raises(OperationalError, match="temp_file_limit"), transaction.atomic():
            sql.rows(statement, primary=True)

    found = gathered()

    assert len(found["words"]) == len(found["lexemes"]["lexeme"]) == MANY
