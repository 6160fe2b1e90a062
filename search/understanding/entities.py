"""What was found in a query, as the entities of its interpretation."""

from __future__ import annotations

from dataclasses import replace

from catalog.folding import fold
from search.query import Entity
from search.understanding.intents import parted
from search.understanding.parse import Name, Parse
from search.understanding.words import colors, genders
from search.understanding.words.glossary import glossary
from search.understanding.words.meaning import Meaning
from search.understanding.words.tokens import words_of


def find_only(parse: Parse) -> None:
    """ "only leather", "leather only": the name beside it becomes a condition."""
    for i in range(len(parse.tokens)):
        length = parse.part(i, "only")
        before, after = parse.owner.get(i - 1), parse.owner.get(i + length)
        name = before if after and before and after.kind == "category" else after or before
        if length and name and name.meanings:
            name.hard = True
            parse.dropped.update(range(i, i + length))


def add_names(parse: Parse) -> None:
    """Names stay in the text: they help the encoder and the words."""
    for name in parse.names:
        for meaning in () if name.negated else name.meanings:
            entity = entity_of(parse, name, meaning)
            if entity.key not in parse.off:
                parse.entities.append((name.start, entity))


def entity_of(parse: Parse, name: Name, meaning: Meaning) -> Entity:
    typed = parse.words(name.start, name.end)
    for_nobody = meaning.kind == "gender" and not meaning.values  # here: the shop has no word of it
    joined = any(each is not name and each.start == name.start for each in parse.names)
    names = said_by(parse, name, meaning)
    return Entity(
        kind=meaning.kind,
        value=meaning.value,
        words=typed,
        label=typed if for_nobody and not joined else meaning.label,
        hard=name.hard,
        span=parse.span(name.start, name.end),
        values=meaning.values,
        names=names,
        others=called_after(parse, names)
        if meaning.kind == "color"
        else parse.vocabulary.other_things.of(meaning),
        wholes=for_whom(parse, name, meaning),
        confidence=round(meaning.confidence, 3),
    )


def called_after(parse: Parse, names: tuple[str, ...]) -> tuple[str, ...]:
    """What is called after a colour whichever it has: a "rouge à lèvres" (French) may be pink."""
    known = glossary(parse.vocabulary.language)
    if known is None:
        return ()
    return tuple(phrase for name in names for phrase in known.phrases_with(name))


def for_whom(parse: Parse, name: Name, meaning: Meaning) -> tuple[str, ...]:
    """How titles say for whom a thing is that stands in another department than that of people.

    Of "Boots" beside a department "Kids" those are children's that are called so.
    """
    of_people = genders.is_of_people(parse.tokens[name.end - 1].text, parse.languages)
    things = (each for each in parse.names if each is not name and each.kind == "category")
    if meaning.kind != "category" or not of_people or all(each.negated for each in things):
        return ()
    codes = tuple(dict.fromkeys((parse.vocabulary.language, *parse.languages)))
    said = (parse.tokens[name.end - 1].text, meaning.label)
    whom = {genders.concept_of(each, code) for each in said for code in codes} - {""}
    told = ((word, each) for code in codes for word, each in genders.words(code).items())
    return tuple(dict.fromkeys(word for word, each in told if each in whom))


def said_by(parse: Parse, name: Name, meaning: Meaning) -> tuple[str, ...]:
    """The folded words by which a text says it: as typed, as the shop calls it, and synonyms."""
    typed = " ".join(words_of(parse.words(name.start, name.end)))
    if meaning.kind == "brand":
        return (fold(meaning.value),)
    if meaning.kind == "color":
        return color_names(parse, typed, meaning)
    own = fold(meaning.name or meaning.value.rpartition(":")[2])
    known = parse.vocabulary
    codes = dict.fromkeys((known.language, *parse.languages))
    same = [
        other
        for code in codes
        for word in (own, typed)
        for other in known.lending(code).same(word.split(), codes)
    ]
    if meaning.kind == "gender":  # a title may say it, where no column does
        concept = genders.concept_of(meaning.value, known.language) or meaning.value
        spoken = [known.language] if meaning.values else codes  # "her" (Turkish) is every
        told = ((word, whom) for code in spoken for word, whom in genders.words(code).items())
        same += [word for word, whom in told if whom == concept]
    *describing, noun = typed.split() or [""]
    forms = (" ".join([*describing, form]) for form in known.titles.written_forms(noun))
    return tuple(dict.fromkeys([own, typed, *forms, *same]))


def color_names(parse: Parse, typed: str, meaning: Meaning) -> tuple[str, ...]:
    """Its words in the languages that are spoken here."""
    codes = tuple(dict.fromkeys((parse.vocabulary.language, *parse.languages)))
    asked = colors.asked(typed, codes)
    names = [name for code in codes for name, color in colors.words(code).items() if color == asked]
    own = map(fold, meaning.values or (meaning.value,))  # "teal" is as near to "petrol" in a title
    return tuple(dict.fromkeys([typed, *own, *names]))


def entities(parse: Parse) -> tuple[Entity, ...]:
    """In the order of the words, each once.

    In one list of "dress size 2 and shoes" the size is no condition: it is not that of the shoes.
    """
    ordered = [entity for _place, entity in sorted(parse.entities, key=lambda placed: placed[0])]
    if len(parted(parse)) > 1:
        ordered = [
            replace(entity, hard=False) if entity.kind == "size" else entity for entity in ordered
        ]
    return tuple({entity.key: entity for entity in reversed(ordered)}.values())[::-1]
