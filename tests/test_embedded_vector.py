"""The Postgres that Vitrine brings along can search vectors."""

from pathlib import Path

from config.embedded import postgres


def test_the_embedded_postgres_has_pgvector_with_halfvec(own_state: Path) -> None:
    postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as link:
        link.execute("CREATE EXTENSION vector")
        row = link.execute("SELECT '[1,0]'::halfvec <=> '[0,1]'::halfvec").fetchone()
    assert row == (1.0,)
