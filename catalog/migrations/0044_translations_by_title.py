"""Titles of one language by how they begin: a page's suggestions read those of no other."""

from django.db import migrations

INDEX = """
CREATE INDEX translation_language_title_key
    ON catalog_translation (language, catalog_sku_key(title) text_pattern_ops);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0043_pictures_not_fetched")]
    operations = [migrations.RunSQL(INDEX, "DROP INDEX translation_language_title_key;")]
