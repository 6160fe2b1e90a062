"""A department that is called after people says for whom a thing is, wherever it stands."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(
            Category(path, path.lower().replace(" > ", "/"))
            for people in ("Women", "Men")
            for path in (people, f"{people} > Hoodies", f"{people} > Shorts", f"{people} > Jackets")
        ),
        colors={"Red": 9},
        words=dict.fromkeys(("hoodie", "short", "jacket", "running"), 9),
    )
)


@pytest.mark.parametrize(
    ("language", "text", "people", "thing"),
    [
        ("en", "hoodie women", "women", "hoodies"),
        ("en", "women hoodie", "women", "hoodies"),
        ("en", "running shorts men red", "men", "shorts"),
        ("en", "shorts for men", "men", "shorts"),
        ("en", "red ladies jacket", "women", "jackets"),
        ("de", "rote Jacke Damen", "women", "jackets"),
        ("de", "Jacke für Herren", "men", "jackets"),
        ("fr", "veste femme rouge", "women", "jackets"),
        ("fr", "short homme", "men", "shorts"),
        ("es", "chaqueta mujer", "women", "jackets"),
        ("it", "giacca uomo", "men", "jackets"),
    ],
)
def test_a_department_is_asked_for_beside_the_thing(
    language: str, text: str, people: str, thing: str
) -> None:
    with translation.override(language):
        found = interpret(text, SHOP)
    kinds = {each.value for each in found.entities if each.kind == "category"}
    assert kinds == {people, f"men/{thing}", f"women/{thing}"}
    assert not found.unknown


def same_name_shop(sold: dict[str, dict[str, int]]) -> Vocabulary:
    """A department "Desk" of other things, beside the desks themselves."""
    paths = "Desk,Desk > Staplers,Desk > Scissors,Furniture,Furniture > Desks,Furniture > Lamps"
    categories = [Category(path, path.lower().replace(" > ", "/")) for path in paths.split(",")]
    products = {each.url_path: 9 for each in categories}
    return Vocabulary(
        CatalogueStats(tuple(categories), words={"desk": 9}, titled=sold, products=products)
    )


@pytest.mark.parametrize(
    ("titled", "kinds"),
    [
        ({"desk": {"furniture/desks": 6}, "pen": {"desk/staplers": 9}}, {"furniture/desks"}),
        ({"desk": {"furniture/desks": 6, "desk/staplers": 2}}, {"desk", "furniture/desks"}),
        ({"pen": {"desk/staplers": 6}}, {"desk", "furniture/desks"}),
    ],
)
def test_a_department_is_no_thing_where_only_others_are_called_so(
    titled: dict[str, dict[str, int]], kinds: set[str]
) -> None:
    found = interpret("white desk", same_name_shop(titled))

    assert {each.value for each in found.entities if each.kind == "category"} == kinds
