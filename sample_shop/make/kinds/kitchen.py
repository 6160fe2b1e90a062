"""Pots, pans, bottles and what else a kitchen needs."""

from __future__ import annotations

from ..shapes import kitchen
from .kind import LOW, STANDING, Design, Kind, Look

GLAZES = (
    Look(
        "ceramic",
        ("white", "blue", "red", "yellow", "green", "black", "teal", "pink"),
        ("striped", "dotted", "floral", "checked"),
    ),
    Look("stoneware", ("beige", "grey", "navy", "olive")),
)

KINDS = (
    Kind(
        "pans",
        "Kitchen > Pans",
        kitchen.pan,
        (
            Design("frying pan", {}, "Low sides and a long handle.", {"width": "28 cm"}),
            Design(
                "small frying pan",
                {"radius": 0.66},
                "Just right for two eggs.",
                {"width": "20 cm"},
                0.7,
            ),
            Design(
                "saute pan",
                {"height": 0.42},
                "High straight sides hold a sauce.",
                {"width": "26 cm"},
                1.2,
            ),
        ),
        (
            Look("cast iron", ("black",)),
            Look("steel", ("silver",)),
            Look("enamel", ("red", "teal", "green", "navy")),
        ),
        {"inside": "cast iron black", "handle": "walnut brown", "metal": "steel silver"},
        (25, 80),
        ("Heats evenly on gas and on induction.", "Pancakes slide right off it."),
        48,
        LOW,
        count=6,
    ),
    Kind(
        "pots",
        "Kitchen > Pots",
        kitchen.pot,
        (
            Design(
                "casserole pot",
                {},
                "Thick walls, two handles and a heavy lid.",
                {"capacity": "4 l"},
            ),
            Design(
                "tall stock pot",
                {"height": 1.1, "radius": 0.72},
                "Tall enough for stock and spaghetti.",
                {"capacity": "8 l"},
                1.2,
            ),
        ),
        (
            Look("enamel", ("red", "white", "navy", "green", "yellow", "orange")),
            Look("steel", ("silver",)),
            Look("cast iron", ("black",)),
        ),
        {"lid": ". .", "knob": "steel silver", "handle": ". ."},
        (45, 130),
        ("For stews that simmer all afternoon.", "Use it on the hob or in the oven."),
        30,
        LOW,
        count=7,
    ),
    Kind(
        "kettles",
        "Kitchen > Kettles",
        kitchen.kettle,
        (
            Design("stovetop kettle", {}, "It whistles when the water boils.", {"capacity": "2 l"}),
            Design(
                "electric kettle",
                {"electric": True, "tall": 1.25},
                "It lifts off a round base and switches itself off.",
                {"capacity": "1.7 l"},
                1.2,
            ),
        ),
        (
            Look("steel", ("silver",)),
            Look("enamel", ("red", "white", "black", "teal", "yellow", "green")),
        ),
        {
            "lid": ". . 0.95",
            "knob": "matt plastic black",
            "handle": "matt plastic black",
            "base": "matt plastic black",
        },
        (30, 80),
        ("Water for tea in a few minutes.", "A cheerful sight on the hob."),
        26,
        STANDING,
        count=8,
    ),
    Kind(
        "bottles",
        "Kitchen > Bottles",
        kitchen.bottle,
        (
            Design(
                "water bottle",
                {"loop": True},
                "A screw lid with a carrying loop.",
                {"capacity": "600 ml"},
            ),
            Design(
                "insulated bottle",
                {"height": 1.75, "radius": 0.3},
                "Double walls keep drinks cold for a day and hot for half of one.",
                {"capacity": "500 ml"},
                1.4,
            ),
            Design(
                "banded bottle",
                {"band": True, "radius": 0.36},
                "A band round the middle gives a sure grip.",
                {"capacity": "750 ml"},
            ),
        ),
        (
            Look("steel", ("silver",)),
            Look("metal", ("black", "white", "blue", "green", "pink", "yellow", "red", "teal")),
            Look("glass", ("clear",)),
        ),
        {"lid": "matt plastic black", "band": "rubber second"},
        (14, 38),
        ("For the gym, the desk and the trail.", "Fits most bike cages and bag pockets."),
        25,
        STANDING,
        second=("black", "orange", "grey"),
        count=9,
    ),
    Kind(
        "glasses",
        "Kitchen > Glasses",
        kitchen.tumblers,
        (
            Design(
                "pair of tumblers",
                {},
                "Two glasses that taper to a heavy base.",
                {"capacity": "300 ml"},
            ),
            Design(
                "pair of highball glasses",
                {"height": 1.3, "radius": 0.33, "flare": 0.03},
                "Two tall straight glasses.",
                {"capacity": "400 ml"},
                1.1,
            ),
        ),
        (Look("glass", ("clear", "blue", "green", "pink")), Look("smoked glass", ("brown",))),
        {},
        (10, 28),
        ("For water, juice and long drinks.", "Thin at the rim and hard to tip over."),
        15,
        STANDING,
        count=5,
    ),
    Kind(
        "boards",
        "Kitchen > Chopping boards",
        kitchen.board,
        (
            Design(
                "chopping board",
                {},
                "One solid piece with a hole to hang it by.",
                {"length": "40 cm"},
            ),
        ),
        (Look("oak", ("natural",)), Look("walnut", ("brown",)), Look("pine", ("beige",))),
        {"hole": "plastic white"},
        (18, 45),
        ("For bread, cheese and vegetables.",),
        40,
        LOW,
        count=3,
    ),
)
