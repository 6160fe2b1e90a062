"""The room for a state folder that is yet to be made is that of the disk it will lie on."""

from pathlib import Path

from catalog import disk


def test_a_folder_that_is_not_there_yet_lies_on_a_disk(tmp_path: Path) -> None:
    assert disk.usage(tmp_path / "shop" / "var").total == disk.usage(tmp_path).total
