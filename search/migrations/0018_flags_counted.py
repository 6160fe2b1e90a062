"""What is said of products by a yes is counted as well: everything, once more."""

from typing import Any

from django.db import migrations

ALL = "INSERT INTO search_cataloguechange (part) SELECT DISTINCT id / 1000 FROM catalog_product"


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0017_audit")]
    operations: Any = [migrations.RunSQL(ALL, migrations.RunSQL.noop)]
