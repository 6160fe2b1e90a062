"""An index of the few values that have names in other languages, which every vocabulary reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0030_import_attempts")]
    operations = [
        migrations.AddIndex(
            "attributevalue",
            models.Index(fields=["id"], name="value_named", condition=~models.Q(names={})),
        ),
    ]
