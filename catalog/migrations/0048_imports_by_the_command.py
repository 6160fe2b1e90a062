"""Imports by the command are on record as well; they may be of no source."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0047_variant_of_product")]
    operations = [
        migrations.AddField(
            "importrun",
            "command",
            models.CharField(
                "file of the command", max_length=300, blank=True, db_default="", editable=False
            ),
        ),
        migrations.AlterField(
            "importrun",
            "source",
            models.ForeignKey(
                "catalog.source",
                models.CASCADE,
                related_name="runs",
                verbose_name="source",
                null=True,
                blank=True,
            ),
        ),
    ]
