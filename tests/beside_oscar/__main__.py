"""Makes the shop, sells something in it, and looks for it through Vitrine; prints what is found."""

from __future__ import annotations

import io
import json
from typing import Any

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from PIL import Image  # noqa: E402

from .bridge import copy  # noqa: E402

THINGS = {
    "Copper kettle": ("Kitchen", "To boil water in, for tea.", (184, 115, 51)),
    "Blue raincoat": ("Clothes", "Keeps you dry on wet days.", (30, 60, 220)),
    "Green armchair": ("Furniture", "Soft and wide, to read in.", (20, 120, 50)),
}


def photo(color: Any) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 300), color).save(file, "PNG")
    return file.getvalue()


def sell() -> None:
    from oscar.apps.catalogue.categories import create_from_breadcrumbs
    from oscar.apps.catalogue.models import Product, ProductCategory, ProductClass, ProductImage
    from oscar.apps.partner.models import Partner, StockRecord

    kind, partner = ProductClass.objects.create(name="Thing"), Partner.objects.create(name="P")
    for number, (title, (category, text, color)) in enumerate(THINGS.items(), start=1):
        made = Product.objects.create(
            title=title, description=text, product_class=kind, upc=f"U{number}"
        )
        ProductCategory.objects.create(product=made, category=create_from_breadcrumbs(category))
        StockRecord.objects.create(
            product=made, partner=partner, partner_sku=f"SKU-{number}", price="20.00",
            price_currency="GBP", num_in_stock=number,
        )  # fmt: skip
        file = ContentFile(photo(color), f"{number}.png")
        ProductImage.objects.create(product=made, original=file)


def found(client: Client) -> dict[str, Any]:
    words = client.get("/find/api/v1/search/", {"q": "something to boil water"}).json()
    picture = ContentFile(photo(THINGS["Blue raincoat"][2]), "mine.png")
    photos = client.post("/find/api/v1/search/", {"photo": picture}).json()
    page = client.get("/find/search/", {"q": "armchair"})
    return {
        "words": words["results"][0],
        "photo": photos["results"][0],
        "page": [page.status_code, "Green armchair" in page.content.decode()],
        "home": client.get("/find/").status_code,
        "shop": client.get("/catalogue/", follow=True).status_code,
        "docs": client.get("/find/api/v1/schema/").status_code,
    }


setup_test_environment()
call_command("migrate", verbosity=0)
call_command("check")
sell()
done = copy()
call_command("index", "--wait", verbosity=0)
print(json.dumps({"created": done.created, "problems": done.problems, **found(Client())}))
