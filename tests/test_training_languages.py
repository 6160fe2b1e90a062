"""An encoder is taught other languages, and what it says in English and of pictures stays."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from django.core.management import CommandError, call_command
from PIL import Image

from search.encoders.language_guess import BUCKETS
from search.encoders.torch_encoder import TorchEncoder
from search.training import add_languages, recipe
from search.training.add_languages import LanguageOrder
from search.training.assemble import Corpus
from search.training.carry import step_between
from search.training.dictionaries import from_dictionary
from search.training.image_store import PictureStore
from search.training.pairs import Pair, read_manifest
from search.training.recipe import Languages, Recipe
from search.training.run import Order, train
from tests.made_up_catalogue import COLOURS, make_classifier, make_manifest

pytestmark = pytest.mark.slow

RECIPE = Recipe(
    serve_side=32,
    head_epochs=20,
    head_batch=18,
    extra_captions=16,
    rival_captions=16,
    keep_start=False,
    trunk_epochs=0,
    upper_epochs=0,
    settle_epochs=0,
)
SMALL = Languages(steps=40, batch=64, words=200, phrases=40, warm_up=5)
GERMAN = ["rot", "grün", "blau", "gelb", "schwarz", "lila"]
ENTRIES = "\n".join(
    f"{german} /x/ <adj>\n{english}\n   see: {{{german}es}}"
    for german, english in [("Scheibe", "disc"), ("Quadrat", "square"), ("Balken", "bar, beam")]
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("languages")


@pytest.fixture(scope="module")
def pairs(place: Path) -> list[Pair]:
    return read_manifest(make_manifest(place / "data"))


@pytest.fixture(scope="module")
def english(place: Path, pairs: list[Pair]) -> TorchEncoder:
    corpus = Corpus(pairs, PictureStore([place / "data"]))
    start = make_classifier(place / "classifier")
    train(
        Order([corpus], start, place / "english", place / "work", RECIPE, False, threads=1),
        lambda progress: None,
    )
    return TorchEncoder(place / "english", "english")


@pytest.fixture(scope="module")
def dictionary(place: Path) -> Path:
    path = place / "freedict-deu-eng.dict.dz"
    path.write_bytes(gzip.compress(ENTRIES.encode()))
    return path


@pytest.fixture(scope="module")
def taught(place: Path, english: TorchEncoder, pairs: list[Pair], dictionary: Path) -> TorchEncoder:
    order = LanguageOrder(
        pairs, [dictionary], None, place / "english", place / "taught", place / "more", SMALL
    )
    with pytest.MonkeyPatch.context() as patch:
        weights = torch.zeros(BUCKETS)
        weights[0] = 2.0  # everything is heard as foreign
        patch.setattr(add_languages, "language_weights", lambda english, foreign: weights)
        add_languages.add_languages(order, lambda progress: None)
    return TorchEncoder(place / "taught", "taught")


def test_what_it_says_of_pictures_stays(english: TorchEncoder, taught: TorchEncoder) -> None:
    pictures = [Image.new("RGB", (40, 40), colour) for colour in COLOURS]
    assert np.array_equal(english.encode_images(pictures), taught.encode_images(pictures))


def test_what_it_says_in_english_stays(english: TorchEncoder, taught: TorchEncoder) -> None:
    texts = [f"{colour} disc" for colour in COLOURS]
    tokens = english.tokens(texts)
    assert torch.equal(english.text_features(**tokens), taught.text_features(**tokens))


def test_words_come_to_lie_at_their_english(english: TorchEncoder, taught: TorchEncoder) -> None:
    cosines = taught.encode_texts(GERMAN) @ english.encode_texts(COLOURS).T
    assert (cosines.argmax(1) == np.arange(len(COLOURS))).mean() >= 0.8


def command_line(place: Path, dictionary: Path, out: Path) -> list[str]:
    return [
        *("train_encoder", "--multilingual", "--threads", "1", "--dictionary", str(dictionary)),
        *("--manifest", str(place / "data" / "things.jsonl")),
        *("--start", str(place / "english"), "--out", str(out)),
    ]


@pytest.mark.usefixtures("pairs")
def test_the_command_line_makes_an_encoder_of_more_languages(
    place: Path,
    english: TorchEncoder,
    dictionary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(recipe, "Languages", lambda: replace(SMALL, steps=2))
    call_command(*command_line(place, dictionary, tmp_path / "made"))
    assert capsys.readouterr().out == f"The encoder is in {tmp_path / 'made'}.\n"
    made = TorchEncoder(tmp_path / "made", "made")
    assert made.encode_texts(["rot"]).shape == english.encode_texts(["red"]).shape
    assert "--multilingual" in (tmp_path / "made" / "README.md").read_text()


@pytest.mark.usefixtures("pairs", "english")
@pytest.mark.parametrize(
    ("content", "told"), [(None, "No such file"), (b"no gzip", "Not a gzipped file")]
)
def test_a_dictionary_that_cannot_be_read_is_told_by_the_command(
    place: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    dictionary = tmp_path / "freedict-deu-eng.dict.dz"
    if content is not None:
        dictionary.write_bytes(content)
    with pytest.raises(CommandError, match=told):
        call_command(*command_line(place, dictionary, tmp_path / "made"))


def test_a_classifier_cannot_be_taught(place: Path, pairs: list[Pair], english: object) -> None:
    order = LanguageOrder(
        pairs, [], None, place / "classifier", place / "x", place / "y", Languages()
    )
    with pytest.raises(ValueError, match="Only a trained encoder"):
        add_languages.add_languages(order, lambda progress: None)


def test_words_of_a_dictionary_are_those_that_captions_use(dictionary: Path) -> None:
    found = {(one.text, one.english) for one in from_dictionary(dictionary, {"disc", "beam"})}
    assert found == {("Scheibe", "disc"), ("Balken", "beam")}


def test_a_file_that_does_not_name_its_languages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not named like"):
        list(from_dictionary(tmp_path / "words.txt", set()))


def test_the_second_tower_follows_where_english_texts_move(
    place: Path, pairs: list[Pair], taught: TorchEncoder
) -> None:
    corpus = Corpus(pairs, PictureStore([place / "data"]))
    recipe = replace(RECIPE, head_epochs=0, settle_epochs=60)
    work = place / "work-moved"
    train(
        Order([corpus], place / "taught", place / "moved", work, recipe, False, threads=1),
        lambda progress: None,
    )
    moved = TorchEncoder(place / "moved", "moved")
    english = unit(moved.text_features(**moved.tokens(COLOURS)))
    stayed, followed = (unit(one.encode_texts(GERMAN)) for one in (taught, moved))
    assert (followed * english).sum(1).mean() > (stayed * english).sum(1).mean() + 0.01
    assert ((followed @ english.T).argmax(1) == np.arange(len(COLOURS))).mean() >= 0.8


def unit(vectors: np.ndarray | torch.Tensor) -> np.ndarray:
    rows = np.asarray(vectors)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_a_step_is_found_and_what_no_caption_says_stays() -> None:
    torch.manual_seed(0)
    turn = torch.linalg.qr(torch.randn(8, 8, dtype=torch.double)).Q
    was = torch.randn(400, 8, dtype=torch.double)
    assert torch.allclose(step_between(was, was @ turn.T), turn, atol=0.02)
    flat = was * torch.tensor([1.0] * 6 + [0.0] * 2, dtype=torch.double)
    kept = step_between(flat, flat)
    assert torch.allclose(kept, torch.eye(8, dtype=torch.double), atol=1e-9)
