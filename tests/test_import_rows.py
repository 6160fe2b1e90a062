"""Rows become products and variants; what is wrong with a row is said, and the others are kept."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection

from catalog.importing.errors import FileError
from catalog.importing.formats.format import Reading
from catalog.models import Brand, Category, Product, Translation, Variant
from tests.shop_file import bring, shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def test_sku_and_title_are_enough(tmp_path: Path) -> None:
    assert shop(tmp_path, "sku,title", "A1,Apple").rows == {"created": 1}

    product = Product.objects.get(variants__sku="A1")
    assert (product.title, product.group, product.slug) == ("Apple", "A1", "apple")


def test_every_column_arrives(tmp_path: Path) -> None:
    shop(
        tmp_path,
        "sku,title,description,category,brand,color,size,material,gender,price,currency,stock,"
        "attr:Season,title:de,description:de",
        'A1,Boot,"Warm, dry",Shoes > Boots,Northlight,brown,42,leather,women,89.9,CHF,3,'
        "winter,Stiefel,Warm und trocken",
    )

    variant = Variant.objects.get(sku="A1")
    assert (variant.color, variant.size, variant.stock) == ("brown", "42", 3)
    assert variant.price == Decimal("89.90")
    product = variant.product
    assert (product.description, product.material, product.gender) == (
        "Warm, dry",
        "leather",
        "women",
    )
    assert (product.category.path, product.brand.name) == ("Shoes > Boots", "Northlight")
    assert (product.currency, product.attributes) == ("CHF", {"Season": "winter"})
    german = Translation.objects.get(product=product, language="de")
    assert (german.title, german.description) == ("Stiefel", "Warm und trocken")


def test_rows_of_one_group_are_one_product_wherever_they_stand(tmp_path: Path) -> None:
    shop(
        tmp_path,
        "sku,title,group,color,size",
        "R41,Runner,RUN,red,41",
        "CAP,Cap,,blue,",
        "R42,Runner,RUN,red,42",
        "G41,Runner,RUN,green,41",
    )

    assert Product.objects.count() == 2
    runner = Product.objects.get(group="RUN")
    assert [variant.sku for variant in runner.variants.all()] == ["R41", "R42", "G41"]
    assert "green, red" in runner.keywords


@pytest.mark.parametrize("price", ["59.90", "59,90", " 59.9 ", "59.9000"])
def test_prices_are_read_with_point_or_comma(tmp_path: Path, price: str) -> None:
    shop(tmp_path, "sku;title;price", f"A1;Apple;{price}")

    assert Variant.objects.get().price == Decimal("59.90")


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("price", "-1", "Line 2: price is negative (-1)."),
        ("price", "5 or 6", "Line 2: price is '5 or 6'; write it like 1234.56"),
        ("price", '"1,234"', "Line 2: price is '1,234'; write it like 1234.56"),
        ("price", "1.500", "Line 2: price is '1.500'; write it like 1234.56"),
        ("price", "Infinity", "Line 2: price is 'Infinity'; write it like 1234.56"),
        ("price", "123456789", "Line 2: price is '123456789'; write it like 1234.56"),
        ("stock", '"1,000"', "Line 2: stock is '1,000', but has to be a whole number from 0"),
        ("stock", "many", "Line 2: stock is 'many', but has to be a whole number from 0"),
        ("stock", "²", "Line 2: stock is '²', but has to be a whole number from 0"),
        ("stock", "9" * 50, "Line 2: stock is '9999"),
        ("images", "|".join(f"{n}.jpg" for n in range(101)), "Line 2: images has more than 100"),
        (
            "variant_images",
            "a" * 301,
            "Line 2: variant_images has a picture whose name is longer than 300",
        ),
        (
            "images",
            f"https://x.test/{'a' * 2_000}",
            "Line 2: images has a picture whose name is longer than 2000",
        ),
        ("currency", "EURX", "Line 2: currency is 'EURX', but has to be a code of three letters"),
        ("currency", "XQQ", "Line 2: currency is 'XQQ', but has to be a code of three letters"),
        ("category", "A > > B", "Line 2: category is 'A > > B'; write Shoes > Boots"),
        ("brand", "b" * 101, "Line 2: brand has 101 characters; 100 are the limit."),
        ("attr:x", "v" * 501, "Line 2: attr:x has 501 characters; 500 are the limit."),
        ("description", "d" * 50_001, "Line 2: description has 50001 characters; 50000 are"),
        ("color", "re\0d", "Line 2: color contains a NUL byte."),
        ("description:de", "Warm", "Line 2: description:de needs a title:de beside it."),
    ],
)
def test_a_bad_cell_costs_its_row_only(
    tmp_path: Path, column: str, value: str, reason: str
) -> None:
    done = shop(tmp_path, f"sku,title,{column}", f"A1,Apple,{value}", "B1,Bread,")

    assert done.rows == {"rejected": 1, "created": 1}
    assert len(done.said) == 1
    assert done.said[0].startswith(reason)
    assert list(Variant.objects.values_list("sku", flat=True)) == ["B1"]


def test_everything_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title,price,stock", "A1,,-1,few")

    assert done.said == [
        "Line 2: title is empty; price is negative (-1); stock is 'few', but has to be "
        "a whole number from 0 to 2147483647, or empty."
    ]


def test_the_second_row_of_a_sku_is_refused(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title", "A1,Apple", "B1,Bread", "A1,Another apple")

    assert done.said == ["Line 4: the SKU A1 stands on line 2 already."]
    assert Product.objects.get(group="A1").title == "Apple"


def test_a_group_has_one_currency(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title,group,currency", "A1,Apple,A,EUR", "A2,Apple,A,USD")

    assert done.said == ["Line 3: currency is USD, but line 2 of the same group says EUR."]


def test_unknown_columns_stop_nothing_and_are_all_named(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title,colour,xyzzy,Lagerplatz", "A1,Apple,red,1,B7")

    assert done.rows == {"created": 1}
    assert done.report.recognised == (
        "Table, 1 product, 1 variant; left out: 2 columns (xyzzy, Lagerplatz)."
    )
    assert Variant.objects.get().color == "red"


def test_a_column_is_not_taken_for_another_that_is_spelt_alike(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title,brandt,prize", "A1,Apple,x,5")

    assert "left out: 2 columns (brandt, prize)" in done.report.recognised
    assert Variant.objects.get().price is None


def test_unknown_columns_become_attributes_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("sku,title,Lagerplatz,Weight (kg)\nA1,Apple,B7,1.2\n")

    bring(path, reading=Reading(unknown="attribute"))

    assert Product.objects.get().attributes == {"Lagerplatz": "B7", "Weight": "1.2 kg"}


def test_a_column_that_stands_twice_stops_the_import(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="The column title stands twice in the file"):
        shop(tmp_path, "sku,title,Title", "A1,Apple,Apple")


def test_a_file_without_sku_stops_the_import(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="The file has no column sku"):
        shop(tmp_path, "title", "Apple")


def test_a_product_that_only_postgres_refuses_costs_only_itself(tmp_path: Path) -> None:
    with connection.cursor() as cursor:  # as a shop's own administrator may have put it
        cursor.execute("ALTER TABLE catalog_product ADD CHECK (title <> 'Bread') NOT VALID")
    done = shop(tmp_path, "sku,title,category", "A1,Apple,Fruit", "B1,Bread,Bakery")

    assert done.rows == {"created": 1, "rejected": 1}
    assert done.said[0].startswith("Line 3: the database refuses it: ")
    assert Category.objects.count() == 1


def test_thousands_of_values_of_one_attribute_are_refused(tmp_path: Path) -> None:
    """A hundred thousand took most of a minute, and a row of AttributeValue each."""
    fits = ["|".join(f"car-{each}" for each in range(count)) for count in (1_000, 1_001)]
    rows = [f"A{place},Wiper,{cell}" for place, cell in enumerate(fits)]
    done = shop(tmp_path, "sku,title,attr:Fits", *rows)

    assert done.rows == {"created": 1, "rejected": 1}
    assert done.said[0] == "Line 3: attr:Fits has more than 1000 values."
    assert len(Product.objects.get().attributes["Fits"]) == 1_000


def test_what_rows_of_a_group_say_of_their_product_is_compared(tmp_path: Path) -> None:
    done = shop(
        tmp_path,
        "sku,title,brand,category,group",
        "A1,Apple,Orchard,Food,A",
        "A2,Apples,orchard,Food|Fruit,A",
        "A3,Apple,,Fruit,A",
    )

    assert done.rows == {"created": 3}
    assert done.said == [
        "Line 3: title is 'Apples', but line 2 of the same group says 'Apple', and that was taken.",
        "Line 4: category is 'Fruit', but line 2 of the same group says 'Food', "
        "and that was taken.",
    ]
    apple = Product.objects.get()
    assert (apple.title, apple.category.path) == ("Apple", "Food")
    assert [each.path for each in apple.also_in.all()] == ["Fruit"]


def test_categories_and_brands_that_differ_in_case_are_one(tmp_path: Path) -> None:
    rows = ("A1,Apple,Food > Fruit,Oxlip", "B1,Bread,FOOD,OXLIP", "C1,Cake,food > FRUIT,oxlip")
    shop(tmp_path, "sku,title,category,brand", *rows)

    assert set(Category.objects.values_list("path", flat=True)) == {"Food", "Food > Fruit"}
    assert Brand.objects.get().name == "Oxlip"


def test_words_for_nothing_are_nothing(tmp_path: Path) -> None:
    shop(
        tmp_path,
        "sku,title,brand,color,size,material,gender,category,gtin,tags,attr:Sole,option:Width",
        "A1,None,NULL,N/A,nan,None,#N/A,-,n/a,null|None,#REF!,NaN",
    )

    product, variant = Product.objects.get(), Variant.objects.get()
    assert product.title == "None"  # somebody may call a product so
    assert (product.brand, product.category, product.material, product.gender) == (
        None,
        None,
        "",
        "",
    )
    assert (variant.color, variant.size, variant.options, product.attributes) == ("", "", {}, {})
    assert product.tags == []


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("wool/silk", "wool, silk"),
        ("80% cotton/20% linen", "80% cotton, 20% linen"),
        ("wool; silk & wool", "wool, silk"),
        ("gold 585/1000", "gold 585/1000"),
        ("leather, w/o lining", "leather, w/o lining"),
    ],
)
def test_several_materials_are_several(tmp_path: Path, said: str, stored: str) -> None:
    shop(tmp_path, "sku,title,material", f'A,Scarf,"{said}"')

    assert Product.objects.get().material == stored


@pytest.mark.parametrize("said", ["red|blue", "red/blue"])
def test_several_colours_are_written_as_one_reads_them(tmp_path: Path, said: str) -> None:
    shop(tmp_path, "sku,title,color,size", f"A,Scarf,{said},S|M")

    variant = Variant.objects.get()
    assert (variant.color, variant.size) == ("red/blue", "S/M")
    assert {"color=red", "color=blue", "size=s/m"} <= set(variant.facts)
