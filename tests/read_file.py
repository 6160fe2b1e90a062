"""Files of any format, written for a test and read into our columns, without a database."""

from __future__ import annotations

from pathlib import Path

from catalog.importing.errors import RowError
from catalog.importing.formats.format import Reading
from catalog.importing.readers import read


def written(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def rows(path: Path, **reading: object) -> list[dict[str, str]]:
    """What each row says, without the cells that are empty; no row may be wrong."""
    found = []
    for _line, cells in read(path, Reading(**reading)):  # type: ignore[arg-type]
        assert not isinstance(cells, RowError), cells
        found.append({name: cell for name, cell in cells.items() if cell})
    return found


def problems(path: Path, **reading: object) -> list[str]:
    """What is wrong with rows, in sentences that name no line."""
    found = read(path, Reading(**reading))  # type: ignore[arg-type]
    return [str(cells) for _line, cells in found if isinstance(cells, RowError)]
