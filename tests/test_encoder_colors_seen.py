"""The colours of a photo are measured from its pixels: the thing's, not its ground's."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageDraw

from search.encoders.color_names import nearest_color
from search.encoders.colors_seen import colors_of, likeness, palette_of

SHOP = Path(settings.BASE_DIR) / "sample_shop"


def thing_on(ground: str | tuple[int, int, int], color: str, mode: str = "RGB") -> Image.Image:
    picture = Image.new("RGB", (200, 240), ground)
    ImageDraw.Draw(picture).ellipse((50, 60, 150, 190), fill=color)
    return picture.convert(mode)


@pytest.mark.parametrize("ground", ["white", "black", (180, 140, 90), (60, 110, 60)])
@pytest.mark.parametrize(
    ("color", "family"),
    [("#c8202c", "red"), ("#2a68c4", "blue"), ("#f0c030", "yellow"), ("#704090", "purple")],
)
def test_the_thing_is_told_from_its_ground(ground: str, color: str, family: str) -> None:
    assert next(iter(colors_of(thing_on(ground, color)))) == family


@pytest.mark.parametrize("mode", ["RGBA", "P", "CMYK", "LA"])
def test_pictures_of_any_mode_have_colours(mode: str) -> None:
    assert colors_of(thing_on("white", "#c8202c", mode))


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (3, 2)])
def test_a_picture_too_small_to_have_a_thing_is_its_ground(size: tuple[int, int]) -> None:
    assert list(colors_of(Image.new("RGB", size, "#c8202c"))) == ["red"]


def test_two_colours_share_the_thing() -> None:
    picture = thing_on("white", "#c8202c")
    ImageDraw.Draw(picture).rectangle((50, 60, 150, 125), fill="#2868c4")
    shares = colors_of(picture)
    assert set(shares) == {"red", "blue"}
    assert sum(shares.values()) == pytest.approx(1, abs=0.01)


def test_white_things_on_white_are_white() -> None:
    assert next(iter(colors_of(thing_on("white", "#f2f0ee")))) == "white"


def test_a_word_that_is_no_family_is_found_by_its_place() -> None:
    celadon, brick = (palette_of(thing_on("white", color)) for color in ("#a8d8a0", "#8f1402"))
    assert likeness(celadon, "celadon") > likeness(brick, "celadon")
    assert likeness(brick, "brick red") > likeness(celadon, "brick red")


def test_a_word_that_is_no_colour_is_like_nothing() -> None:
    assert likeness(palette_of(thing_on("white", "#c8202c")), "spatula") == 0


@pytest.mark.slow
def test_photos_of_the_sample_shop_show_what_their_column_says() -> None:
    with (SHOP / "catalogue.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["images"]][::5]
    said = [(nearest_color(row["color"]), row["images"].split("|")[0]) for row in rows]
    right = [
        family in list(colors_of(Image.open(SHOP / "photos" / name)))[:2]
        for family, name in said
        if family
    ]
    assert sum(right) / len(right) > 0.8
