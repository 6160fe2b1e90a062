"""A phrase of titles that begins like a kind, and is sold elsewhere: "sac de couchage"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Part, Query
from search.understanding import Vocabulary
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SHOPS = {
    "fr": {
        "Sac à dos de randonnée": "Sacs à dos",
        "Sac à dos de ville en toile": "Sacs à dos",
        "Sac de couchage chaud": "Couchage",
        "Pull en laine": "Pulls",
    },
    "es": {
        "Bolsa de tela": "Bolsas de tela",
        "Bolsa de tela grande": "Bolsas de tela",
        "Bolsa de dormir azul": "Acampada",
        "Jersey de lana": "Jerséis",
        "Aceite de argán": "Aceites",
        "Aceite corporal almendras": "Aceites",
        "Aceite esencial menta": "Aromas",
        "Aceite esencial pino": "Aromas",
    },
    "ja": {
        "ナイトクリーム 50g": "スキンケア > クリーム",
        "アイクリーム 20g": "スキンケア > クリーム",
        "リップクリーム 無香料": "メイク > リップケア",
        "保湿乳液": "スキンケア > 乳液",
    },
    "it": {
        "Sedia da pranzo": "Sedie da pranzo",
        "Sedia da pranzo rossa": "Sedie da pranzo",
        "Sedia da ufficio nera": "Ufficio",
        "Maglia di lana": "Maglie",
    },
}


def kinds(language: str, text: str) -> set[str]:
    cast.titled(SHOPS[language])
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)
    return {each.value for each in found.entities if each.kind == "category"}


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("fr", "sac de couchage hiver", "sac de couchage"),
        ("ja", "リップクリーム", "リップクリーム"),
        ("ja", "無香料のリップクリーム", "リップクリーム"),
        ("ja", "アイクリーム", "スキンケア/クリーム"),
        ("es", "bolsa de dormir niño", "bolsa de dormir"),
        ("it", "sedia da ufficio comoda", "sedia da ufficio"),
        ("es", "aceite esencial", "aceite esencial"),
        ("es", "aceite esencial de pino", "aceite esencial"),
        ("es", "aceite corporal", "aceites"),  # its own titles say so
    ],
)
def test_the_phrase_is_the_kind(language: str, text: str, phrase: str) -> None:
    assert kinds(language, text) == {phrase}


@pytest.mark.parametrize(
    ("language", "text", "path"),
    [
        ("fr", "sac de randonnée", "sacs-à-dos"),  # of the kind itself
        ("fr", "sac de sport", "sacs-à-dos"),  # of no title
        ("fr", "sac en toile", "sacs-à-dos"),
        ("es", "bolsa de lana", "bolsas-de-tela"),
        ("it", "sedia da giardino", "sedie-da-pranzo"),
    ],
)
def test_what_no_other_titles_say_leaves_the_kind(language: str, text: str, path: str) -> None:
    assert path in kinds(language, text)
