"""The colours of the sample shop, by the names a shopper would type."""

from __future__ import annotations

RGB = tuple[int, int, int]

COLORS: dict[str, RGB] = {
    "black": (24, 24, 27),
    "white": (240, 240, 237),
    "grey": (134, 138, 143),
    "navy": (28, 40, 84),
    "blue": (40, 104, 196),
    "teal": (20, 128, 130),
    "green": (44, 138, 70),
    "olive": (108, 110, 58),
    "yellow": (242, 196, 48),
    "orange": (234, 118, 34),
    "red": (196, 30, 38),
    "burgundy": (108, 22, 42),
    "pink": (238, 152, 178),
    "purple": (112, 64, 156),
    "brown": (112, 70, 42),
    "beige": (216, 196, 164),
    # What bare materials are called on the label.
    "natural": (198, 158, 108),
    "silver": (200, 202, 206),
    "gold": (214, 168, 84),
    "clear": (244, 248, 248),
    "terracotta": (190, 98, 66),
}


def rgb(name: str) -> RGB:
    """The sRGB triple (0..255) of a named colour; KeyError when the palette lacks it."""
    return COLORS[name]


def linear(color: RGB) -> tuple[float, float, float, float]:
    """Scene-linear RGBA of an sRGB triple, as Blender's shaders expect it."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in color)
    return red, green, blue, 1.0


def shade(color: RGB, factor: float) -> RGB:
    """A darker (factor < 1) or lighter (factor > 1) neighbour of a colour."""
    red, green, blue = (max(0, min(255, round(value * factor))) for value in color)
    return red, green, blue
