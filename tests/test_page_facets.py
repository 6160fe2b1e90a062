"""Facet values in the order that a shopper reads them in."""

from search.query import Facet, FacetValue
from search.templatetags.facets import in_order


def sizes(*values: str) -> Facet:
    return Facet("size", tuple(FacetValue(value, value, 1) for value in values))


def test_sizes_go_from_small_to_large() -> None:
    found = [value.value for value in in_order(sizes("XL", "42", "S", "38.5", "one size", "M"))]
    assert found == ["S", "M", "XL", "38.5", "42", "one size"]


def test_other_values_keep_their_order() -> None:
    brands = Facet("brand", (FacetValue("Zed", "Zed", 9), FacetValue("Ada", "Ada", 2)))
    assert [value.value for value in in_order(brands)] == ["Zed", "Ada"]
