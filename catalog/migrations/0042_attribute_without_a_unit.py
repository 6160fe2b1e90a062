"""An attribute that a program makes without a unit has none; nothing changes in the table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0041_silence_about_colors")]

    operations = [
        migrations.AlterField(
            model_name="attribute",
            name="unit",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Of numbers that come without one, such as GB.",
                max_length=10,
                verbose_name="unit",
            ),
        ),
    ]
