"""Values that neither columns nor words say of a product are read off its photos, as others look.

In this shop striped boots have red photos and dotted ones green.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from catalog.models import Product, Variant
from search import indexing
from search.forms.photo import open_photo
from search.indexing import prototypes as learning
from search.models import EncoderVersion, Prototype
from search.query import Part, Query, SearchResult
from search.retrieval import search, store_photo
from search.retrieval.embeddings import prototypes
from search.understanding import forget, refresh
from tests import cast

pytestmark = pytest.mark.django_db

OF_EACH = 9
RED, GREEN = (220, 20, 30), (20, 160, 60)


def boot(title: str, shown: str, **attributes: str) -> Product:
    made = cast.product(title, "Shoes > Boots", attributes=attributes)
    Variant.objects.create(product=made, sku=title, price=20)
    cast.photo(made, shown)
    return made


@pytest.fixture
def boots(shop: cast.Shop) -> Iterator[EncoderVersion]:
    for n in range(OF_EACH):
        boot(f"Boot A{n}", "red", pattern="striped")
        boot(f"Boot B{n}", "green", pattern="dotted")
    boot("Walking boot", "red")
    boot("Rain boot", "green")
    boot("Dotted boot", "red")  # its words say another value than its photo
    forget()
    refresh()
    prototypes.forget()
    indexing.index_stale()
    indexing.learn_looks(60)
    yield EncoderVersion.objects.get(state="live")
    prototypes.forget()


def asked(text: str, *others: Part) -> SearchResult:
    return search(Query(parts=(Part(text=text), *others), page_size=100))


def titles(found: SearchResult) -> set[str]:
    return {hit.product.title for hit in found.hits}


def photo(color: tuple[int, int, int]) -> Part:
    file = io.BytesIO()
    Image.new("RGB", (64, 64), color).save(file, "PNG")
    return Part(photo_id=store_photo(open_photo(ContentFile(file.getvalue()))).pk)


def test_a_product_of_which_nothing_says_it_is_found_by_its_photo(boots: EncoderVersion) -> None:
    found = titles(asked("striped boots"))
    assert "Walking boot" in found
    assert "Rain boot" not in found


def test_what_never_has_such_a_value_is_no_answer_whatever_it_looks_like(
    boots: EncoderVersion,
) -> None:
    lamp = cast.product("Table lamp", "Lamps")
    cast.photo(lamp, "red")
    indexing.index_stale()
    found = titles(asked("striped"))
    assert "Walking boot" in found
    assert "Table lamp" not in found


def test_the_reason_says_that_it_was_seen(boots: EncoderVersion) -> None:
    [hit] = [hit for hit in asked("striped boots").hits if hit.product.title == "Walking boot"]
    assert "looks striped" in hit.reasons


def test_words_that_say_another_value_stand_over_the_photo(boots: EncoderVersion) -> None:
    assert "Dotted boot" not in titles(asked("striped boots"))


def test_what_looks_like_it_is_no_answer_to_a_without(boots: EncoderVersion) -> None:
    found = titles(asked("boots without stripes"))
    assert {"Rain boot", "Dotted boot"} <= found
    assert "Walking boot" not in found


def test_a_photo_is_moved_towards_what_is_asked_for_instead(boots: EncoderVersion) -> None:
    found = asked("dotted instead", photo(RED))
    ranks = [hit.product.title for hit in [*found.hits, *found.partial, *found.less_similar]]
    assert ranks.index("Rain boot") < ranks.index("Walking boot")


def test_what_was_learned_is_looked_at_again_after_a_day(boots: EncoderVersion) -> None:
    assert learning.learn_due(boots, seconds=60) == 0
    known = Prototype.objects.filter(encoder=boots)
    known.update(made=known[0].made - learning.KEPT_FOR)
    assert learning.learn_due(boots, seconds=60) == known.count()


def test_a_worker_that_has_no_time_learns_one_value_and_goes_on_later(
    boots: EncoderVersion,
) -> None:
    Prototype.objects.all().delete()
    assert learning.learn_due(boots, seconds=0) == 1
    assert learning.learn_due(boots, seconds=0) == 1


def test_what_nobody_says_any_more_is_forgotten(boots: EncoderVersion) -> None:
    Prototype.objects.create(encoder=boots, token="pattern=gone")
    known = Prototype.objects.filter(encoder=boots)
    known.update(made=known[0].made - learning.KEPT_FOR)
    learning.learn_due(boots, seconds=60)
    assert not Prototype.objects.filter(token="pattern=gone").exists()
