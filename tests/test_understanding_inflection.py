"""One base form for the singular and the plural, where stemmers have two."""

from __future__ import annotations

import pytest

from search.understanding.words.inflection import base_form, irregular_forms


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("fiets", "fietsen"),
        ("omafiets", "omafietsen"),
        ("muts", "mutsen"),
        ("schaats", "schaatsen"),
        ("regenlaars", "regenlaarzen"),
        ("slot", "sloten"),
        ("hangslot", "hangsloten"),
        ("wijnvat", "wijnvaten"),
        ("lamp", "lampen"),
    ],
)
def test_a_dutch_noun_has_one(one: str, several: str) -> None:
    assert base_form(one, "nl") == base_form(several, "nl")


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        *(("fr", "biberon", "biberons"), ("fr", "doudou", "doudous"), ("fr", "tapis", "tapis")),
        *(("fr", "bureau", "bureaux"), ("fr", "noire", "noires"), ("fr", "lit", "lits")),
        *(("es", "lapiz", "lapices"), ("es", "collar", "collares"), ("es", "mueble", "muebles")),
        *(("es", "dulce", "dulces"), ("es", "roja", "rojas"), ("es", "altavoz", "altavoces")),
        *(("pt", "violao", "violoes"), ("pt", "pincel", "pinceis"), ("pt", "lencol", "lencois")),
        *(("pt", "scarpin", "scarpins"), ("pt", "jardim", "jardins"), ("pt", "batom", "batons")),
        *(("es", "teclado", "teclados"), ("pt", "vestido", "vestidos"), ("es", "rosada", "rosado")),
        *(("pl", "krem", "kremy"), ("pl", "tusz", "tusze"), ("pl", "farba", "farby")),
        *(("pl", "kapelusz", "kapelusze"), ("pl", "krem", "kremu"), ("pl", "widelec", "widelce")),
        *(("pl", "mlotek", "mlotki"), ("pl", "poduszka", "poduszek"), ("pl", "kask", "kaski")),
        *(("de", "sofa", "sofas"), ("de", "ecksofa", "ecksofas"), ("de", "rollo", "rollos")),
        *(("de", "laptop", "laptops"), ("de", "handy", "handys"), ("de", "glas", "glaser")),
        *(("de", "bikini", "bikinis"), ("de", "kabellos", "kabellose"), ("de", "preis", "preise")),
        *(("nl", "opblaasbaar", "opblaasbare"), ("nl", "draadloos", "draadloze")),
        *(("ru", "ботинок", "ботинки"), ("ru", "чашка", "чашек"), ("ru", "лампа", "лампы")),
    ],
)
def test_a_noun_and_its_plural_are_one(language: str, one: str, several: str) -> None:
    assert base_form(one, language) == base_form(several, language)


def test_what_is_no_plural_stays_apart() -> None:
    """ "Kast" is a cupboard, "kaarsen" are candles, "bloot" is bare and "sloot" a ditch."""
    assert len({base_form(word, "nl") for word in ("kast", "kaarsen", "slot", "sloot")}) == 4


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "teclado", "teclas"),
        ("es", "pescado", "pesca"),
        ("es", "calzado", "calzas"),
        ("pt", "calcado", "calcas"),
        ("pt", "gelado", "gelo"),
        ("pl", "niego", "niej"),
        ("es", "rosado", "rosas"),
    ],
)
def test_a_noun_is_no_form_of_a_verb(language: str, one: str, other: str) -> None:
    assert base_form(one, language) != base_form(other, language)


@pytest.mark.parametrize(
    ("word", "forms"),
    [("man", ["men", "mens"]), ("men", ["man", "mens"]), ("shelf", ["shelves"]), ("cup", [])],
)
def test_irregular_forms_are_told_by_a_table(word: str, forms: list[str]) -> None:
    assert irregular_forms(word) == forms
