"""An export that a lost disk or a half restored backup has damaged is made anew."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings

from search.encoders import EncoderError, get_encoder, loading
from search.encoders.loading import export_here, load, load_kept
from search.encoders.onnx_encoder import LANGUAGES, OTHER_GRAPH, OTHER_TOKENIZER, file_sizes
from tests.small_encoders import small_clip

pytestmark = pytest.mark.slow

TEXTS = ["red shoes", "a blue vase"]


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_clip(tmp_path_factory.mktemp("damaged") / "clip")


@pytest.fixture(scope="module")
def exported(clip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    state = tmp_path_factory.mktemp("state")
    assert export_here(str(clip), state) == ""
    return state


@pytest.fixture
def state(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "state"))


@pytest.fixture
def exports(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were exported; in this process, which is quicker."""
    done: list[str] = []

    def export(source: str, state: Path) -> None:
        done.append(source)
        export_here(source, state)

    monkeypatch.setattr(loading, "_export_elsewhere", export)
    return done


def damage(path: Path, how: str) -> None:
    if how == "gone":
        path.unlink()
    else:
        content = path.read_bytes()
        path.write_bytes({"empty": b"", "half": content[: len(content) // 2]}[how])


@pytest.mark.parametrize("how", ["empty", "half", "gone"])
@pytest.mark.parametrize("file", ["text.onnx", "image.onnx", "tokenizer.json", "serving.json"])
def test_whatever_is_damaged_it_is_exported_anew_once(
    clip: Path, state: Path, exports: list[str], file: str, how: str
) -> None:
    whole = load(str(clip), state)
    [path] = state.glob(f"encoders/*/{file}")
    damage(path, how)

    mended = load(str(clip), state)
    assert exports == [str(clip)]
    cosines = np.sum(mended.encode_texts(TEXTS) * whole.encode_texts(TEXTS), axis=1)
    assert (cosines > 0.99).all()
    load(str(clip), state)
    assert exports == [str(clip)]


def test_of_one_whose_source_has_gone_on_there_is_none(clip: Path, state: Path) -> None:
    [path] = state.glob("encoders/*/text.onnx")
    assert load_kept(path.parent.name, state) is not None
    damage(path, "half")
    assert load_kept(path.parent.name, state) is None


def test_while_it_cannot_be_exported_it_is_a_sentence_and_tried_again(
    clip: Path, state: Path, exports: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(_source: str, _state: Path) -> None:
        raise EncoderError("There is no torch here.")

    damage(next(state.glob("encoders/*/image.onnx")), "half")
    with monkeypatch.context() as here:
        here.setattr(loading, "_export_elsewhere", impossible)
        for _start in range(2):
            with pytest.raises(EncoderError, match="no torch"):
                load(str(clip), state)
    assert load(str(clip), state).encode_texts(TEXTS).shape[0] == 2


def test_an_export_keeps_the_sizes_of_all_its_files(exported: Path) -> None:
    [path] = exported.glob("encoders/*/serving.json")
    kept = json.loads(path.read_text())["bytes"]
    assert kept == {path.name: path.stat().st_size for path in path.parent.glob("[!s]*")}
    assert {"text.onnx", "image.onnx", "tokenizer.json"} <= set(kept)


@pytest.fixture
def two_towers(tmp_path: Path) -> Path:
    """A copy of the export that hears other languages in a tower of its own."""
    served = get_encoder(str(settings.BASE_DIR / "search" / "default_encoder"))
    place = tmp_path / "state" / "encoders" / served.name
    shutil.copytree(settings.STATE_DIR / "encoders" / served.name, place, copy_function=os.link)
    kept = place / "serving.json"
    of = json.loads(kept.read_text()) | {"bytes": file_sizes(place)}
    kept.unlink()
    kept.write_text(json.dumps(of))
    return place


@pytest.mark.parametrize("how", ["empty", "half", "gone"])
@pytest.mark.parametrize("file", [OTHER_GRAPH, "multilingual.data", OTHER_TOKENIZER, LANGUAGES])
def test_a_tower_that_nobody_has_opened_yet_is_missed_at_once(
    two_towers: Path, file: str, how: str
) -> None:
    name, state = two_towers.name, two_towers.parent.parent
    assert load_kept(name, state) is not None
    content = (two_towers / file).read_bytes()
    (two_towers / file).unlink()  # a link to the file of all tests
    (two_towers / file).write_bytes(content)
    damage(two_towers / file, how)
    assert load_kept(name, state) is None
