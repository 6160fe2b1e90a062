"""Products, and hits of a search, as JSON. Names and types here are the API's contract."""

from __future__ import annotations

from typing import Any

from django.utils.http import urlencode
from rest_framework import serializers

from catalog import addresses
from catalog.models import Product, ProductImage, Variant
from catalog.variant_selection import choosing
from search.api.plain import PlainSerializer
from search.query import Hit

PICTURE_WIDTH = 800  # pixels; one of catalog.renditions.WIDTHS


class VariantSerializer(PlainSerializer):
    sku = serializers.CharField()
    source_id = serializers.CharField(help_text="its id in the shop's own system")
    color = serializers.CharField()
    size = serializers.CharField()
    options = serializers.DictField()
    price = serializers.FloatField(allow_null=True)
    price_before = serializers.FloatField(allow_null=True)
    stock = serializers.IntegerField(allow_null=True, help_text="null: not counted")
    availability = serializers.ChoiceField(Variant.Availability.values)
    available = serializers.BooleanField(help_text="in stock")
    gtin = serializers.CharField()
    mpn = serializers.CharField()


class AbsoluteSerializer(serializers.Serializer[Any]):
    """Addresses are whole ones, so that a client need not know where the shop is."""

    def absolute(self, path: str) -> str:
        return str(self.context["request"].build_absolute_uri(path))

    def picture(self, image: ProductImage | None) -> str | None:
        if image is None:
            return None
        return self.absolute(addresses.of_picture(image.fingerprint, PICTURE_WIDTH))

    def address(self, product: Product, variant: Variant | None = None) -> str:
        """The page in the shop's own system; where none is known, the one here."""
        if own := (variant.url if variant else "") or product.url:
            return own
        chosen = choosing(variant) if variant else {}
        query = f"?{urlencode(chosen)}" if chosen else ""
        return self.absolute(f"{product.get_absolute_url()}{query}")


class VoteSerializer(PlainSerializer):
    retriever = serializers.CharField(help_text="`words 2`: that of the second part of the query")
    raw = serializers.FloatField(
        help_text="of vectors: standard deviations over the query's background; of words and"
        " chips: the share that is met"
    )
    says = serializers.FloatField(
        help_text="calibrated: the chance that it is right, were nothing else known"
    )
    weight = serializers.FloatField(help_text="in the fusion, times that of its part of the query")


class ChipMetSerializer(PlainSerializer):
    key = serializers.CharField(help_text="send as `off` to switch this chip off")
    label = serializers.CharField()
    met = serializers.BooleanField()
    known_by = serializers.ChoiceField(
        ["column", "words", "photo", "undenied", ""],
        help_text="the product's own columns; where they are empty its words; else its photo; "
        "undenied: nothing says it, and its title says nothing else in its place",
    )


class ExplanationSerializer(PlainSerializer):
    """Why a product is where it is."""

    votes = VoteSerializer(
        many=True, help_text="of the retrievers that know the product; none in a listing"
    )
    score = serializers.FloatField(
        allow_null=True, help_text="the votes fused; null where nothing was asked that has a score"
    )
    cutoff = serializers.FloatField(
        allow_null=True,
        help_text="the least score that is relevant. What meets every chip counts below it too,"
        " where no other word was asked for",
    )
    chips = ChipMetSerializer(many=True)
    one_variant = serializers.BooleanField(
        help_text="whether one and the same variant meets all chips and filters"
    )
    named = serializers.BooleanField(help_text="the query is, or has, its number or title")
    rules = serializers.ListField(
        child=serializers.CharField(), help_text="rules of the shop that acted on it, by name"
    )


class HitSerializer(PlainSerializer, AbsoluteSerializer):
    """One product: what a card shows of it."""

    sku = serializers.CharField()
    title = serializers.CharField(source="product.title")
    source_id = serializers.CharField(source="variant.source_id", default="")
    price = serializers.FloatField(source="variant.price", allow_null=True, default=None)
    price_before = serializers.FloatField(
        source="variant.price_before", allow_null=True, default=None
    )
    availability = serializers.ChoiceField(
        Variant.Availability.values, source="variant.availability", default="out_of_stock"
    )
    currency = serializers.CharField(source="product.currency")
    url = serializers.SerializerMethodField()
    image = serializers.SerializerMethodField()
    score = serializers.FloatField(help_text="0 to 1: the chance that this is what was asked for")
    reasons = serializers.ListField(child=serializers.CharField())
    variant = VariantSerializer(allow_null=True)
    trace = serializers.DictField(
        child=serializers.FloatField(),
        required=False,
        help_text="what each retriever says; only with explain=1",
    )
    explanation = ExplanationSerializer(required=False, help_text="only with explain=1")

    def get_url(self, hit: Hit) -> str:
        return self.address(hit.product, hit.variant)

    def get_image(self, hit: Hit) -> str | None:
        return self.picture(hit.image)

    def to_representation(self, hit: Hit) -> dict[str, Any]:
        shown = super().to_representation(hit)
        if not self.context.get("explain"):
            shown.pop("trace", None)
            shown.pop("explanation", None)
        return shown


class PartialHitSerializer(HitSerializer):
    """A product that meets some of what was asked for."""

    missing = serializers.ListField(child=serializers.CharField(), help_text="what it lacks")


class PhotoSerializer(AbsoluteSerializer):
    url = serializers.SerializerMethodField()
    alt = serializers.CharField()
    color = serializers.CharField()

    def get_url(self, image: ProductImage) -> str | None:
        return self.picture(image)


class ProductSerializer(AbsoluteSerializer):
    """All that the shop says about a product, with its variants and photos."""

    sku = serializers.SerializerMethodField()
    group = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    category = serializers.CharField(source="category.path", default="")
    brand = serializers.CharField(source="brand.name", default="")
    gender = serializers.CharField()
    material = serializers.CharField()
    tags = serializers.ListField(child=serializers.CharField())
    rating = serializers.FloatField(allow_null=True)
    rating_count = serializers.IntegerField(allow_null=True)
    currency = serializers.CharField()
    attributes = serializers.DictField()
    url = serializers.SerializerMethodField()
    images = PhotoSerializer(many=True)
    variants = VariantSerializer(many=True)

    def get_sku(self, product: Product) -> str:
        """The SKU that was asked for."""
        return str(self.context["sku"])

    def get_url(self, product: Product) -> str:
        return self.address(product)
