"""Zips that are damaged anywhere are refused with a sentence, wherever one may be sent."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from catalog.importing.errors import FileError
from catalog.importing.files.unpacking import unpacked
from catalog.importing.sources import pictures_beside, source_of
from catalog.pictures import PictureError
from search.evaluation import JudgementError
from search.experiments import reading

IN_DIRECTORY, AT_END = b"PK\x01\x02", b"PK\x05\x06"


def packed(how: int = ZIP_DEFLATED, name: str = "ü.csv") -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", how) as archive:
        archive.writestr(name, b"sku,title\nA1,Apple\n" * 9)
    return made.getvalue()


def patched(content: bytes, mark: bytes, at: int, new: bytes) -> bytes:
    start = content.find(mark) + at
    return content[:start] + new + content[start + len(new) :]


DAMAGED = {
    "a name that is no UTF-8": packed().replace("ü".encode(), b"\xff\xfe"),
    "no name": patched(packed(name="a.csv"), IN_DIRECTORY, 28, b"\0"),
    "a version of the future": patched(packed(), IN_DIRECTORY, 6, b"\xff"),
    "a way of packing that nobody knows": patched(packed(), IN_DIRECTORY, 10, b"\x63"),
    "encrypted": patched(packed(), IN_DIRECTORY, 8, b"\x01"),
    "a place behind the end": patched(packed(), IN_DIRECTORY, 42, b"\xff\xff\xff\x7f"),
    "a place before the beginning": patched(packed(), AT_END, 12, b"\xff\xff\x00\x00"),
    "broken bytes of bzip2": patched(packed(ZIP_BZIP2), b"BZh", 4, b"\0" * 8),
    "broken bytes of lzma": patched(packed(ZIP_LZMA), b"PK\x03\x04", 45, b"\xff" * 8),
    "half": packed()[:40],
}  # fmt: skip
each_damage = pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)


@each_damage
def test_as_a_catalogue(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.zip"
    path.write_bytes(content)
    pictures_beside(path)
    with pytest.raises(FileError, match=r"shop\.zip"):
        unpacked(path, tmp_path)


@each_damage
def test_as_pictures(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pictures.zip"
    path.write_bytes(content)
    with pytest.raises((FileError, PictureError)):
        source_of(path).read("ü.csv")


@each_damage
def test_as_judgements(content: bytes) -> None:
    with pytest.raises(JudgementError, match="judged"):
        reading.unpacked(content.replace(b"csv", b"bin"), "judged.zip")


def test_judgements_that_are_more_than_they_state(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b" " * 100_000)
    monkeypatch.setattr(reading, "FILE_BYTES", 50_000)
    for content in (made.getvalue(), patched(made.getvalue(), IN_DIRECTORY, 24, b"\x09\0\0\0")):
        with pytest.raises(JudgementError, match=r"too large|damaged"):
            reading.unpacked(content, "judged.zip")


def test_a_long_name_in_a_zip_is_shortened(tmp_path: Path) -> None:
    (tmp_path / "shop.zip").write_bytes(packed(name="愛" * 400 + ".csv"))
    (found,) = unpacked(tmp_path / "shop.zip", tmp_path)
    assert found.suffix == ".csv"
    assert found.read_bytes().startswith(b"sku,title")
