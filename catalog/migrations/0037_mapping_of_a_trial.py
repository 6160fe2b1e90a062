"""A trial shows how its columns are read; help texts name no options of a command."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0036_colors_by_hyphens")]
    operations = [
        migrations.AddField(
            "importrun",
            "mapping",
            models.TextField("how its columns are read", blank=True, db_default=""),
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
                help_text="Only where prices such as 1,200 could be read in two ways.",
            ),
        ),
        migrations.AlterField(
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
                help_text="Only where a report asks for it.",
            ),
        ),
        migrations.AlterField(
            "source",
            "mapping",
            models.TextField(
                "mapping",
                blank=True,
                db_default="",
                help_text="Of columns that are not recognised; a trial shows one to be edited.",
            ),
        ),
    ]
