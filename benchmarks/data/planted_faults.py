"""Faults planted in an indexed shop, for the benchmark of the audit: what is wrong is then known.

Everything is drawn by one seed, and no product gets two faults. Call it inside a transaction that
is rolled back.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Count
from PIL import Image, ImageEnhance, ImageOps

from catalog.models import Product, ProductImage, Variant
from search.audit.color_words import keys_of
from search.audit.facts import siblings
from search.models import ScreeningRule
from search.understanding.words.color_neighbours import NEIGHBOURS

EXAMPLES = 6  # products that a screening rule is given
FILE = ("image", "fingerprint", "width", "height")  # columns of a photo that belong to its picture
USELESS = ("", "IMG_{n}.jpg", "image", "photo 2", "{title}", "DSC0{n}", "{file}", "product picture")
WORDS = (
    ("for children, for kids", "Made for children from three years on."),
    ("smoking, tobacco", "Comes with a pouch for tobacco."),
)
Truth = dict[str, set[Any]]  # by kind of finding, the products that it is true of, or the pairs


@dataclass
class Planter:
    seed: int
    truth: Truth = field(default_factory=dict)
    wanted: dict[int, Any] = field(default_factory=dict)  # by product, what a proposal should say

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        shown = Product.objects.active().annotate(n=Count("images")).filter(n__gt=0)
        near = shown.select_related("category", "brand").prefetch_related("variants", "images")
        products = list(near.order_by("pk"))
        self.chance.shuffle(products)
        self.left = products

    def take(self, n: int, *conditions: Any) -> list[Product]:
        """n products that nothing was done to yet."""
        chosen = [one for one in self.left if all(fits(one) for fits in conditions)][:n]
        used = {one.pk for one in chosen}
        self.left = [one for one in self.left if one.pk not in used]
        return chosen

    def photos(self, n: int) -> None:
        """Pairs of products of different categories change a photo; half of them are near kin."""
        found: set[int] = set()
        while len(found) < n:
            (one,) = self.take(1)
            near = len(found) % 4 >= 2 and one.category is not None
            other = self.take(1, lambda each, one=one, near=near: apart(one, each, near))
            if other:
                change_photos(first(one), first(other[0]))
                found |= {one.pk, other[0].pk}
        self.truth["photo"] = found

    def colors(self, n: int) -> None:
        """Another colour of the shop that nobody takes for it; every other text says it as well."""
        said = [color for product in self.left for color in colors_said(product)]
        chosen = self.take(n, lambda each: len(colors_said(each)) == 1 and keys_of(said_by(each)))
        for number, product in enumerate(chosen):
            old = said_by(product)
            new = self.chance.choice([color for color in said if unlike(old, color)])
            product.variants.update(color=new)
            product.images.exclude(color="").update(color=new)
            if number % 2:
                for name in ("title", "description"):
                    setattr(product, name, reworded(getattr(product, name), old, new))
            product.save()
            self.wanted[product.pk] = old
        self.truth["color"] = {product.pk for product in chosen}

    def duplicates(self, n: int) -> None:
        """The same thing listed once more: words and pictures a little different, never the SKU."""
        found = set()
        for number, product in enumerate(self.take(n)):
            title, description = self.retold(product, number)
            copy = Product.objects.create(
                title=title,
                description=description,
                group=f"{product.group}-again",
                category=product.category,
                brand=product.brand if number % 3 else None,
                material=product.material,
                attributes=product.attributes,
                gender=product.gender,
            )
            for variant in product.variants.all()[: 1 + number % 3]:
                price = variant.price and round(float(variant.price) * self.between(0.93, 1.07), 2)
                Variant.objects.create(
                    product=copy, sku=f"{variant.sku}-AGAIN", color=variant.color,
                    size=variant.size, price=price, stock=variant.stock,
                )  # fmt: skip
            for photo in list(product.images.all())[number % 2 :][:2] or [first(product)]:
                copy_photo(photo, copy, self.retouched(photo, number))
            found.add(copy.pk)
        self.truth["duplicate"] = found

    def retold(self, product: Product, number: int) -> tuple[str, str]:
        words = product.title.split()
        sentences = product.description.split(". ")
        if number % 4 == 0:
            self.chance.shuffle(words)
        elif number % 4 == 1 and len(words) > 2:
            words.pop(self.chance.randrange(len(words)))
        elif number % 4 == 2:
            words = ["New:", *words]
        return " ".join(words).capitalize(), "" if number % 3 == 0 else ". ".join(sentences[:2])

    def retouched(self, photo: ProductImage, number: int) -> bytes | None:
        """The picture saved anew, cropped or lighter; None: the very file."""
        if number % 4 == 0:
            return None
        with photo.image.open("rb") as file:
            picture = Image.open(io.BytesIO(file.read())).convert("RGB")
        width, height = picture.size
        if number % 4 == 1:
            picture = picture.resize((width * 4 // 5, height * 4 // 5))
        elif number % 4 == 2:
            cut = self.between(0.03, 0.08)
            picture = picture.crop(
                (int(width * cut), int(height * cut), int(width * (1 - cut / 2)), height)
            )
        else:
            picture = ImageEnhance.Brightness(ImageOps.mirror(picture)).enhance(1.1)
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=70)
        return file.getvalue()

    def shared(self, n: int) -> None:
        """A photo of one product on another: the very file within a category, or saved anew."""
        found: set[tuple[int, int]] = set()
        while len(found) < n:
            (one,) = self.take(1)
            again = len(found) % 2 == 1  # saved anew, on a product of another category
            other = self.take(
                1,
                lambda each, one=one, again=again: (
                    again == apart(one, each, near=False) and not siblings(one, each)
                ),
            )
            if other:
                photo = first(one)
                copy_photo(photo, other[0], self.retouched(photo, 1) if again else None)
                found.add((max(one.pk, other[0].pk), min(one.pk, other[0].pk)))
                if again:  # which is a photo of another thing as well
                    self.truth.setdefault("photo", set()).add(other[0].pk)
        self.truth["shared"] = found

    def alts(self, n: int) -> None:
        chosen = self.take(n)
        for number, product in enumerate(chosen):
            photo = first(product)
            name = photo.image.name.rpartition("/")[2]
            said = USELESS[number % len(USELESS)]
            photo.alt = said.format(n=self.chance.randrange(1000, 9999), title=product.title,
                                    file=name)[:300]  # fmt: skip
            photo.save()
        self.truth["alt"] = {product.pk for product in chosen}

    def unwanted(self, n: int) -> None:
        """Two rules; of each half the listings, and as many that meet only one side of it."""
        found: set[int] = set()
        for words, sentence in WORDS:
            category = self.common_category(n // 2 + EXAMPLES)
            inside = self.take(n // 2 + EXAMPLES, lambda each, c=category: each.category_id == c)
            rule = ScreeningRule.objects.create(name=words, words=words)
            rule.examples.set(inside[:EXAMPLES])
            outside = self.take(n, lambda each, c=category: each.category_id != c)
            for product in (*inside[EXAMPLES:], *outside):
                product.description = f"{product.description} {sentence}".strip()
                product.save()
            found |= {product.pk for product in inside[EXAMPLES:]}
        self.truth["unwanted"] = found

    def common_category(self, n: int) -> int:
        counted: dict[int, int] = {}
        for product in self.left:
            counted[product.category_id] = counted.get(product.category_id, 0) + 1
        return self.chance.choice(sorted(pk for pk, many in counted.items() if pk and many >= n))

    def missing(self, n: int) -> None:
        """A third each without category, colour and material."""
        chosen = self.take(
            n, lambda each: each.category and each.material and len(colors_said(each)) == 1
        )
        for number, product in enumerate(chosen):
            if number % 3 == 0:
                self.wanted[product.pk] = product.category.path
                product.category = None
            elif number % 3 == 1:
                self.wanted[product.pk] = said_by(product)
                product.variants.update(color="")
                product.images.update(color="")
            else:
                self.wanted[product.pk] = product.material
                product.material = ""
            product.save()
        self.truth["missing"] = {product.pk for product in chosen}

    def between(self, low: float, high: float) -> float:
        return self.chance.uniform(low, high)


def first(product: Product) -> ProductImage:
    return next(iter(product.images.all()))


def colors_said(product: Product) -> list[str]:
    return list(dict.fromkeys(each.color for each in product.variants.all() if each.color))


def said_by(product: Product) -> str:
    return colors_said(product)[0]


def apart(one: Product, other: Product, near: bool) -> bool:
    """Of different categories; `near`: of one department."""
    if one.category_id == other.category_id or None in (one.category, other.category):
        return False
    department = one.category.path.partition(" > ")[0]
    return not near or other.category.path.partition(" > ")[0] == department


def unlike(one: str, other: str) -> bool:
    """Two colours that nobody takes for each other."""
    mine, its = keys_of(one), keys_of(other)
    near = {key for name in mine for key in NEIGHBOURS.get(name, ())}
    back = {key for name in its for key in NEIGHBOURS.get(name, ())}
    return bool(its) and not its & (mine | near) and not mine & back


def reworded(text: str, old: str, new: str) -> str:
    return re.sub(
        rf"\b{re.escape(old)}\b",
        lambda found: new.capitalize() if found[0][0].isupper() else new,
        text,
        flags=re.IGNORECASE,
    )


def change_photos(one: ProductImage, other: ProductImage) -> None:
    """Each gets the other's picture and keeps its place, alt text and colour."""
    mine, its = ({name: getattr(photo, name) for name in FILE} for photo in (one, other))
    ProductImage.objects.filter(pk=one.pk).update(**its)
    ProductImage.objects.filter(pk=other.pk).update(**mine)


def copy_photo(photo: ProductImage, product: Product, picture: bytes | None) -> None:
    copy = ProductImage(product=product, alt=f"{photo.alt}, again", color="")
    if picture is None:
        for name in FILE:
            setattr(copy, name, getattr(photo, name))
    else:
        copy.image = ContentFile(picture, "again.jpg")
    copy.save()
