"""A description of Saleor that is none of its editor's is taken as the text that it is."""

from __future__ import annotations

import pytest

from catalog.importing.formats.saleor import editor_text


@pytest.mark.parametrize(
    "text",
    [
        *("{", '{"blocks": 5}', '{"blocks": null}', '{"blocks": ["a"]}', '{"blocks": [[1]]}'),
        *('{"blocks": [{"type": "list", "data": [1]}]}', '{"blocks": ' + "[" * 100_000),
    ],
    ids=range(7),
)
def test_it_is_read_as_it_stands(text: str) -> None:
    assert editor_text([text]) == text
