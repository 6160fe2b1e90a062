"""A card's products come with all that it shows, by three statements whatever their number."""

from decimal import Decimal

from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product, Translation, Variant
from search.retrieval.presentation.card_products import card_products
from tests.cast import Shop, photo, product


def test_values_are_those_that_the_models_read(shop: Shop) -> None:
    photo(shop.mug, "red", alt="A mug")
    Product.objects.filter(pk=shop.mug.pk).update(
        attributes={"Holds": "30 cl", "Parts": ["Mug", "Lid"]}, tags=["new"], rating=Decimal("4.5")
    )
    cards = card_products([shop.mug.pk, shop.sneaker.pk])
    assert set(cards) == {shop.mug.pk, shop.sneaker.pk}
    for pk, found in cards.items():
        own = Product.objects.get(pk=pk)
        assert found == own
        left_out = found.get_deferred_fields()
        assert left_out == {
            "description",
            "description_html",
            "words",
            "keywords",
            "facts",
            "text_fingerprint",
        }
        for field in Product._meta.concrete_fields:
            if field.attname not in left_out:
                assert getattr(found, field.attname) == getattr(own, field.attname), field
        assert (found.brand, found.category) == (own.brand, own.category)
        assert found.all_variants == list(own.variants.all())
        assert found.photos == list(own.images.all())
        for read, kept in zip(found.all_variants, own.variants.all(), strict=True):
            assert (read.price, read.options, read.available) == (
                kept.price,
                kept.options,
                kept.available,
            )
        assert [each.image.url for each in found.photos] == [e.image.url for e in own.images.all()]


def test_all_that_hangs_on_them_needs_no_further_statement(shop: Shop) -> None:
    for n in range(5):
        product(f"Mug {n}", "Kitchen > Mugs", "Northlight")
    ids = list(Product.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = card_products(ids)
        for each in found.values():
            str(each), each.brand, each.category, [v.product.currency for v in each.all_variants]
            [photo.product.title for photo in each.photos]
    assert list(found) == ids
    assert len(asked) == 3
    assert len({id(each.brand) for each in found.values() if each.brand_id}) < len(ids)


def test_variants_say_whether_they_fit(shop: Shop) -> None:
    red = Variant.objects.create(product=shop.mug, sku="M-R", color="Red", price=5)
    [mug] = card_products([shop.mug.pk], Q(color="Red")).values()
    assert {v.sku: v.fits for v in mug.all_variants} == {
        v.sku: v == red for v in shop.mug.variants.all()
    }
    [mug] = card_products([shop.mug.pk], Q(pk__in=[])).values()
    assert not any(v.fits for v in mug.all_variants)
    [mug] = card_products([shop.mug.pk]).values()
    assert all(v.fits for v in mug.all_variants)


def test_what_is_hidden_or_gone_is_left_out(shop: Shop) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(active=False)
    ids = [shop.mug.pk, shop.sneaker.pk, 10**9]
    assert list(card_products(ids)) == [shop.sneaker.pk]
    assert list(card_products(ids, active=False)) == [shop.mug.pk, shop.sneaker.pk]
    assert card_products([]) == {}


def test_a_translation_comes_with_them(
    shop: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    named = {"title": "Becher"}
    Translation.objects.update_or_create(named, product=shop.mug, language="de")
    with translation.override("de"):
        [mug] = card_products([shop.mug.pk]).values()
        with django_assert_num_queries(0):
            assert [each.title for each in mug.translations.all()] == ["Becher"]


def test_what_was_left_out_is_read_when_it_is_asked_for_and_what_was_read_can_be_saved(
    shop: Shop,
) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(description="Holds a lot of tea.")
    [mug] = card_products([shop.mug.pk]).values()
    assert mug.description == "Holds a lot of tea."
    variant = mug.all_variants[0]
    variant.price = Decimal("7.25")
    variant.save()
    assert Variant.objects.get(pk=variant.pk).price == Decimal("7.25")
