"""Addresses on the web, and those of products and pictures, of which a page has dozens."""

from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from django.core.validators import URLValidator
from django.urls import get_script_prefix, reverse

SCHEMES = ("http", "https")
ETAG_LENGTH = 200  # characters of an ETag that are kept; what is cut off is asked for anew
web_address = URLValidator(schemes=[*SCHEMES])
ALLOWED = "!$&'()*+,;=~:@"  # as they are in a part of a path (RFC 3986)


def is_on_the_web(place: str) -> bool:
    """Whether a place is an address to be fetched from, and not the path or name of a file."""
    try:
        parts = urlsplit(place)
    except ValueError:  # "https://["
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc)


def file_name(address: str) -> str:
    """Of what lies there: ".../pics/moss.jpg?v=1" -> "moss.jpg"; "" where no file is named."""
    return PurePosixPath(unquote(urlsplit(address).path)).name


def of_product(pk: int, slug: str) -> str:
    """Where the shop shows it: "/p/12/red-boots/"."""
    return patterns(get_script_prefix())[0].format(pk, quote(slug, ALLOWED))


def of_picture(fingerprint: str, width: int) -> str:
    """Where a photo is to be had, as wide as that."""
    return patterns(get_script_prefix())[1].format(fingerprint, width)


@lru_cache(maxsize=8)
def patterns(_prefix: str) -> tuple[str, str]:
    """Of a product and of a picture, to be filled in, where the shop lies below `_prefix`."""
    product, picture = reverse("product", args=[0, "SLUG"]), reverse("picture", args=["PRINT", 0])
    return product.replace("0/SLUG", "{}/{}"), picture.replace("PRINT/0", "{}/{}")
