"""`catalog_fold` leaves out the signs of trademarks: "Levi's™" is found as "levis".

In Unicode's compatibility form they are letters. Of the tables only the rows that have such a sign
are written anew: reading a million products takes three seconds.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("catalog.migrations.0020_fold_every_script").FOLD
FOLD = BEFORE.replace("normalize($1, NFKC)", "normalize(translate($1, '™℠', ''), NFKC)")
# Triggers and generated columns make what comes from a text anew where it is written. A token of a
# variant's option may be made so as well.
REMAKE = """
UPDATE catalog_variant SET color = color
 WHERE color ~ '[™℠]' OR size ~ '[™℠]' OR options::text ~ '[™℠]';
UPDATE catalog_product SET keywords = ''
 WHERE title ~ '[™℠]' OR description ~ '[™℠]' OR keywords ~ '[™℠]' OR attributes::text ~ '[™℠]';
UPDATE catalog_translation SET title = title WHERE title ~ '[™℠]' OR description ~ '[™℠]';
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0038_variant_orders")]
    operations = [migrations.RunSQL(FOLD + ";" + REMAKE, BEFORE + ";" + REMAKE)]
