"""The language in which a source is reported of, and the encoding of its files."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0034_parts_of_colors")]
    operations = [
        migrations.AddField(
            "source",
            "encoding",
            models.CharField(
                "encoding",
                max_length=20,
                blank=True,
                db_default="",
                choices=[
                    ("utf-8", "UTF-8"),
                    ("windows-1252", "Windows-1252"),
                    ("utf-16", "UTF-16"),
                ],
                help_text="Only where a report asks for it (--encoding).",
            ),
        ),
        migrations.AddField(
            "source",
            "language",
            models.CharField(max_length=10, blank=True, db_default="", editable=False),
        ),
        migrations.AlterField(
            "source",
            "decimal",
            models.CharField(
                "decimal sign",
                max_length=1,
                blank=True,
                db_default="",
                choices=[(".", "1.20"), (",", "1,20")],
                help_text="Only where prices such as 1,200 could be read in two ways (--decimal).",
            ),
        ),
    ]
