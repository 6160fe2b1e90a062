"""A change of names alone is written as part -1, which an index finds, unlike NULL."""

from typing import Any

from django.db import migrations, models

NAMES = """
CREATE OR REPLACE FUNCTION search_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_cataloguechange (part) VALUES ({value});
    RETURN NULL;
END $$;
"""
DONE = "UPDATE search_cataloguechange SET part = -1 WHERE part IS NULL"


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0007_catalogue_triggers")]
    operations: Any = [
        migrations.RunSQL(NAMES.format(value="-1"), NAMES.format(value="NULL")),
        migrations.RunSQL(DONE, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="cataloguechange",
            name="part",
            field=models.BigIntegerField(db_index=True),
        ),
    ]
