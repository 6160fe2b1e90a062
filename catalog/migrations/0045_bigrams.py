"""Full text is made by `catalog_terms`: scripts without spaces between words in their bigrams.

The function that the generated columns and the index of titles call is given that name and a new
body, and `catalog_fold` is made anew beside it: no table is written, nor is an index built. What
is generated of such a script is made anew by 0046.
"""

from importlib import import_module
from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import catalog.fields

FOLD = import_module("catalog.migrations.0039_trademarks").FOLD
KEY = import_module("catalog.migrations.0026_sku_key_costs").CALLED  # which calls it by its number
TERMS = (
    "CREATE OR REPLACE FUNCTION catalog_terms(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLE"
    "L SAFE RETURN CASE WHEN octet_length($1) = char_length($1) THEN lower($1) WHEN $1 !~ '["
    "\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-"
    "\ufaff\uff00-\uffef\U0001f200-\U0001f2ff\U00020000-\U0003ffff]' THEN catalog_fold($1) ELSE"
    " regexp_replace(regexp_replace(regexp_replace(catalog_fold($1), '((?<![a-z0-9])[a-z](?=["
    "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]))?"
    "([\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
    "\u0e40-\u0e44\u0ec0-\u0ec4\u0e01-\u0e2f\u0e46\u0e50-\u0e5b\u0e81-\u0eaf\u0ebd\u0ec6\u0ed0-"
    "\u0edf\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u1061\u1065\u1066\u106e-\u1070\u1075-"
    "\u1081\u108e-\u109d\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
    "\u0eb0-\u0ebc\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e\u1056-\u1059\u1062-\u1064\u1067-"
    "\u106d\u1071-\u1074\u1082-\u108d\u17b4-\u17d1\u17d3\u1039\u17d2]+)', ' \\1 \\1\\2 ', 'g'),"
    " '((?<= )[a-z]|[\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    "\U00020000-\U0003ffff]|[\u0e40-\u0e44\u0ec0-\u0ec4]*[\u0e01-\u0e2f\u0e46\u0e50-\u0e5b"
    "\u0e81-\u0eaf\u0ebd\u0ec6\u0ed0-\u0edf\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u1061"
    "\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e-\u109d\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9]"
    "(?:[\u1039\u17d2].|[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ece\u102b-"
    "\u1038\u103a-\u103e\u1056-\u1059\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u17b4"
    "-\u17d1\u17d3])*)(?=[\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3"
    "\U00020000-\U0003ffff\u0e40-\u0e44\u0ec0-\u0ec4\u0e01-\u0e2f\u0e46\u0e50-\u0e5b\u0e81-"
    "\u0eaf\u0ebd\u0ec6\u0ed0-\u0edf\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u1061\u1065"
    "\u1066\u106e-\u1070\u1075-\u1081\u108e-\u109d\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9])', '"
    "\\1\u001f', 'g'), '\u001f([\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-"
    "\ud7a3\U00020000-\U0003ffff\u0e40-\u0e44\u0ec0-\u0ec4\u0e01-\u0e2f\u0e46\u0e50-\u0e5b"
    "\u0e81-\u0eaf\u0ebd\u0ec6\u0ed0-\u0edf\u1000-\u102a\u103f-\u1049\u1050-\u1055\u105a-\u1061"
    "\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e-\u109d\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9"
    "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e\u1056"
    "-\u1059\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u17b4-\u17d1\u17d3\u1039\u17d2"
    "]+)', '\\1 \\1', 'g') END"
)
# Whatever folds to such signs.
SCRIPT = (
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\uff00-\uffef\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)
DO = f"""
ALTER FUNCTION catalog_fold(text) RENAME TO catalog_terms;
{FOLD};
{TERMS};
{KEY}
"""
UNDO = f"""
ALTER FUNCTION catalog_fold(text) RENAME TO catalog_fold_of_key;
ALTER FUNCTION catalog_terms(text) RENAME TO catalog_fold;
{FOLD};
{KEY}
DROP FUNCTION catalog_fold_of_key(text);
"""
TABLES = {
    "catalog_product": "title || ' ' || keywords || ' ' || description",
    "catalog_translation": "title || ' ' || description",
}
READ = 1_000  # rows at once
WRITTEN_SO = """
SELECT max(id), array_agg(id) FILTER (
           WHERE octet_length(said) <> char_length(said) AND said ~ %s)
  FROM (SELECT id, {said} AS said FROM {table} WHERE id > %s ORDER BY id LIMIT {read}) lot"""


def make_anew(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """What is generated of the rows with such a script: no other row is written."""
    with editor.connection.cursor() as cursor:
        for table, said in TABLES.items():
            last = 0
            while last is not None:
                asked = WRITTEN_SO.format(said=said, table=table, read=READ)
                cursor.execute(asked, [SCRIPT, last])
                last, found = cursor.fetchone()
                if found:
                    cursor.execute(f"UPDATE {table} SET title = title WHERE id = ANY(%s)", [found])


def full_text(config: str, **weighted: str) -> models.GeneratedField:
    return models.GeneratedField(
        db_persist=True,
        expression=catalog.fields.FullText(config, **weighted),
        output_field=catalog.fields.FullText.output_field,
    )


class Migration(migrations.Migration):
    dependencies = [("catalog", "0044_translations_by_title")]
    operations = [
        migrations.RunPython(migrations.RunPython.noop, make_anew),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(DO, UNDO)],
            state_operations=[
                migrations.AlterField(
                    "product",
                    "words",
                    full_text("english", A="title", B="keywords", C="description"),
                ),
                migrations.AlterField(
                    "translation", "words", full_text("language", A="title", C="description")
                ),
            ],
        ),
    ]
