"""The products that are not shown are found without reading the others."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0048_imports_by_the_command")]
    operations = [
        AddIndexConcurrently(
            "product",
            models.Index(fields=["id"], condition=models.Q(active=False), name="product_inactive"),
        ),
    ]
