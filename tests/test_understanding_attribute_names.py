"""Attributes are understood in other languages: the common ones, and those the shop has named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from catalog.models import Attribute, AttributeValue
from catalog.models.attribute import token_of
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.shop_words.catalogue_summary import synonyms
from tests.shop_rules import rule
from tests.understanding_new_shops import fashion

FLAGS = dict.fromkeys(("Waterproof", "Machine washable", "Foldable"), ("yes",))
STATS = replace(fashion(), attributes={**fashion().attributes, **FLAGS})
SHOP = Vocabulary(STATS)


def attributes(text: str, shop: Vocabulary = SHOP) -> list[str]:
    return [each.value for each in interpret(text, shop).entities if each.kind == "attribute"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wasserdichte Jacke", "Waterproof:yes"),
        ("veste imperméable", "Waterproof:yes"),
        ("chaqueta impermeable", "Waterproof:yes"),
        ("water resistant jacket", "Waterproof:yes"),
        ("waterdichte jas", "Waterproof:yes"),
        ("waschbare Jacke", "Machine washable:yes"),
        ("faltbarer Rucksack", "Foldable:yes"),
        ("sac à dos pliable", "Foldable:yes"),
        ("mochila plegable", "Foldable:yes"),
        ("zaino pieghevole", "Foldable:yes"),
        ("bluse langarm", "Sleeve:Long Sleeves"),
    ],
)
def test_a_common_attribute_is_understood_in_other_languages(text: str, said: str) -> None:
    assert attributes(text) == [said]
    assert interpret(text, SHOP).unknown == ()


def test_what_says_only_yes_is_told_by_its_name() -> None:
    asked, unwanted = (
        next(each for each in interpret(text, SHOP).entities if "Waterproof:yes" in str(each))
        for text in ("waterproof jacket", "jacket not waterproof")
    )
    assert "yes" not in asked.names
    assert "Waterproof" in unwanted.label
    assert "yes" not in unwanted.names


@pytest.mark.django_db
def test_the_shops_own_names_in_other_languages_are_understood() -> None:
    named: dict[str, Any] = {"de": "strapazierfähig, robust", "fr": "solide"}
    Attribute.objects.create(name="Hard-wearing", names=named)
    Attribute.objects.create(name="Lining")
    AttributeValue.objects.create(
        attribute_id="lining",
        token=token_of("lining", "quilted"),
        text="quilted",
        names={"de": "gesteppt"},
    )
    said = {**STATS.attributes, "Hard-wearing": ("yes",), "Lining": ("quilted", "mesh")}
    shop = Vocabulary(replace(STATS, attributes=said).with_synonyms(synonyms()))
    assert attributes("strapazierfähige Jacke", shop) == ["Hard-wearing:yes"]
    assert attributes("solide sac à dos", shop) == ["Hard-wearing:yes"]
    assert attributes("jacke gesteppt", shop) == ["Lining:quilted"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("laptop with at least 16 GB memory", "RAM: at least 16 GB"),
        ("laptop 16 GB Arbeitsspeicher", "RAM: 16 GB"),
        ("laptop with at least 256 GB of storage", "Disk: at least 256 GB"),
    ],
)
def test_a_number_is_of_the_attribute_that_is_named_by_a_synonym(text: str, label: str) -> None:
    Attribute.objects.create(name="RAM", unit="GB", names={"de": "Arbeitsspeicher"})
    rule("synonym", synonyms="RAM, memory")
    rule("synonym", synonyms="disk, storage")
    said = {"RAM": ("8 GB", "16 GB", "256 GB"), "Disk": ("16 GB", "256 GB", "512 GB")}
    shop = Vocabulary(replace(STATS, attributes=said).with_synonyms(synonyms()))

    found = [each for each in interpret(text, shop).entities if each.kind == "attribute"]

    assert [each.label for each in found] == [label]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shirt with long sleeves", "sleeves:long"),
        ("short sleeves instead", "sleeves:short"),
        ("camisa de manga larga", "sleeves:long"),
        ("chemise à manches courtes", "sleeves:short"),
        ("Langarm Bluse", "sleeves:long"),
        ("jeans relaxed fit", "fit:relaxed"),
        ("fit relaxed", "fit:relaxed"),
        ("a long dress", None),
    ],
)
def test_a_value_that_says_little_is_understood_with_the_name_of_its_attribute(
    text: str, said: str | None
) -> None:
    named = {"sleeves": ("long", "short"), "fit": ("relaxed", "slim")}
    shop = Vocabulary(replace(fashion(), attributes=named))
    assert attributes(text, shop) == ([said] if said else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "sweater roll neck"),
        ("de", "Pullover mit Rollkragen"),
        ("fr", "pull en laine col roulé"),
        ("es", "jersey cuello alto"),
        ("it", "maglione dolcevita"),
        ("pt", "camisola gola alta"),
    ],
)
def test_a_neck_is_called_by_its_name_in_every_language(language: str, text: str) -> None:
    stats = CatalogueStats(
        categories=(Category("Sweaters", "sweaters"),),
        attributes={"neck": ("turtleneck", "V-neck", "collar")},
        words={"sweater": 9},
    )
    with translation.override(language):
        found = interpret(text, Vocabulary(stats)).entities
    assert "attribute:neck:turtleneck" in {each.key for each in found}
    assert "attribute:neck:collar" not in {each.key for each in found}
