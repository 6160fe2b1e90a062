"""The language of a shop is that of its titles, whatever its pages are set to."""

from __future__ import annotations

from collections import Counter

import pytest

from search.understanding.parser import interpret
from search.understanding.shop_words.catalogue_stats import CatalogueStats, Category
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.tokens import words_of
from search.understanding.words.written_language import written_language

TITLES = {
    "en": """Sea kayak with paddle, green touring kayak, paddle for beginners, waterproof bag for
        the kayak, life jacket with pockets, helmet for white water, warm gloves for winter
        days""",
    "fr": """Tondeuse à gazon électrique, tuyau d'arrosage avec pistolet, bêche en acier, sécateur
        pour rosiers, brouette de jardin verte, gants épais pour tailler, terreau pour tomates""",
    "nl": """Elektrische grasmaaier, tuinslang met pistool, stalen schop, snoeischaar voor rozen,
        groene kruiwagen, dikke handschoenen voor de tuin, potgrond voor tomaten, houten bank,
        stoelkussen met strepen, emmer zwart, gieter groot, rieten mand, zaden voor bloemen""",
    "it": """Tosaerba elettrico, tubo da giardino con pistola, vanga in acciaio, forbici per rose,
        carriola verde, guanti spessi per potare, terriccio per pomodori, vaso di terracotta,
        sedia pieghevole, tavolo rotondo, cesto di vimini, semi di fiori, stivali neri""",
    "pl": """Kosiarka elektryczna, czerwona łopata stalowa, zielona taczka ogrodowa, rękawice
        robocze, doniczka ceramiczna, krzesło drewniane, stół drewniany, lampa stojąca,
        poduszka biała, kubek ceramiczny, dywan szary, kurtka czarna, buty skórzane, czapka
        zimowa""",
    "ru": """Красная лопата, зелёная тачка, перчатки кожаные, стол деревянный, стул деревянный,
        лампа настольная, подушка белая, кружка керамическая, ковёр серый, куртка чёрная,
        ботинки кожаные, шапка зимняя, ваза стеклянная""",
    "ja": """赤いバッグ, 白い靴, 黒い帽子, 青いシャツ, 木製テーブル, ガラスの花瓶, 革の財布,
        陶器のマグカップ, 緑のソファ, 灰色のラグ, ウールのマフラー,
        長袖シャツ, 折りたたみ傘, 旅行用スーツケース""",
    "zh": """红色连衣裙, 白色运动鞋, 黑色帽子, 蓝色衬衫, 实木餐桌, 玻璃花瓶, 真皮钱包, 陶瓷马克杯,
        绿色沙发, 灰色地毯, 羊毛围巾, 折叠雨伞, 儿童羽绒服, 不锈钢水壶""",
    "ko": """빨간 가방, 하얀 운동화, 검은 모자, 파란 셔츠, 원목식탁, 유리 꽃병, 가죽지갑, 머그컵,
        초록 소파, 회색 러그, 울목도리, 접이식 우산, 아동 패딩, 여행용 캐리어""",
    "th": """เสื้อยืดสีขาว, รองเท้าผ้าใบสีแดง, กระเป๋าหนังสีดำ, กางเกงยีนส์ผู้ชาย, ชุดเดรสสีเขียว,
        โต๊ะไม้, เก้าอี้ไม้, โคมไฟตั้งโต๊ะ, แก้วเซรามิก, ร่มพับ, หมวกสีน้ำเงิน, ผ้าพันคอสีเทา,
        เข็มขัดหนัง, กระทะเหล็ก""",
}


def counted(titles: str) -> Counter[str]:
    return Counter(words_of(titles))


@pytest.mark.parametrize("language", TITLES)
def test_titles_tell_in_which_language_they_are(language: str) -> None:
    assert written_language(counted(TITLES[language]), "en") == language


def test_brands_and_words_of_both_languages_do_not_hide_the_shops_own() -> None:
    """Of a Dutch shop of music, whose brands and models are English words."""
    titles = """Fender gitaar met koffer, Gibson gitaar zwart, Marshall versterker klein, snaren,
        Pearl drumstel met bekkens, piano wit, Roland piano met kruk, hoes voor gitaar, Boss
        pedaal, viool met strijkstok, houten fluit, sopraan blokfluit, Shure microfoon, kabel,
        lessenaar, Martin, Jackson, Player, Special, Standard, Junior, Screamer, Bullet, Jazz"""
    assert written_language(counted(titles), "en") == "nl"


def test_names_of_brands_tell_no_language() -> None:
    """Of a Polish shop of cosmetics, of whose inflected words the dictionary has the fewest."""
    titles = """Golden Rose lakier czarny, Golden Rose pomadka czerwona, Hugo Boss woda, Bell tusz
        do rzęs matowy, Calvin Klein woda niebieska, Bell maska, Rimmel London krem do twarzy,
        Urban Decay szampon do włosów, Body Shop mydło w płynie z miodem, zielony krem do oczu,
        Pupa maska do twarzy sucha, Pupa tusz czerwony, zestaw z kubkiem ceramicznym"""
    brands = (
        "Golden Rose",
        "Hugo Boss",
        "Bell",
        "Calvin Klein",
        "Rimmel London",
        "Urban Decay",
        "Body Shop",
        "Max Factor",
        "Pupa",
    )

    assert written_language(counted(titles), "en") == "en"
    assert written_language(counted(titles), "en", brands) == "pl"


@pytest.mark.parametrize("words", ["", "Vase rouge", "Tarn Fenlow Skerry Dorrick Pell " * 6])
def test_few_words_and_names_leave_it_as_it_is_set(words: str) -> None:
    assert written_language(counted(words), "en") == "en"
    assert written_language(counted(words), "de") == "de"


def test_a_shop_of_two_languages_is_in_the_one_that_it_is_set_to() -> None:
    both = counted(TITLES["en"] + TITLES["fr"])
    assert written_language(both, "en") == "en"


def test_of_french_names_the_first_noun_is_the_thing() -> None:
    """Whatever the page speaks: what belongs to a spade is no spade."""
    words = counted(TITLES["fr"])
    shop = CatalogueStats(
        categories=(Category("Bêches", "beches"), Category("Manches de bêche", "manches-de-beche")),
        words=words,
        language=written_language(words, "en"),
    )
    [spade] = interpret("bêche en acier", Vocabulary(shop)).entities
    assert (spade.kind, spade.values) == ("category", ("beches",))


@pytest.mark.parametrize("text", ["fiets", "damesfiets", "rode fiets"])
def test_a_name_is_borne_out_by_what_titles_join_it_to(text: str) -> None:
    """In Dutch no title says "fiets" alone: of "stadsfiets" and "bakfiets" each is one."""
    titled = {f"{first}fiets": {"fietsen": 4} for first in ("stads", "bak", "race")}
    titled["fiets"] = {"banden": 3}  # "Band voor fiets"
    shop = CatalogueStats(
        categories=(Category("Fietsen", "fietsen"), Category("Banden", "banden")),
        words=dict.fromkeys(titled, 4),
        titled=titled,
        language="nl",
    )
    kinds = [each for each in interpret(text, Vocabulary(shop)).entities if each.kind == "category"]
    assert [each.values for each in kinds] == [("fietsen",)]
