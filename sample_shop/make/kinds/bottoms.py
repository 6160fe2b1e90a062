"""Trousers, shorts and skirts, laid flat."""

from __future__ import annotations

from ..shapes import bottoms
from .kind import FLAT, Design, Kind, Look

SIZES = ("XS", "S", "M", "L", "XL")
WAISTS = ("28", "30", "32", "34", "36")
TRIM = {
    "sleeve": "*",
    "trim": ". . 0.86",
    "seam": ". . 0.72",
    "lining": ". . 0.55",
    "pocket": ". . 0.93",
    "button": "plastic second",
    "collar": "*",
    "cord": "cotton white",
    "zip": "metal silver",
    "print": "image",
}
BOTH = ("women", "men")

KINDS = (
    Kind(
        "trousers",
        "Clothing > Trousers",
        bottoms.trousers,
        (
            Design(
                "straight jeans",
                {"fit": "denim"},
                "Five pockets and a straight leg.",
                {"fit": "straight", "length": "full"},
            ),
            Design(
                "slim trousers",
                {"ankle": 0.13, "spread": 0.3},
                "Slim through the leg, narrow at the ankle.",
                {"fit": "slim", "length": "full"},
            ),
            Design(
                "wide-leg trousers",
                {"ankle": 0.27, "spread": 0.4, "crease": True},
                "A pressed crease runs down each wide leg.",
                {"fit": "wide", "length": "full"},
                1.1,
            ),
            Design(
                "joggers",
                {"drawstring": True, "ankle": 0.14},
                "A drawstring waist and ribbed cuffs keep them comfortable.",
                {"fit": "relaxed", "length": "full"},
                0.8,
            ),
            Design(
                "cargo trousers",
                {"cargo": True, "ankle": 0.19},
                "Roomy pockets sit on both thighs.",
                {"fit": "relaxed", "length": "full"},
            ),
        ),
        (
            Look("denim", ("navy", "blue", "black", "grey")),
            Look("cotton", ("beige", "olive", "black", "navy", "grey", "brown")),
            Look("linen", ("white", "beige")),
        ),
        {**TRIM, "seam": ". . 0.6", "button": "brass gold"},
        (40, 95),
        (
            "They go with trainers as well as with proper shoes.",
            "A little stretch keeps them comfortable at a desk.",
            "The pair you reach for without thinking.",
        ),
        104,
        FLAT,
        WAISTS,
        BOTH,
        count=12,
        flat=True,
    ),
    Kind(
        "shorts",
        "Clothing > Shorts",
        bottoms.shorts,
        (
            Design(
                "chino shorts",
                {},
                "They end just above the knee.",
                {"fit": "regular", "length": "short"},
            ),
            Design(
                "drawstring shorts",
                {"drawstring": True},
                "An elastic waist with a drawstring.",
                {"fit": "relaxed", "length": "short"},
                0.8,
            ),
        ),
        (
            Look("cotton", ("beige", "navy", "olive", "red", "white", "grey"), ("striped",)),
            Look("denim", ("blue", "black")),
            Look("nylon", ("blue", "orange", "black", "teal")),
        ),
        {**TRIM, "seam": ". . 0.65"},
        (25, 50),
        ("For the beach, the garden and the long ride home.", "Quick to dry and easy to pack."),
        55,
        FLAT,
        WAISTS,
        BOTH,
        repeat=0.4,
        count=8,
        flat=True,
    ),
    Kind(
        "skirts",
        "Clothing > Skirts",
        bottoms.skirt,
        (
            Design(
                "pleated skirt",
                {"pleats": 15},
                "Fine pleats swing with every step.",
                {"length": "knee"},
                1.15,
            ),
            Design(
                "A-line skirt",
                {"pockets": True},
                "Flared from the hip, with two patch pockets.",
                {"length": "knee"},
            ),
            Design(
                "button-front skirt",
                {"buttons": True, "flare": 0.75},
                "A row of buttons closes the front.",
                {"length": "knee"},
            ),
            Design(
                "mini skirt",
                {"end": -0.35, "flare": 0.66},
                "Short and lightly flared.",
                {"length": "mini"},
                0.85,
            ),
        ),
        (
            Look(
                "cotton",
                ("navy", "red", "green", "beige", "yellow"),
                ("floral", "checked", "dotted"),
            ),
            Look("denim", ("blue", "black")),
            Look("wool", ("grey", "burgundy"), ("plaid",)),
            Look("leather", ("black", "brown")),
        ),
        {**TRIM, "pocket": "*", "trim": ". . 0.8"},
        (35, 80),
        (
            "Wear it with boots in winter and bare legs in summer.",
            "It sits at the waist and moves with you.",
        ),
        62,
        FLAT,
        SIZES,
        ("women",),
        repeat=0.4,
        count=8,
        flat=True,
    ),
)
