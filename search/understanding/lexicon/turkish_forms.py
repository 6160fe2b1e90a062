"""The forms of a Turkish noun that shoppers type, made from the one that a dictionary has.

Suffixes follow the last vowel (vowel harmony: "lambalar", "terlikler") and soften what they stand
behind ("gömlek", "gömleği"). Written down one by one, they would be nine times the lexicon.
Source: Göksel and Kerslake, Turkish: A Comprehensive Grammar (2005), chapters 2, 3 and 8.
"""

from __future__ import annotations

from search.understanding.lexicon.entry import rows

HARMONY = {  # last vowel -> the vowels of its suffixes: open as in the plural, closed as in "his"
    **dict.fromkeys("aı", ("a", "ı")),
    **dict.fromkeys("ou", ("a", "u")),
    **dict.fromkeys("ei", ("e", "i")),
    **dict.fromkeys("öü", ("e", "ü")),
}
CLOSED = {"a": "ı", "e": "i"}
FRONT = frozenset({"saat"})  # words that break the harmony: "saatler"
HARDENING = frozenset("fstkçşhp")
SOFTENED = {"k": "ğ", "p": "b", "ç": "c"}


def inflected(things: str) -> str:
    """Lines of "lamp: lamba" with all the forms of each word, those given first."""
    return "\n".join(
        f"{name}: {', '.join(dict.fromkeys([*words, *(f for word in words for f in forms(word))]))}"
        for name, words in rows(things).items()
    )


def forms(noun: str) -> list[str]:
    """A noun, its plural, what is somebody's, and the objects and aims of a verb.

    `forms("lamba")` has "lambalar", "lambası", "lambaları", "lambayı" and "lambaya", and of what is
    another's "lambasını" and "lambasına".
    """
    last = noun.split()[-1]
    vowels = [letter for letter in last if letter in HARMONY]
    if not vowels:
        return [noun]
    open_, closed = HARMONY["e" if last in FRONT else vowels[-1]]
    plural, theirs = f"{noun}l{open_}r", CLOSED[open_]
    if noun[-1] in HARMONY:
        his, object_, aim = f"{noun}s{closed}", f"{noun}y{closed}", f"{noun}y{open_}"
    else:
        soft = softened(noun, len(vowels))
        his = object_ = f"{soft}{closed}"
        aim = f"{soft}{open_}"
    cases = [f"{his}n{closed}", f"{his}n{open_}", f"{plural}{open_}"]
    return [noun, plural, his, f"{plural}{theirs}", object_, aim, *cases]


def with_places(noun: str) -> list[str]:
    """Also where something is, and where from: "evde", "evden"."""
    found = forms(noun)
    if len(found) == 1:
        return found
    open_ = found[1][-2]  # of the plural
    hard = "t" if noun[-1] in HARDENING else "d"
    return [*found, f"{noun}{hard}{open_}", f"{noun}{hard}{open_}n"]


def softened(noun: str, vowels: int) -> str:
    """Before a vowel; words of one syllable stay hard ("top", "topu")."""
    soft = SOFTENED.get(noun[-1]) if vowels > 1 else None
    return noun[:-1] + soft if soft else noun
