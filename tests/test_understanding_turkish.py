"""Turkish says with endings, and behind a word, what its neighbours say before it."""

import pytest

from catalog.folding import fold
from search.understanding import interpret
from search.understanding.lexicon.turkish_forms import forms
from search.understanding.words.inflection import base_form
from tests.understanding_shop import shop

SHOP = shop()


def keys(text: str) -> set[str]:
    return {entity.key for entity in interpret(text, SHOP).entities}


@pytest.mark.parametrize(
    ("noun", "some"),
    [
        ("lamba", "lambalar lambası lambaları lambayı lambaya lambasına"),
        ("gömlek", "gömlekler gömleği gömlekleri gömleğe"),
        ("top", "toplar topu topları topa"),
        ("saat", "saatler saati saatleri saate"),
        ("kol saat", "kol saati"),
        ("futbol top", "futbol topu"),
    ],
)
def test_a_noun_is_known_in_the_forms_that_are_typed(noun: str, some: str) -> None:
    wanted = {some} if " " in noun else set(some.split())
    assert wanted <= set(forms(noun))


@pytest.mark.parametrize(
    ("theirs", "noun"),
    [
        ("takımı", "takım"), ("takımları", "takım"), ("halısı", "halı"), ("kılıfları", "kılıf"),
        ("dolabı", "dolap"), ("terliği", "terlik"), ("battaniyesi", "battaniye"),
        ("havlusu", "havlular"), ("örtüsü", "örtü"),
    ],
)  # fmt: skip
def test_what_belongs_to_another_has_the_same_base(theirs: str, noun: str) -> None:
    assert base_form(fold(theirs), "tr") == base_form(fold(noun), "tr")


def test_a_short_word_is_no_other_with_an_ending() -> None:
    assert base_form("kapi", "tr") != base_form("kap", "tr")


@pytest.mark.parametrize("text", ["mavi kupalar", "mavi kupası", "MAVİ KUPAYI", "mavi kupaya"])
def test_every_form_is_the_same_thing(text: str) -> None:
    assert keys(text) == {"color:Blue", "category:kitchen/mugs"}


@pytest.mark.parametrize("text", ["KIRMIZI ŞEMSİYE", "kirmizi semsiye", "kırmızı şemsiye"])
def test_letters_that_a_keyboard_lacks_are_not_missed(text: str) -> None:
    assert keys(text) == {"color:Red", "category:play-outdoors/umbrellas"}


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("50 euro altında kupa", "price_max:50"),
        ("50 euronun altında kupa", "price_max:50"),
        ("50 TL'den ucuz kupa", "price_max:50"),
        ("900'den ucuz kupa", "price_max:900"),
        ("50'ye kadar kupa", "price_max:50"),
        ("en fazla 50 lira kupa", "price_max:50"),
        ("50 eurodan pahalı kupa", "price_min:50"),
        ("50 ve üzeri kupa", "price_min:50"),
    ],
)
def test_a_price_is_bounded_by_what_stands_behind_it(text: str, price: str) -> None:
    assert keys(text) == {price, "category:kitchen/mugs"}


def test_two_prices_are_a_span_by_what_stands_behind_them() -> None:
    spanned = {"price_min:20", "price_max:40", "category:kitchen/mugs"}
    assert keys("20 ile 40 arası kupa") == keys("20 ve 40 euro arasında kupa") == spanned


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("siyah olmayan çizme", "not:color:Black"),
        ("çizme, siyah hariç", "not:color:Black"),
        ("çizme ama siyah değil", "not:color:Black"),
        ("deri olmayan çizme", "not:material:Leather"),
        ("çizgisiz çizme", "not:striped"),
        ("karesiz çizme", "not:checked"),
    ],
)
def test_what_must_not_be_is_said_behind_it_or_by_an_ending(text: str, excluded: str) -> None:
    assert keys(text) == {excluded, "category:shoes/boots"}


def test_an_ending_behind_no_word_of_the_shop_excludes_nothing() -> None:
    assert keys("kablosuz kulaklık") == {"category:electronics/headphones"}


@pytest.mark.parametrize("text", ["42 numara spor ayakkabı", "spor ayakkabı 42 numara"])
def test_a_size_is_called_one_behind_its_number(text: str) -> None:
    assert keys(text) == {"size:42", "category:shoes/sneakers"}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("koşu için ayakkabı", "category:shoes"),
        ("kanepe için alçak sehpa", "category:furniture/tables"),
        ("dizüstü bilgisayar için çanta", "category:bags"),
    ],
)
def test_what_a_thing_is_for_stands_before_it(text: str, thing: str) -> None:
    assert keys(text) == {thing}


def test_of_whom_a_thing_is_for_something_is_made() -> None:
    assert keys("kızım için ceviz sandalye") == {
        "gender:Kids",
        "material:Walnut",
        "category:furniture/chairs",
    }


@pytest.mark.parametrize("text", ["anneme hediye", "çay içmek için bir şey", "koltuğun yanına"])
def test_everyday_words_are_no_gibberish(text: str) -> None:
    assert not interpret(text, SHOP).gibberish


@pytest.mark.parametrize("text", ["red top", "the den chair", "5'10 rug", "levi's jeans"])
def test_english_stays_english(text: str) -> None:
    assert interpret(text, SHOP).languages == ("en",)


def test_what_is_another_word_in_english_is_none_here() -> None:
    assert keys("büyük boy valiz") == {"category:bags/suitcases"}


def test_a_plural_is_looked_up_as_its_singular_and_no_other_ending_is_cut() -> None:
    assert [base_form(word, "tr") for word in ("cantalar", "cantalari", "canta", "koltuk")] == [
        "canta",
        "canta",
        "canta",
        "koltuk",
    ]
