"""An encoder says what share of a text it cannot read, and one that cannot tell reads it all."""

from __future__ import annotations

import pytest
from django.conf import settings
from tokenizers import Tokenizer, models, pre_tokenizers

from search.encoders import Encoder, get_encoder, unknown_share
from search.encoders.unreadable import share_of, unknown_token
from tests.stub_encoder import StubEncoder


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    return get_encoder(str(settings.BASE_DIR / "search" / "default_encoder"))


@pytest.mark.parametrize("text", ["red shoes", "SKU-4711/B 500 ml", "Größe 42", "", "   "])
def test_what_is_written_in_words_is_read(shipped: Encoder, text: str) -> None:
    assert unknown_share(shipped, [text])[0] == 0


@pytest.mark.parametrize("text", ["👟", "👟👟 🎽", "ᚠᚢᚦᚨᚱᚲ ᛟᛞ", "𓀀𓀁𓂀"])
def test_signs_that_no_tower_was_taught_are_not(shipped: Encoder, text: str) -> None:
    assert unknown_share(shipped, [text])[0] == 1


def test_shares_are_told_text_by_text(shipped: Encoder) -> None:
    shares = unknown_share(shipped, ["red shoes", "👟", "red 👟"])
    assert shares[0] < shares[2] < shares[1]


def test_no_texts_have_no_shares(shipped: Encoder) -> None:
    assert unknown_share(shipped, []).shape == (0,)


def test_an_encoder_that_cannot_tell_reads_everything() -> None:
    assert unknown_share(StubEncoder(), ["👟", "red"]).tolist() == [0, 0]


def test_a_tokenizer_of_unigrams_names_its_unknown_by_number() -> None:
    words = Tokenizer(models.Unigram([("<unk>", 0.0), ("▁red", -1.0), ("▁", -2.0)], unk_id=0))
    words.pre_tokenizer = pre_tokenizers.Metaspace()
    shares = share_of(words.encode_batch(["red", "red 👟", "👟"]), unknown_token(words))
    assert shares.tolist() == [0, 0.5, 1]


def test_a_tokenizer_of_bytes_knows_everything() -> None:
    assert unknown_token(Tokenizer(models.BPE())) is None
