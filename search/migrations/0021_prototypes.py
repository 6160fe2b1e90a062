"""What values of attributes look like is learned by a worker (search.indexing.prototypes)."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
import pgvector.django.halfvec
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0020_amounts_counted")]
    operations: Any = [
        migrations.CreateModel(
            name="Prototype",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=400)),
                ("step", pgvector.django.halfvec.HalfVectorField(editable=False, null=True)),
                ("probe", pgvector.django.halfvec.HalfVectorField(editable=False, null=True)),
                ("least", models.FloatField(null=True)),
                ("told", models.FloatField(default=0.5)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "encoder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="vitrine_search.encoderversion",
                    ),
                ),
            ],
            options={
                "db_table": "search_prototype",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["encoder", "token"], name="one_prototype_a_value"
                    )
                ],
            },
        ),
    ]
