"""What is sold: categories, brands, products, their variants, photos and translations."""

from catalog.models.category import PATH_SEPARATOR, Brand, Category
from catalog.models.photo import ProductImage, image_path, is_stored, picture_path
from catalog.models.product import Product, Translation, Variant, validate_attributes

__all__ = [
    "PATH_SEPARATOR",
    "Brand",
    "Category",
    "Product",
    "ProductImage",
    "Translation",
    "Variant",
    "image_path",
    "is_stored",
    "picture_path",
    "validate_attributes",
]
