"""The catalogue in Django admin, for the people who run the shop."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from catalog.admin.attributes import AttributeAdmin, AttributeValueAdmin
from catalog.admin.imports import ImportRunAdmin, SourceAdmin
from catalog.admin.photos import PhotoAddressAdmin
from catalog.admin.places import BrandAdmin, CategoryAdmin
from catalog.admin.products import PhotoInline, ProductAdmin, VariantInline

__all__ = [
    "AttributeAdmin",
    "AttributeValueAdmin",
    "BrandAdmin",
    "CategoryAdmin",
    "ImportRunAdmin",
    "PhotoAddressAdmin",
    "PhotoInline",
    "ProductAdmin",
    "SourceAdmin",
    "VariantInline",
]

admin.site.site_header = admin.site.site_title = "Vitrine"
admin.site.index_title = _("The shop")
