"""Shoppers' words are taught with the words of the shop."""

from __future__ import annotations

from search.training.captions import caption_table
from search.training.pairs import Pair
from search.training.thesaurus import ALSO_CALLED, Thesaurus, plain
from tests.test_training_pairs import one_hot


def texts_of(*fields: dict[str, str]) -> set[str]:
    pairs = [Pair("shop", str(n), "train", each) for n, each in enumerate(fields)]
    return set(caption_table(pairs, one_hot).texts)


def test_a_kind_is_also_captioned_as_shoppers_call_it() -> None:
    assert {"couch", "Red couch", "crimson Sofas"} <= texts_of({"kind": "Sofas", "colour": "Red"})


def test_a_word_that_the_shop_uses_is_not_lent_to_another_kind() -> None:
    hats = texts_of({"kind": "Caps"})
    both = texts_of({"kind": "Caps"}, {"kind": "Hats"})
    assert "hat" in hats
    assert "hat" not in both


def test_a_finer_colour_of_the_shop_is_not_lent_to_the_coarser_one() -> None:
    assert "scarlet" in Thesaurus().colours("red")
    assert "scarlet" not in Thesaurus({"Scarlet"}).colours("red")


def test_every_kind_is_listed_as_it_is_looked_up() -> None:
    kinds = [line.split(": ")[0] for line in ALSO_CALLED.strip().splitlines()]
    assert [kind for kind in kinds if plain(kind) != kind] == []
