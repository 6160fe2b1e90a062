"""A photo that came with a file of judgements is kept as a small copy."""

from typing import Any

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0018_flags_counted")]
    operations: Any = [
        migrations.AddField(
            model_name="judgedquery",
            name="picture",
            field=models.BinaryField(editable=False, null=True),
        ),
    ]
