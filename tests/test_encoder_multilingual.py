"""The multilingual tower says what its package says, read without the package's extensions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from search.encoders.configuration import MULTILINGUAL_PACKAGE, MULTILINGUAL_SHA256
from search.encoders.contract import EncoderError
from search.encoders.multilingual import load_multilingual, multilingual_tokenizer
from search.encoders.reader import Reader

PINNED = MULTILINGUAL_PACKAGE, MULTILINGUAL_SHA256
# What SentencePiece itself makes of them, with the model in the package.
PIECES = {
    "zapatos rojos talla 40": [1, 44821, 378, 26308, 9, 79068, 1462, 2],
    "チェックの赤いシャツ": [1, 6, 10139, 57422, 55767, 8656, 3462, 2],
    "красные туфли, 42 размер": [1, 24124, 2581, 19078, 98050, 7, 5969, 13331, 2],
    "รองเท้าสีแดง": [1, 6, 127693, 50369, 2],
    "": [1, 2],
}
# The same thing in fifteen languages.
SHOES = [
    "rote Schuhe",
    "zapatos rojos",
    "chaussures rouges",
    "scarpe rosse",
    "rode schoenen",
    "czerwone buty",
    "sapatos vermelhos",
    "kırmızı ayakkabı",
    "красные туфли",
    "赤い靴",
    "빨간 신발",
    "รองเท้าสีแดง",
    "红色的鞋子",
    "紅色的鞋子",
    "أحذية حمراء",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(multilingual_tokenizer(*PINNED), 128)


def encoded(reader: Reader, texts: list[str]) -> np.ndarray:
    ids, mask = map(torch.from_numpy, reader.feed(reader.read(texts)).values())
    return np.asarray(load_multilingual(*PINNED)(ids, mask).numpy())


@pytest.mark.parametrize("text", PIECES)
def test_texts_are_cut_as_sentencepiece_cuts_them(reader: Reader, text: str) -> None:
    assert reader.read([text])[0].ids == PIECES[text]


@pytest.mark.parametrize("text", SHOES)
def test_what_means_the_same_is_near_in_every_language(reader: Reader, text: str) -> None:
    found = encoded(reader, [text, "red shoes", "blue teapot", "wooden table", "green dress"])
    assert (found[0] @ found[1:].T).argmax() == 0


def test_a_text_alone_and_in_a_batch_is_the_same_vector(reader: Reader) -> None:
    texts = ["", "x", "zapatos rojos talla 40", "word " * 60]
    together = encoded(reader, texts)
    alone = np.concatenate([encoded(reader, [text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5


def test_other_weights_than_the_pinned_ones_are_refused() -> None:
    with pytest.raises(EncoderError, match="not the one this encoder was"):
        load_multilingual(MULTILINGUAL_PACKAGE, "0" * 64)


def test_a_missing_package_is_named() -> None:
    with pytest.raises(EncoderError, match="not_there"):
        load_multilingual("not_there", MULTILINGUAL_SHA256)
