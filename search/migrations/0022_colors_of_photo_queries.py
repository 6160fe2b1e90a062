"""The colours of a shopper's photo are kept beside its vector, for as long."""

from typing import Any

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0021_prototypes")]
    operations: Any = [
        migrations.AddField(
            model_name="photoquery",
            name="colors",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
