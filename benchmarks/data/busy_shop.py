"""What a shop that is worked on has gathered beside its catalogue, made by SQL within a minute.

A million searches of four weeks with their clicks, their sums of a day, two thousand judged queries
that six runs have asked, rules with their history, findings, imports, contests: as many of each as
the settings let there be, or as a busy shop has after some years.
"""

from __future__ import annotations

import json
from typing import Any

from benchmarks.data.unhurried import unhurried

SEARCHES = 1_000_000
DAYS = 28

LOG = """
    INSERT INTO search_loggedsearch (id, at, kind, words, chips, filters, page, total, shown,
                  clicks, language, milliseconds, degraded, by_api, corrected, before, session,
                  teams)
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000'
              || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
           at, CASE WHEN n %% 10 = 0 THEN 'photo' ELSE 'words' END,
           CASE WHEN n %% 10 = 0 THEN '' ELSE 'words ' || (n * 7919) %% 50000 END, '{}', '{}', 1,
           CASE WHEN n %% 7 = 0 THEN 0 ELSE 30 END,
           ARRAY(SELECT 1 + (n * 31 + k * 97) %% 100000 FROM generate_series(1, 24) k),
           n %% 3, 'en', n %% 1500, false, false,
           CASE WHEN n %% 11 = 0 THEN 'worlds' ELSE '' END,
           CASE WHEN n %% 13 = 0 THEN 'wrods' ELSE '' END, 's' || n %% 60000, ''
      FROM (SELECT n, now() - %(days)s * interval '1 day' * n / %(searches)s AS at
              FROM generate_series(1::bigint, %(searches)s) n) made"""
CLICKS = """
    INSERT INTO search_click (search_id, product_id, place, at)
    SELECT id, shown[1], 1, at FROM search_loggedsearch WHERE clicks > 0"""
SUMS = """
    INSERT INTO search_searchday (day, words, searches, sessions, without_result, without_click,
                                  refined, corrected, slow, degraded, photos, milliseconds, dropped)
    SELECT current_date - d, CASE WHEN w = 0 THEN '' ELSE 'words ' || w END,
           100 + w, 50, 5, 10, 3, 2, 1, 0, 4, 4000, 0
      FROM generate_series(1, 90) d, generate_series(0, 1000) w"""
RULES = """
    INSERT INTO search_rule (name, act, "when", words, filter, examples, products, targets, place,
                             strength, synonyms, also, text, address, priority, note, live)
    SELECT 'rule ' || n, 'pin', 'query', 'words ' || n, '', '{}', ARRAY[n], '', 1, 2, '', '', '',
           '', 0, '', NULL FROM generate_series(1, 2000) n"""
STATES = """
    INSERT INTO search_rulestate (rule_id, content, at, by)
    SELECT id, NULL, now(), 'somebody' FROM search_rule, generate_series(1, 60)"""
SETS = """
    INSERT INTO search_judgementset (name, note, made)
    SELECT 'set ' || n, '', now() FROM generate_series(1, 30) n"""
QUERIES = """
    INSERT INTO search_judgedquery (judgements_id, key, text, photo_name, language, kind, filters)
    SELECT s.id, 'key ' || n, 'words ' || n, '', 'en', 'kind ' || n %% 5, '{}'
      FROM (SELECT id FROM search_judgementset ORDER BY id LIMIT 3) s, generate_series(1, 2000) n"""
GRADES = """
    INSERT INTO search_judgement (query_id, product_id, grade, by, judged)
    SELECT q.id, p.id, q.id %% 4, 'people', now() FROM search_judgedquery q,
           LATERAL (SELECT id FROM catalog_product WHERE id > q.id ORDER BY id LIMIT 10) p"""
RUNS = """
    INSERT INTO search_evaluationrun (judgements_id, encoder_id, rules, by, encoder_name, values,
                                      state, error, done, total, summary, made, finished)
    SELECT s.id, (SELECT id FROM search_encoderversion LIMIT 1), true, 'people', 'encoder', '{}',
           'done', '', 2000, 2000, '{"all": {"nDCG@10":
           {"mean": 0.7, "low": 0.68, "high": 0.72, "queries": 2000}}}', now(), now()
      FROM search_judgementset s, generate_series(1, 6)"""
RANKINGS = """
    INSERT INTO search_ranking (run_id, query_id, products)
    SELECT r.id, q.id, ARRAY(SELECT q.id + (k + r.id) %% 40 FROM generate_series(1, 100) k)
      FROM search_evaluationrun r JOIN search_judgedquery q USING (judgements_id)"""
EXPERIMENTS = """
    INSERT INTO search_experiment (name, old_id, new_id, made)
    SELECT 'experiment ' || min(id), min(id), max(id), now()
      FROM search_evaluationrun GROUP BY judgements_id"""
VERSIONS = """
    INSERT INTO search_settingsversion (name, note, values, state, made, since)
    SELECT 'version ' || n, '', '{}', 'draft', now(), now() FROM generate_series(1, 200) n"""
CONTESTS = """
    INSERT INTO search_interleaving (name, first, second, share, state, started, ended, first_votes,
                                     second_votes, counted_to)
    SELECT 'contest ' || n, 0, n, 50, 'ended', now() - interval '20 days',
           now() - interval '10 days', 200, 210, current_date - 9 FROM generate_series(1, 100) n"""
FINDINGS = """
    INSERT INTO search_finding (kind, product_id, other_id, score, said, proposal, fingerprint,
                                state, found, decided)
    SELECT kind, p.id, p.next, random(), %(said)s::jsonb,
           jsonb_build_object('do', 'hide', 'value', p.id),
           kind || p.id, CASE WHEN n <= 2000 THEN 'open' ELSE 'rejected' END, now(),
           CASE WHEN n <= 2000 THEN NULL ELSE now() END
      FROM unnest(%(kinds)s::text[]) kind,
           (SELECT id, lead(id, 1, 1) OVER (ORDER BY id) AS next,
                   row_number() OVER (ORDER BY id) n FROM catalog_product
             ORDER BY id LIMIT 10000) p"""
AUDITS = """
    INSERT INTO search_auditrun (state, kinds, position, last, products, findings, note, started,
                                 seen, finished)
    SELECT 'done', %(kinds)s::text[], 1, 1, 100000, 2000, '', now(), now(), now()
      FROM generate_series(1, 500)"""
ALL = (
    *(LOG, CLICKS, SUMS, RULES, STATES, SETS, QUERIES, GRADES, RUNS, RANKINGS, EXPERIMENTS),
    *(VERSIONS, CONTESTS, FINDINGS, AUDITS),
)
# What any kind of finding may be said of.
SAID = {"says": "blue", "looks": "red", "field": "category", "reason": "title", "alt": "",
        "words": "leather", "rule": "a rule"}  # fmt: skip
MADE = "busy.txt"


def fill(searches: int = SEARCHES) -> None:
    """Add all of it to the shop that is open."""
    from django.db import transaction

    from search.models import Finding

    given: dict[str, Any] = {
        **{"searches": searches, "days": DAYS},
        **{"kinds": Finding.Kind.values, "said": json.dumps(SAID)},
    }
    with unhurried() as cursor:
        with transaction.atomic():
            for statement in ALL:
                cursor.execute(statement, given)
        cursor.execute("VACUUM ANALYZE")
