"""How often a run was begun, so that one that kills its worker ends."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0029_turkish_full_text")]
    operations = [
        migrations.AddField(
            "importrun",
            "attempts",
            models.PositiveSmallIntegerField(default=0, db_default=0, editable=False),
        ),
    ]
