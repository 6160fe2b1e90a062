"""The products that are not shown are found without reading the others."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0047_variant_of_product")]
    operations = [
        AddIndexConcurrently(
            "product",
            models.Index(fields=["id"], condition=models.Q(active=False), name="product_inactive"),
        ),
    ]
