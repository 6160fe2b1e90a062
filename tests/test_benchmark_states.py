"""A state of the benchmarks, hours of work, is made anew only where a migration does otherwise."""

from benchmarks.scratch import hash_of_code

MIGRATION = '''"""Adds a column."""

# Quick.
operations = [1]
'''


def test_better_words_are_no_reason() -> None:
    for other in (MIGRATION.replace("Adds", "It adds"), MIGRATION.replace("# Quick.\n", "")):
        assert hash_of_code(other) == hash_of_code(MIGRATION)


def test_another_operation_is_another_state() -> None:
    assert hash_of_code(MIGRATION.replace("[1]", "[2]")) != hash_of_code(MIGRATION)
    assert hash_of_code("x = 'a'") != hash_of_code("x = 'b'")
