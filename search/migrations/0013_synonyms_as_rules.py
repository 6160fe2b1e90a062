"""Triggers number every change of the rules, whoever writes; synonyms become published rules."""

from typing import Any

from django.db import migrations

# The number is a time, so that it never comes again, not even where the row was lost meanwhile.
# Of synonyms the vocabulary is made, which every process reads again with the summary's version.
TRIGGERS = """
CREATE FUNCTION search_rules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moment bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
BEGIN
    INSERT INTO search_ruleversion AS known (id, number) VALUES (1, moment)
        ON CONFLICT (id) DO UPDATE SET number = greatest(known.number + 1, moment);
    IF 'synonym' IN (OLD.live->>'act', NEW.live->>'act') THEN
        UPDATE search_cataloguesummary SET version = version + 1;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_rule_written AFTER INSERT OR DELETE ON search_rule
FOR EACH ROW EXECUTE FUNCTION search_rules_changed();
CREATE TRIGGER search_rule_changed AFTER UPDATE ON search_rule FOR EACH ROW
WHEN (OLD.live IS DISTINCT FROM NEW.live) EXECUTE FUNCTION search_rules_changed();
"""
UNDO = """
DROP TRIGGER search_rule_written ON search_rule;
DROP TRIGGER search_rule_changed ON search_rule;
DROP FUNCTION search_rules_changed();
"""
CONTENT = """
    INSERT INTO search_rule (name, act, "when", words, filter, examples, products, targets, place,
                             strength, synonyms, also, text, address, priority, note, live)
    SELECT left(words, 100), 'synonym', 'always', '', '', '{}', '{}', '', 1, 2, words, '', '', '',
           0, '', jsonb_build_object(
               'name', left(words, 100), 'act', 'synonym', 'when', 'always', 'words', '',
               'category_id', NULL, 'filter', '', 'examples', '[]'::jsonb,
               'products', '[]'::jsonb, 'targets', '', 'place', 1, 'strength', 2,
               'synonyms', words, 'also', '', 'text', '', 'address', '', 'starts', NULL,
               'ends', NULL, 'priority', 0)
      FROM search_synonym ORDER BY id"""
BACK = """
    INSERT INTO search_synonym (words)
    SELECT left(live->>'synonyms', 300) FROM search_rule
     WHERE live->>'act' = 'synonym' AND live->>'also' = '' ORDER BY id"""


class Migration(migrations.Migration):
    dependencies: Any = [("vitrine_search", "0012_rules")]
    operations: Any = [
        migrations.RunSQL(TRIGGERS, UNDO),
        migrations.RunSQL(CONTENT, BACK),
        migrations.DeleteModel(name="Synonym"),
    ]
