"""An export that a lost disk or a half restored backup has damaged is made anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from search.encoders import EncoderError, loading
from search.encoders.loading import export_here, load, load_kept
from tests.small_encoders import small_clip

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
