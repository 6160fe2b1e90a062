"""What says that it has none of what must not be ("sem cereais") comes before what is silent."""

from __future__ import annotations

from catalog.denials import denials_of
from catalog.folding import fold
from search.query import Entity
from search.understanding.names.modifiers import MODIFIER
from search.understanding.parse import Parse


def denials(parse: Parse) -> tuple[Entity, ...]:
    """A preference for each word that must not be, which shoppers see nothing of."""
    return tuple(map(denial, dict.fromkeys(parse.excluded)))


def denial(what: str) -> Entity:
    said = fold(what)
    names = tuple(denials_of(said))
    return Entity(MODIFIER, names[0], said, names[0], names=names, preferred=True)
