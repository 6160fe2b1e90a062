"""Seats."""

from __future__ import annotations

from ..shapes import seating
from .kind import LOW, STANDING, Design, Kind, Look

WOODS = (Look("oak", ("natural",)), Look("walnut", ("brown",)), Look("pine", ("beige",)))
PAINTED = Look("wood", ("white", "black", "green", "grey", "blue"))
FABRICS = (
    Look("linen", ("beige", "grey", "blue", "white")),
    Look("velvet", ("green", "pink", "navy", "yellow", "burgundy", "teal")),
    Look("leather", ("brown", "black")),
    Look("wool", ("grey", "orange", "olive")),
)

KINDS = (
    Kind(
        "chairs",
        "Furniture > Chairs",
        seating.chair,
        (
            Design(
                "spindle-back chair",
                {"style": "spindle"},
                "Slim turned spindles hold a curved back rail.",
                {"style": "spindle back", "seat height": "45 cm"},
            ),
            Design(
                "ladder-back chair",
                {"style": "ladder"},
                "Three curved slats support the back.",
                {"style": "ladder back", "seat height": "45 cm"},
            ),
        ),
        (*WOODS, PAINTED),
        {"seat": ". .", "legs": ". ."},
        (70, 180),
        (
            "At home round the dining table and beside the desk.",
            "Light enough to carry with one hand.",
        ),
        90,
        STANDING,
        count=7,
    ),
    Kind(
        "shell-chairs",
        "Furniture > Chairs",
        seating.chair,
        (
            Design(
                "shell chair",
                {"style": "shell"},
                "One moulded shell on four tapering wooden legs.",
                {"style": "shell", "seat height": "45 cm"},
            ),
        ),
        (Look("matt plastic", ("white", "yellow", "red", "teal", "black", "grey")),),
        {"legs": "oak natural"},
        (60, 110),
        ("Wipes clean after every meal.", "Bright enough for a kitchen, calm enough for work."),
        85,
        STANDING,
        count=5,
    ),
    Kind(
        "padded-chairs",
        "Furniture > Chairs",
        seating.chair,
        (
            Design(
                "upholstered dining chair",
                {"style": "upholstered"},
                "Seat and back are padded all round.",
                {"style": "upholstered", "seat height": "48 cm"},
            ),
        ),
        FABRICS,
        {"legs": "walnut brown"},
        (110, 220),
        ("Dinner guests will stay for another hour.", "A soft seat on slim wooden legs."),
        90,
        STANDING,
        count=5,
    ),
    Kind(
        "stools",
        "Furniture > Stools",
        seating.stool,
        (
            Design(
                "three-legged stool",
                {},
                "A round seat on three splayed legs.",
                {"seat height": "45 cm"},
            ),
            Design(
                "bar stool",
                {"style": "bar", "height": 1.75},
                "Tall, with a foot ring.",
                {"seat height": "75 cm"},
                1.5,
            ),
        ),
        (*WOODS, PAINTED),
        {"legs": "cast iron black"},
        (40, 110),
        ("A seat, a side table, a plant stand.", "It tucks away under the worktop."),
        60,
        STANDING,
        count=6,
    ),
    Kind(
        "poufs",
        "Furniture > Stools",
        seating.stool,
        (
            Design(
                "pouf",
                {"style": "pouf"},
                "Soft, round and firm enough to sit on.",
                {"seat height": "38 cm"},
            ),
        ),
        (
            Look("knit", ("grey", "beige", "navy")),
            Look("leather", ("brown",)),
            Look("velvet", ("green", "pink")),
        ),
        {"legs": ". ."},
        (60, 120),
        ("Feet up, or one more seat for a guest.",),
        55,
        STANDING,
        count=4,
    ),
    Kind(
        "sofas",
        "Furniture > Sofas",
        seating.sofa,
        (
            Design(
                "two-seat sofa",
                {"seats": 2},
                "At 148 cm wide it suits a small flat.",
                {"seats": "2", "width": "148 cm"},
            ),
            Design(
                "three-seat sofa",
                {"seats": 3, "pillows": True},
                "210 cm wide, with two scatter cushions.",
                {"seats": "3", "width": "210 cm"},
                1.4,
            ),
            Design(
                "corner sofa",
                {"seats": 3, "chaise": True},
                "The chaise longue lets you stretch out.",
                {"seats": "4", "width": "230 cm"},
                1.9,
            ),
            Design(
                "armchair",
                {"seats": 1, "arm": 0.2, "rolled": True},
                "Deep, with rolled arms.",
                {"seats": "1", "width": "92 cm"},
                0.6,
            ),
            Design(
                "rolled-arm sofa",
                {"seats": 2, "rolled": True, "arm": 0.2},
                "Rolled arms give it a classic line.",
                {"seats": "2", "width": "165 cm"},
                1.2,
            ),
        ),
        FABRICS,
        {"legs": "oak natural", "pillow": "linen second"},
        (350, 900),
        (
            "Every seam is stitched twice.",
            "Sink in after work and stay there.",
            "The seat cushions turn over, so they wear evenly.",
        ),
        190,
        (STANDING[0], STANDING[1], LOW[0]),
        second=("white", "yellow", "navy", "beige"),
        count=14,
    ),
)
