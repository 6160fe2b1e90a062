"""An index of prices, built without keeping anybody from writing."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0031_named_values")]
    operations = [
        AddIndexConcurrently(
            "variant", models.Index(fields=["price", "product"], name="variant_price")
        ),
    ]
