"""What is sold: categories, brands, products, their variants, photos, translations, attributes."""

from catalog.models.attribute import Attribute, AttributeValue
from catalog.models.category import PATH_SEPARATOR, Brand, Category
from catalog.models.photo import PhotoAddress, ProductImage, image_path, is_stored, picture_path
from catalog.models.product import Product
from catalog.models.source import ImportRun, Source
from catalog.models.translation import Translation
from catalog.models.values import validate_attributes
from catalog.models.variant import Variant

__all__ = [
    "PATH_SEPARATOR",
    "Attribute",
    "AttributeValue",
    "Brand",
    "Category",
    "ImportRun",
    "PhotoAddress",
    "Product",
    "ProductImage",
    "Source",
    "Translation",
    "Variant",
    "image_path",
    "is_stored",
    "picture_path",
    "validate_attributes",
]
