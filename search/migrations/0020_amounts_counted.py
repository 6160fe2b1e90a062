"""What is said of products by a number is counted by category as well: everything, once more."""

from typing import Any

from django.db import migrations

ALL = "INSERT INTO search_cataloguechange (part) SELECT DISTINCT id / 1000 FROM catalog_product"


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0019_photos_of_judgements")]
    operations: Any = [migrations.RunSQL(ALL, migrations.RunSQL.noop)]
