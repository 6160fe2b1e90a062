"""A source may be in older encodings than that of Western Europe. Changes no table."""

from django.db import migrations, models

NAMES = (
    *("UTF-8", "UTF-16", "Windows-1250", "Windows-1251", "Windows-1252", "Windows-1253"),
    *("Windows-1254", "Windows-1255", "Windows-1256", "Windows-1257"),
    *("Shift_JIS", "EUC-KR", "GB18030", "Big5"),
)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0039_trademarks")]
    operations = [
        migrations.AlterField(
            "source",
            "encoding",
            models.CharField(
                "encoding",
                max_length=20,
                blank=True,
                db_default="",
                choices=[(name.lower(), name) for name in NAMES],
                help_text="Only where a report asks for it.",
            ),
        ),
    ]
