"""Indexes of the dearest and of the most reduced, built without keeping anybody from writing."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Case, DecimalField, ExpressionWrapper, F, Q, When

ON_SALE = Q(price__lt=F("price_before"))
AMOUNT = DecimalField(max_digits=30, decimal_places=20)
KEPT = ExpressionWrapper(F("price") / F("price_before"), AMOUNT)
REDUCED_TO = Case(When(ON_SALE, then=KEPT), output_field=AMOUNT)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("catalog", "0037_mapping_of_a_trial")]
    operations = [
        AddIndexConcurrently(
            "variant", models.Index(-F("price"), F("product"), name="variant_dearest")
        ),
        AddIndexConcurrently(
            "variant",
            models.Index(REDUCED_TO, F("product"), name="variant_discount", condition=ON_SALE),
        ),
    ]
