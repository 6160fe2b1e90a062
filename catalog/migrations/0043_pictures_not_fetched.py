"""Names for what a picture by address says of itself, and an index of those not fetched."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0042_attribute_without_a_unit")]

    operations = [
        migrations.AlterField(
            model_name="photoaddress",
            name="alt",
            field=models.CharField(blank=True, max_length=300, verbose_name="alt text"),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="color",
            field=models.CharField(blank=True, max_length=60, verbose_name="colour"),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="option",
            field=models.CharField(blank=True, max_length=60, verbose_name="option"),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="option_value",
            field=models.CharField(blank=True, max_length=120, verbose_name="its value"),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="addresses",
                to="catalog.productimage",
                verbose_name="photo",
            ),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="position",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="position"),
        ),
        migrations.AlterField(
            model_name="photoaddress",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "to be fetched"),
                    ("fetched", "fetched"),
                    ("failed", "could not be fetched"),
                ],
                default="waiting",
                help_text="A picture that could not be fetched is asked for again after a week.",
                max_length=8,
                verbose_name="state",
            ),
        ),
        migrations.AddIndex(
            model_name="photoaddress",
            index=models.Index(
                condition=models.Q(("state", "failed")),
                fields=["-product", "position"],
                name="photo_address_failed",
            ),
        ),
    ]
