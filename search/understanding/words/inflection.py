"""Singular and plural of one word, so that a category is found by either.

A full stemmer is too coarse for names: it makes one word of "dress" and "dressing", of "shorts" and
"short". English and Turkish therefore only lose their plural; other languages, whose plurals are
less regular, go through Snowball.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import Stemmer

# Snowball's names of languages; a language that it does not know keeps its words as they are.
ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
# Snowball's Turkish takes "canta", as "çanta" is folded, for "ca", and "koltuk" for "kol".
TURKISH_PLURAL = re.compile(r"(?<=\w{3})l[ae]ri?$")
# "Its": "nevresim takımı", "salon halısı". Short words stay: "kapı" (door) is no "kap" (cover).
TURKISH_ITS = (re.compile(r"(?<=\w\w[aeiou])s[iu]$"), re.compile(r"(?<=\w{4})(?<![aeiou])[iu]$"))
HARDENED = {"g": "k", "b": "p", "d": "t"}  # "dolabı" is of "dolap"
IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "knives": "knife",
    "leaves": "leaf",
    "men": "man",
    "mens": "man",
    "mice": "mouse",
    "scarves": "scarf",
    "shelves": "shelf",
    "women": "woman",
    "womens": "woman",
}
# Words in "s" that are no plurals, or that are another thing in the singular.
UNCHANGED_WORDS = """adidas atlas binoculars briefs canvas christmas flats gas glasses goods
    indoors jeans lens levis outdoors overalls pyjamas shorts swiss tights texas vans"""
UNCHANGED = frozenset(UNCHANGED_WORDS.split())

# Words that a stemmer takes for another: silver is no plate ("prata", "prato").
APART = {
    "pt": frozenset({"prata", "prateado", "prateada", "prateados", "prateadas"}),
    "pl": frozenset({"niego", "niej"}),  # him, her
}
# Nouns and what describes, which Snowball takes for forms of verbs: to it "teclado" (keyboard) and
# "tecla" (key), "calçado" (shoes) and "calças" (trousers) are one word.
PARTICIPLE = re.compile(r"(\w{2,}[ai]d)[oa]s?")
PARTICIPLES = frozenset({"es", "pt"})
# What is put otherwise before Snowball, which has two stems of a noun and its plural: "biberons"
# (French), "lápices", "collares" (Spanish), "violões", "pincéis" (Portuguese), "młotek" beside
# "młotki" (Polish), "ботинок" beside "ботинки" (Russian).
FIRST = {
    language: tuple((re.compile(rf"(?<=\w{{2}}){ending}$"), other) for ending, other in endings)
    for language, endings in {
        "fr": (("(?<=[^s])s", ""),),
        "es": (("(?<=[aeiou])ces", "z"), ("(?<=[rlndj])es", "")),
        # Taken for an ending, and with a long vowel: "opblaasbare" beside "opblaasbaar".
        "nl": (("bare", "baar"), ("loze", "loos")),
        "pt": (("[oa]es", "ao"), ("ois", "ol"), ("eis", "el"), ("ais", "al"), ("ns?", "m")),
        "pl": (
            ("(?<=[^i])ek", "k"),
            ("(?<=[^i])ec", "c"),
            ("sze", "sz"),  # taken for "more so": "tusze"
            ("em(?:y|u|em)", "em"),  # and for verbs: "kremy", "farby"
            ("by", "b"),
        ),
        "ru": (("[ое]к", "к"),),
    }.items()
}
# German plurals in -s, of which Snowball takes none behind a vowel: "Sofas", "Kameras", "Babys",
# "Laptops"; not what ends so by itself, and what has other forms: "Weinglas", "kabellos".
GERMAN_PLURAL = re.compile(
    r"(?!\w*(?:glas|gras|was|mais|eis|oos|(?<!rol)(?<!cel)(?<!po)(?<!si)los|luxurios|serios"
    r"|gips|lips|mops|raps|schnaps)$)(\w{2,}(?:[aioy]|[aio]p))s"
)
# Dutch nouns whose "s" is no plural, and which Snowball takes it from: "fiets", "muts", "laarzen".
DUTCH_IN_S = re.compile(r"(\w+t|\w+[aeou]{2}r)(?:s|[sz]en)")
# And those whose vowel is long in the plural alone, also at the end of a compound.
DUTCH_PLURALS = {"sloten": "slot", "vaten": "vat", "bladen": "blad"}


def turkish_form(word: str) -> str:
    """Without the endings of plurals and of what belongs to another: a "yastık kılıfı" is one."""
    word = TURKISH_ITS[0].sub("", TURKISH_PLURAL.sub("", word))
    if not TURKISH_ITS[1].search(word):
        return word
    stem = word[:-1]
    return stem[:-1] + HARDENED.get(stem[-1], stem[-1])


@lru_cache(maxsize=200_000)
def base_form(word: str, language: str = "en") -> str:
    """The form under which a folded word is looked up."""
    if language == "tr":
        return turkish_form(word)
    if word in APART.get(language, ()):
        return word
    if language == "nl" and (dutch := dutch_form(word)):
        return dutch
    if language in PARTICIPLES and (told := PARTICIPLE.fullmatch(word)):
        return told[1]
    if language == "de" and (told := GERMAN_PLURAL.fullmatch(word)):
        word = told[1]
    for ending, other in FIRST.get(language, ()):
        word = ending.sub(other, word)
    if language != "en":
        return str(stemmer(language).stemWord(word)) if language in ALGORITHMS else word
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ie") and len(word) > 4:  # "hoodie", as "hoodies" and "hoody"
        return word[:-2] + "y"
    if len(word) < 4 or not word.endswith("s") or word in UNCHANGED:
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def irregular_forms(word: str) -> list[str]:
    """The other forms of an English word that only a table tells: "men" and "mens" of "man"."""
    base = IRREGULAR.get(word, word)
    forms = (base, *(form for form, single in IRREGULAR.items() if single == base))
    return [form for form in forms if form != word]


def dutch_form(word: str) -> str:
    """What Snowball gets wrong; "" where it does not."""
    if match := DUTCH_IN_S.fullmatch(word):
        return f"{match[1]}s"
    plural = next((each for each in DUTCH_PLURALS if word.endswith(each)), "")
    return word.removesuffix(plural) + DUTCH_PLURALS[plural] if plural else ""


@cache
def stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(ALGORITHMS[language])
