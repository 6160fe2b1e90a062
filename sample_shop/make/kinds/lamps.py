"""Lamps."""

from __future__ import annotations

from ..shapes import lamps
from .kind import STANDING, Design, Kind, Look

SHADES = ("white", "beige", "black", "yellow", "navy")

KINDS = (
    Kind(
        "table-lamps",
        "Home > Lamps > Table lamps",
        lamps.table_lamp,
        (
            Design(
                "table lamp",
                {"style": "gourd"},
                "A curved foot carries a tapered fabric shade.",
                {"height": "48 cm"},
            ),
            Design(
                "globe table lamp",
                {"style": "ball"},
                "The round foot sits under a wide shade.",
                {"height": "45 cm"},
            ),
            Design(
                "column table lamp",
                {"style": "column", "wide": 0.5, "narrow": 0.42},
                "A straight column with a drum shade.",
                {"height": "52 cm"},
            ),
        ),
        (
            Look("ceramic", ("white", "teal", "navy", "green", "yellow", "pink")),
            Look("brass", ("gold",)),
            Look("walnut", ("brown",)),
            Look("oak", ("natural",)),
        ),
        {"shade": "paper second", "bulb": "bulb white", "metal": "brass gold"},
        (35, 110),
        ("Warm light for the sofa's end and the bedside.", "Takes an ordinary E27 bulb."),
        48,
        STANDING,
        second=SHADES,
        count=8,
    ),
    Kind(
        "desk-lamps",
        "Home > Lamps > Desk lamps",
        lamps.table_lamp,
        (
            Design(
                "desk lamp",
                {"style": "desk"},
                "The jointed arm brings the light where the work is.",
                {"height": "50 cm"},
            ),
        ),
        (Look("metal", ("black", "white", "red", "green", "yellow", "blue")),),
        {"metal": "steel silver", "bulb": "bulb white", "shade": ". ."},
        (30, 70),
        ("For homework, model ships and late letters.", "Folds down when you are done."),
        50,
        STANDING,
        count=5,
    ),
    Kind(
        "floor-lamps",
        "Home > Lamps > Floor lamps",
        lamps.floor_lamp,
        (
            Design(
                "floor lamp",
                {},
                "A slim stem and a fabric shade at reading height.",
                {"height": "155 cm"},
            ),
            Design(
                "tripod floor lamp",
                {"tripod": True},
                "Three straight legs meet under a drum shade.",
                {"height": "150 cm"},
                1.2,
            ),
            Design(
                "arc floor lamp",
                {"arc": True},
                "The arm reaches over a table or a sofa.",
                {"height": "190 cm"},
                1.5,
            ),
        ),
        (
            Look("metal", ("black", "white")),
            Look("brass", ("gold",)),
            Look("oak", ("natural",)),
            Look("walnut", ("brown",)),
        ),
        {"shade": "paper second", "bulb": "bulb white"},
        (70, 180),
        ("Fills a dark corner with soft light.", "Switches on with a foot."),
        155,
        STANDING,
        second=SHADES,
        count=7,
    ),
    Kind(
        "pendants",
        "Home > Lamps > Pendant lamps",
        lamps.pendant,
        (
            Design(
                "dome pendant lamp",
                {"style": "dome"},
                "A rounded dome throws its light straight down.",
                {"width": "40 cm"},
            ),
            Design(
                "cone pendant lamp",
                {"style": "cone"},
                "A simple cone on a black cord.",
                {"width": "38 cm"},
            ),
            Design(
                "globe pendant lamp",
                {"style": "globe"},
                "A soft round globe that hangs low.",
                {"width": "35 cm"},
            ),
        ),
        (
            Look("metal", ("black", "white", "green", "yellow", "red", "grey")),
            Look("brass", ("gold",)),
            Look("rattan", ("natural",)),
        ),
        {"bulb": "bulb white", "cord": "rubber black"},
        (40, 120),
        ("Hang one over the kitchen table, or three in a row.",),
        45,
        STANDING,
        count=6,
    ),
)
