"""What is on the table."""

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
        "mugs",
        "Kitchen > Mugs & cups",
        kitchen.mug,
        (
            Design(
                "mug",
                {},
                "Straight sides and a handle that takes four fingers.",
                {"capacity": "350 ml"},
            ),
            Design(
                "belly mug",
                {"belly": 0.1, "height": 1.1},
                "Round-bellied, so it sits warm in both hands.",
                {"capacity": "400 ml"},
            ),
            Design(
                "tall mug",
                {"height": 1.55, "radius": 0.48},
                "Tall and slim for milky coffee.",
                {"capacity": "450 ml"},
                1.1,
            ),
            Design(
                "conical mug",
                {"flare": 0.14, "height": 1.1},
                "It widens from foot to rim.",
                {"capacity": "300 ml"},
            ),
        ),
        (*GLAZES, Look("enamel", ("white", "blue", "red", "green"))),
        {"inside": ". white", "handle": ". . 0.97"},
        (8, 24),
        (
            "For tea, coffee and cocoa.",
            "A good present for a new colleague.",
            "The first cup of the morning belongs in it.",
        ),
        11,
        STANDING,
        repeat=0.62,
        second=("white", "navy", "red", "yellow"),
        count=13,
    ),
    Kind(
        "cups",
        "Kitchen > Mugs & cups",
        kitchen.cup_and_saucer,
        (Design("cup and saucer", {}, "A wide cup with its own saucer.", {"capacity": "180 ml"}),),
        GLAZES,
        {"inside": ". white", "handle": ". ."},
        (12, 30),
        ("For cappuccino, or for tea at four.", "Sold as a set of one cup and one saucer."),
        15,
        LOW,
        repeat=0.5,
        second=("white", "navy", "red"),
        count=5,
    ),
    Kind(
        "teapots",
        "Kitchen > Teapots",
        kitchen.teapot,
        (
            Design(
                "teapot",
                {},
                "Round, with a long spout that pours without dripping.",
                {"capacity": "1.1 l"},
            ),
            Design(
                "bail-handle teapot",
                {"bail": True, "squat": 1.1, "height": 0.85},
                "A high arched handle stays cool above the lid.",
                {"capacity": "0.9 l"},
                1.2,
            ),
            Design(
                "tall teapot",
                {"height": 1.3, "squat": 0.85},
                "Tall and slender, for a family breakfast.",
                {"capacity": "1.4 l"},
                1.1,
            ),
        ),
        (*GLAZES, Look("cast iron", ("black", "teal", "burgundy"))),
        {"knob": ". . 0.9", "handle": ". . 0.9"},
        (28, 75),
        ("Brews enough for four cups.", "Comes with a strainer for loose leaves."),
        24,
        STANDING,
        repeat=0.6,
        second=("white", "blue", "yellow"),
        count=8,
    ),
    Kind(
        "bowls",
        "Kitchen > Bowls",
        kitchen.bowl,
        (
            Design("bowl", {}, "A useful size for cereal, soup or salad.", {"width": "16 cm"}),
            Design(
                "serving bowl",
                {"radius": 1.1, "height": 0.5},
                "Wide enough for salad for six.",
                {"width": "28 cm"},
                2.0,
            ),
            Design(
                "deep bowl",
                {"height": 0.85, "radius": 0.85, "foot": 0.5},
                "Deep enough for noodles in broth.",
                {"width": "15 cm"},
                1.1,
            ),
        ),
        (*GLAZES, Look("oak", ("natural",)), Look("walnut", ("brown",)), Look("glass", ("clear",))),
        {"inside": ". . 0.95"},
        (9, 30),
        ("Stacks neatly in the cupboard.", "Right for one and right for sharing."),
        18,
        LOW,
        repeat=0.55,
        count=10,
    ),
    Kind(
        "plates",
        "Kitchen > Plates",
        kitchen.plate,
        (
            Design("dinner plate", {}, "A broad rim frames the food.", {"width": "27 cm"}),
            Design(
                "rimless plate",
                {"lip": 0.12, "rim": 0.2},
                "A raised edge instead of a rim.",
                {"width": "25 cm"},
                1.1,
            ),
            Design(
                "set of four plates",
                {"stack": 4},
                "Four plates that stack.",
                {"width": "27 cm"},
                3.4,
            ),
        ),
        GLAZES,
        {"inside": ". . 0.97"},
        (9, 22),
        ("For every day and for company.", "Safe in the dishwasher."),
        27,
        LOW,
        repeat=0.5,
        count=8,
    ),
)
