"""Translations into Turkish stemmed as such: the column is generated anew (it reads the languages
in `catalog.fields`). One rewrite of the translations; none where there are no translations.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

import catalog.fields


class Migration(migrations.Migration):
    dependencies = [("catalog", "0028_sort_indexes")]
    operations = [
        migrations.RemoveIndex("translation", "translation_words"),
        migrations.RemoveField("translation", "words"),
        migrations.AddField(
            "translation",
            "words",
            models.GeneratedField(
                db_persist=True,
                expression=catalog.fields.TextSearch("language", A="title", C="description"),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            "translation",
            django.contrib.postgres.indexes.GinIndex(fields=["words"], name="translation_words"),
        ),
    ]
