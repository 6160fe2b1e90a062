"""The variants of a product are found with their prices, built without keeping anybody waiting."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0046_bigrams_of_rows")]
    operations = [
        AddIndexConcurrently(
            "variant", models.Index(fields=["product", "price"], name="variant_of_product")
        ),
        migrations.AlterField(
            "variant",
            "product",
            models.ForeignKey(
                "catalog.product",
                models.CASCADE,
                related_name="variants",
                verbose_name="product",
                db_index=False,
            ),
        ),
    ]
