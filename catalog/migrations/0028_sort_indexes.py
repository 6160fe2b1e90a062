"""Indexes that a listing by newest or by popularity is read along, and of what is reduced."""

from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("catalog", "0027_number_keys")]
    operations = [
        migrations.AddIndex(
            "product",
            models.Index(
                Coalesce("published", "created").desc(), F("id").desc(), name="product_newest"
            ),
        ),
        migrations.AddIndex(
            "product",
            models.Index(
                F("popularity").desc(nulls_last=True), F("id").desc(), name="product_popularity"
            ),
        ),
        migrations.AddIndex(
            "variant",
            models.Index(
                fields=["product"],
                name="variant_reduced",
                condition=Q(price__lt=F("price_before")),
            ),
        ),
    ]
