"""What is refused by a picture's header, before a byte of it is decoded."""

from __future__ import annotations

from PIL import Image

# Bytes that one pixel takes at the worst moment of decoding, measured on 49 million pixels; where
# none is named: four as decoded, and as many once more where transparency is worked on.
PIXEL_BYTES = {"WEBP": 16, "AVIF": 9}
OTHER_PIXEL_BYTES = 8


class Refused(Exception):
    """The picture breaks a limit: which, and the limit's number."""

    def __init__(self, why: str, limit: int = 0) -> None:
        super().__init__(why)
        self.why, self.limit = why, limit


def check(image: Image.Image, limits: dict[str, int]) -> None:
    """Refuse by what the header says, before a byte is decoded."""
    width, height = image.size
    pixel_bytes = PIXEL_BYTES.get(str(image.format), OTHER_PIXEL_BYTES)
    most = min(limits["pixels"], limits["memory"] // pixel_bytes)
    if not width or not height:
        raise Refused("empty")
    if width * height > most:
        raise Refused("pixels", most)
    if max(width, height) > limits["side"]:
        raise Refused("side", limits["side"])
    check_ratio(image.size, limits["ratio"])


def check_ratio(size: tuple[int, int], most: int) -> None:
    """An encoder makes the shorter side as long as it needs, and the longer one with it."""
    if max(size) > most * min(size):
        raise Refused("ratio", most)
