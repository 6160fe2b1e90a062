"""Bags and luggage."""

from __future__ import annotations

from ..shapes import bags
from .kind import STANDING, Design, Kind, Look

KINDS = (
    Kind(
        "totes",
        "Bags > Totes",
        bags.tote,
        (
            Design(
                "tote bag",
                {},
                "Two long handles sit comfortably on the shoulder.",
                {"volume": "15 l"},
            ),
            Design(
                "two-tone tote",
                {"band": True},
                "The lower third is a second colour.",
                {"volume": "18 l"},
                1.1,
            ),
            Design(
                "large shopper",
                {"width": 1.8, "height": 1.25, "drop": 0.5},
                "Wide enough for a week of groceries.",
                {"volume": "28 l"},
                1.2,
            ),
        ),
        (
            Look(
                "canvas",
                ("beige", "navy", "red", "black", "green", "yellow"),
                ("striped", "dotted", "floral"),
            ),
            Look("leather", ("brown", "black", "burgundy", "beige")),
        ),
        {"base": ". second", "handle": ". second", "print": "image"},
        (20, 120),
        ("Carries books, a laptop and whatever the market has.", "Folds flat when it is empty."),
        60,
        STANDING,
        second=("brown", "black", "navy"),
        repeat=0.4,
        count=9,
    ),
    Kind(
        "backpacks",
        "Bags > Backpacks",
        bags.backpack,
        (
            Design(
                "backpack",
                {},
                "A zipped front pocket and two side pockets hold the small things.",
                {"volume": "20 l"},
            ),
            Design(
                "flap backpack",
                {"flap": True},
                "The flap closes with two straps and metal clasps.",
                {"volume": "22 l"},
                1.2,
            ),
            Design(
                "roll-top backpack",
                {"rolltop": True, "height": 1.4},
                "The top rolls down over the load and straps shut.",
                {"volume": "25 l"},
                1.25,
            ),
        ),
        (
            Look("nylon", ("black", "navy", "red", "teal", "orange", "grey", "purple")),
            Look("canvas", ("olive", "beige", "blue", "yellow", "burgundy", "green")),
            Look("leather", ("brown", "black")),
        ),
        {
            "pocket": ". . 0.9",
            "zip": "metal black",
            "strap": ". . 0.6",
            "flap": ". . 0.92",
            "metal": "brass gold",
        },
        (40, 130),
        (
            "A padded sleeve inside takes a 14 inch laptop.",
            "For school, for day hikes and for a weekend away.",
            "The padded straps spare the shoulders.",
        ),
        45,
        STANDING,
        count=11,
    ),
    Kind(
        "suitcases",
        "Bags > Suitcases",
        bags.suitcase,
        (
            Design(
                "cabin suitcase",
                {"height": 1.45},
                "Four wheels and a telescopic handle; it fits the overhead locker.",
                {"volume": "38 l", "height": "55 cm"},
            ),
            Design(
                "large suitcase",
                {"height": 1.75, "width": 1.25},
                "Room for two weeks, on four smooth wheels.",
                {"volume": "95 l", "height": "76 cm"},
                1.6,
            ),
            Design(
                "smooth-shell suitcase",
                {"ribs": False},
                "A plain hard shell without ribs.",
                {"volume": "60 l", "height": "66 cm"},
                1.3,
            ),
        ),
        (
            Look("plastic", ("navy", "red", "black", "yellow", "teal", "pink", "white", "grey")),
            Look("steel", ("silver",)),
        ),
        {"zip": "rubber black", "metal": "steel silver", "trim": "matt plastic black"},
        (80, 190),
        ("Light to lift and hard to dent.", "It glides through the airport at your side."),
        70,
        STANDING,
        count=8,
    ),
    Kind(
        "handbags",
        "Bags > Handbags",
        bags.handbag,
        (
            Design(
                "flap handbag",
                {"style": "flap", "height": 0.9},
                "The flap shuts with a metal clasp; the chain goes over the shoulder.",
                {"style": "flap"},
            ),
            Design(
                "top-handle bag",
                {"style": "structured"},
                "Two handles and a firm base let it stand by itself.",
                {"style": "top handle"},
                1.1,
            ),
            Design(
                "bucket bag",
                {"style": "bucket"},
                "Round-bottomed, with one long strap.",
                {"style": "bucket"},
                0.9,
            ),
        ),
        (
            Look("leather", ("black", "brown", "red", "beige", "navy", "green", "pink", "white")),
            Look("suede", ("burgundy", "olive", "grey")),
        ),
        {"handle": ". . 0.8", "flap": ". . 0.92", "metal": "brass gold"},
        (60, 180),
        (
            "Just large enough for a phone, a book and keys.",
            "It goes to work in the morning and out at night.",
        ),
        32,
        STANDING,
        genders=("women",),
        count=9,
    ),
)
