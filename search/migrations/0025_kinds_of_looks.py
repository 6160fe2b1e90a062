"""What a value looks like is told of the kinds of things that it was learned of.

What was learned before is due at once, and tells nothing until then.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0024_bigrams_counted")]
    operations: Any = [
        migrations.AddField(
            "prototype", "kinds", ArrayField(models.BigIntegerField(), default=list)
        ),
        migrations.RunSQL(
            "UPDATE search_prototype SET made = 'epoch', least = NULL", migrations.RunSQL.noop
        ),
    ]
