"""Scarves, hats and socks."""

from __future__ import annotations

from ..shapes import headwear
from .kind import FLAT, LOW, STANDING, Design, Kind, Look

ONE = ("one size",)

KINDS = (
    Kind(
        "scarves",
        "Clothing > Scarves",
        headwear.scarf,
        (
            Design(
                "fringed scarf",
                {},
                "Both ends are finished with a short fringe.",
                {"length": "180 cm"},
            ),
        ),
        (
            Look(
                "wool",
                ("grey", "red", "navy", "green", "beige", "burgundy"),
                ("plaid", "striped", "checked"),
            ),
            Look("silk", ("pink", "teal"), ("floral", "dotted")),
        ),
        {"trim": ". ."},
        (25, 70),
        ("Long enough to wrap twice round the neck.", "Soft against the chin on frosty mornings."),
        100,
        FLAT,
        ONE,
        ("unisex",),
        repeat=0.4,
        count=8,
        flat=True,
    ),
    Kind(
        "beanies",
        "Clothing > Hats > Beanies",
        headwear.beanie,
        (
            Design("beanie", {}, "The ribbed cuff turns up over the ears.", {}),
            Design("bobble hat", {"pompom": True}, "A fluffy pompom sits on top.", {}, 1.2),
        ),
        (
            Look(
                "knit",
                ("grey", "red", "navy", "yellow", "green", "pink", "black", "orange"),
                ("striped",),
            ),
        ),
        {"trim": ". . 0.85", "pompom": "wool second"},
        (15, 35),
        ("Keeps the ears warm on the first and the last lift of the day.", "A small warm gift."),
        25,
        (STANDING[0], STANDING[1]),
        ONE,
        ("unisex",),
        repeat=0.5,
        count=7,
    ),
    Kind(
        "caps",
        "Clothing > Hats > Caps",
        headwear.cap,
        (Design("baseball cap", {}, "Six stitched panels and a curved brim.", {}),),
        (
            Look("cotton", ("black", "red", "navy", "white", "green", "beige", "blue", "pink")),
            Look("denim", ("blue",)),
            Look("suede", ("brown",)),
        ),
        {"brim": ". second", "seam": ". . 0.7", "trim": ". second"},
        (15, 30),
        (
            "Shades the eyes at the match and on the trail.",
            "Adjusts at the back to fit most heads.",
        ),
        27,
        (LOW[0], LOW[1]),
        ONE,
        ("unisex",),
        second=("black", "white", "navy", "red", "beige"),
        count=6,
    ),
    Kind(
        "sun-hats",
        "Clothing > Hats > Sun hats",
        headwear.sun_hat,
        (Design("sun hat", {}, "A wide brim and a ribbon round the crown.", {}),),
        (Look("jute", ("natural", "beige", "white")), Look("wool", ("burgundy", "olive", "black"))),
        {"trim": "cotton second"},
        (25, 50),
        ("Shade for the beach and for long lunches outside.", "Light, airy and easy to pack."),
        38,
        (LOW[0], LOW[1]),
        ONE,
        ("women", "unisex"),
        second=("black", "red", "navy", "blue"),
        count=5,
    ),
    Kind(
        "socks",
        "Clothing > Socks",
        headwear.socks,
        (Design("pair of socks", {}, "Heel and toe are reinforced in a second colour.", {}),),
        (
            Look(
                "cotton",
                ("grey", "navy", "red", "yellow", "white", "green"),
                ("striped", "dotted", "diamond"),
            ),
            Look("wool", ("beige", "burgundy", "teal")),
        ),
        {"trim": ". second"},
        (7, 16),
        ("They stay up without leaving a mark.", "A drawer can never hold enough of these."),
        40,
        FLAT,
        ("36-38", "39-41", "42-44", "45-47"),
        ("unisex",),
        repeat=0.3,
        second=("navy", "red", "white", "orange", "teal"),
        count=7,
        flat=True,
    ),
)
