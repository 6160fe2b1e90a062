"""What stays as it is where words change a photo ("but in green"): the shape, as titles call it.

What is nearest to the photo in vectors shares a colour or a pattern with it as well as a shape, and
the texts of one kind of thing are all much alike: a "conical mug" is as near to a "tall mug" as
another tall one. The title of the product that looks most like the photo names the shape. Its words
are looked for without those that say a brand, a colour, or what is to be otherwise (docs/search.md,
"Composed questions").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.filters import TOGETHER, Filters, coded
from catalog.models import Product
from catalog.models.attribute import code_of
from search import sql
from search.query import Entity
from search.retrieval.conditions.passing import Passing
from search.retrieval.retrievers.vectors import VectorRetriever
from search.understanding import interpret, vocabulary
from search.understanding.words.tokens import words_of

CHANGING = frozenset({"brand", "color"})  # what shoppers never mean by "the same"


def nearest_to(photos: VectorRetriever) -> int | None:
    """The product that looks most like the photo, whatever must not be; None: there is none."""
    everything = Passing(Filters())
    statement, settings = photos.statements(everything, 1)[0], photos.settings(everything, 1)
    found = sql.rows(statement.text, statement.params, settings=settings)
    return int(found[0][0]) if found else None


def shape_of(product: int, changes: Iterable[Entity]) -> str:
    """The words of its title that neither name brand or colour nor what `changes` change."""
    title = Product.objects.values_list("title", flat=True).filter(pk=product).first() or ""
    otherwise = CHANGING | {code for each in changes for code in codes_of(each)}
    gone = {
        word
        for each in interpret(title, vocabulary()).entities
        if not otherwise.isdisjoint(codes_of(each))
        for word in words_of(each.words)
    }
    return " ".join(word for word in words_of(title) if word not in gone)


def codes_of(entity: Entity) -> Iterator[str]:
    """What an entity speaks of: a column, or an attribute of the shop's own."""
    if entity.kind == "not":
        spelt = [coded(each) for each in entity.values if TOGETHER not in each]
    else:
        spelt = [(entity.kind, entity.value)]
    for kind, value in spelt:
        yield code_of(value.partition(":")[0]) if kind == "attribute" else kind
