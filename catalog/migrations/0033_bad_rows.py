"""The rows of an import that are to be mended, as a file."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0032_variant_price")]
    operations = [
        migrations.AddField(
            "importrun",
            "bad_rows",
            models.FileField(
                "rows to be mended",
                upload_to="imports/",
                blank=True,
                db_default="",
                max_length=300,
            ),
        ),
    ]
