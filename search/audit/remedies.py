"""What accepting a finding does to the catalogue, through the catalogue's own models.

A proposal names its remedy ("do") and a value; whoever decides may change the value first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from catalog import attributes
from catalog.models import Category, Product, ProductImage, Variant
from catalog.models.product import LIST_SEPARATOR
from search.models import Finding

COLUMNS = ("material", "gender")


class Unfit(Exception):
    """The proposal cannot be carried out; the message is a sentence for whoever accepted it."""


def apply(finding: Finding, value: str) -> None:
    """Carry the proposal out with this value. Raises Unfit; nothing has changed then."""
    try:
        REMEDIES[finding.proposal["do"]](finding, value.strip())
    except ValidationError as error:
        raise Unfit(" ".join(error.messages)) from error


def set_color(finding: Finding, value: str) -> None:
    """Of the variants and photos that say the colour which is wrong."""
    said = finding.proposal["from"]
    for variant in finding.product.variants.filter(color=said):
        variant.color = checked(variant, "color", value)
        save(variant, "color")
    for photo in finding.product.images.filter(color=said):
        photo.color = value
        save(photo, "color")


def set_title(finding: Finding, value: str) -> None:
    finding.product.title = checked(finding.product, "title", value)
    save(finding.product, "title")


def set_alt(finding: Finding, value: str) -> None:
    photo = photo_of(finding)
    photo.alt = checked(photo, "alt", value)
    save(photo, "alt")


def remove_photo(finding: Finding, value: str) -> None:
    """From the product; to the one with the SKU `value`, if one is given."""
    photo = photo_of(finding)
    if value:
        variant = Variant.objects.filter(sku=value).first()
        if variant is None:
            raise Unfit(_("There is no product with the SKU %(sku)s.") % {"sku": value})
        move(photo, variant)
    photo.delete()


def move(photo: ProductImage, variant: Variant) -> None:
    there = ProductImage.objects.filter(product=variant.product_id, fingerprint=photo.fingerprint)
    if not there.exists():
        ProductImage.objects.create(
            product_id=variant.product_id,
            image=photo.image.name,
            fingerprint=photo.fingerprint,
            width=photo.width,
            height=photo.height,
            position=variant.product.images.count(),
        )


def hide(finding: Finding, value: str) -> None:
    """The product, or the other one."""
    of = {str(each.pk): each for each in (finding.product, finding.other) if each}
    if value not in of:
        raise Unfit(_("Choose one of the two products."))
    product = of[value]
    product.active = False
    save(product, "active")


def set_fact(finding: Finding, value: str) -> None:
    product, field = finding.product, finding.proposal["field"]
    if not value:
        raise Unfit(_("Give a value."))
    if field == "category":
        product.category = Category.objects.filter(path=value).first()
        if product.category is None:
            raise Unfit(_("There is no category %(path)s.") % {"path": value})
        save(product, "category")
    elif field == "color":
        for variant in product.variants.filter(color=""):
            variant.color = checked(variant, "color", value)
            save(variant, "color")
    elif field in COLUMNS:
        setattr(product, field, checked(product, field, value))
        save(product, field)
    else:
        set_attribute(product, field, value)


def set_attribute(product: Product, code: str, value: str) -> None:
    attribute = attributes.table().get(code)
    if attribute is None:
        raise Unfit(_("There is no attribute %(code)s any more.") % {"code": code})
    parts = [value]
    if attribute.kind == attributes.Kind.CHOICES:
        parts = [part.strip() for part in value.split(LIST_SEPARATOR.strip()) if part.strip()]
    # One column has all of them: nobody may add another one between this and the save.
    product = Product.objects.select_for_update(no_key=True).get(pk=product.pk)
    known = {attributes.code_of(name): name for name in product.attributes}
    name = known.get(code, attribute.name)
    product.attributes = {**product.attributes, name: parts if len(parts) > 1 else parts[0]}
    save(product, "attributes")
    attributes.learn((name, part, False) for part in parts)


def save(row: Model, column: str) -> None:
    """This column alone: a feed may have changed others since the row was read."""
    times = [each.name for each in row._meta.fields if getattr(each, "auto_now", False)]
    row.save(update_fields=[column, *times])


def photo_of(finding: Finding) -> ProductImage:
    if finding.photo is None:
        raise Unfit(_("The photo is gone."))
    return finding.photo


def checked(row: Model, column: str, value: str) -> Any:
    """The value as the column takes it. Raises ValidationError, also where it is empty."""
    if not value:
        raise Unfit(_("Give a value."))
    return row._meta.get_field(column).clean(value, row)


REMEDIES: dict[str, Callable[[Finding, str], None]] = {
    each.__name__: each for each in (set_color, set_title, set_alt, remove_photo, hide, set_fact)
}
