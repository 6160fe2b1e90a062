"""Tables, shelves and beds."""

from __future__ import annotations

from ..shapes import furniture
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
        "tables",
        "Furniture > Tables",
        furniture.table,
        (
            Design(
                "dining table",
                {"width": 2.3, "depth": 1.15, "height": 1.0},
                "Seats six.",
                {"width": "180 cm", "height": "75 cm"},
                1.5,
            ),
            Design(
                "round table",
                {"style": "round"},
                "Nobody sits at the head of a round table; this one seats four.",
                {"width": "110 cm", "height": "75 cm"},
                1.2,
            ),
            Design(
                "pedestal table",
                {"style": "round", "pedestal": True, "radius": 0.75},
                "One central column leaves room for knees.",
                {"width": "90 cm", "height": "74 cm"},
            ),
            Design(
                "coffee table",
                {"width": 2.0, "depth": 1.0, "height": 0.62, "shelf": True},
                "A lower shelf keeps magazines off the top.",
                {"width": "110 cm", "height": "42 cm"},
                0.7,
            ),
            Design(
                "hairpin-leg table",
                {"style": "hairpin", "height": 0.85},
                "Slim hairpin legs of black steel carry the top.",
                {"width": "140 cm", "height": "74 cm"},
            ),
            Design(
                "trestle table",
                {"style": "trestle", "height": 1.0},
                "The trestles fold away when the party is over.",
                {"width": "160 cm", "height": "74 cm"},
            ),
        ),
        (*WOODS, Look("wood", ("white", "black", "grey"))),
        {"top": ". .", "legs": ". . 0.92"},
        (120, 380),
        ("Oiled by hand, and ready for decades of dinners.", "Spills wipe off with a damp cloth."),
        140,
        LOW,
        count=10,
    ),
    Kind(
        "desks",
        "Furniture > Desks",
        furniture.desk,
        (
            Design(
                "desk",
                {},
                "Two drawers on the right take pens and papers.",
                {"width": "120 cm", "height": "75 cm"},
            ),
        ),
        (*WOODS, Look("wood", ("white", "black"))),
        {"top": ". .", "legs": ". . 0.9", "metal": "brass gold"},
        (150, 320),
        (
            "Room for a laptop, a lamp and a cup of coffee.",
            "Small enough for a corner of the bedroom.",
        ),
        120,
        LOW,
        count=4,
    ),
    Kind(
        "shelves",
        "Furniture > Shelves",
        furniture.shelf,
        (
            Design(
                "bookcase",
                {"books": 2},
                "Five shelves behind a closed back.",
                {"height": "190 cm", "shelves": "5"},
            ),
            Design(
                "ladder shelf",
                {"style": "ladder", "levels": 5},
                "It leans against the wall and narrows towards the top.",
                {"height": "180 cm", "shelves": "5"},
                0.7,
            ),
            Design(
                "cube shelf",
                {"cube": True, "width": 1.5, "height": 1.9, "levels": 4},
                "Six open compartments for records, books and baskets.",
                {"height": "112 cm", "shelves": "6 compartments"},
            ),
            Design(
                "low shelf",
                {"width": 2.0, "height": 1.05, "levels": 3, "books": 3},
                "Low enough to stand under a window.",
                {"height": "80 cm", "shelves": "2"},
                0.8,
            ),
        ),
        (*WOODS, PAINTED),
        {
            "back": ". . 0.8",
            "legs": ". . 0.85",
            "book0": "paper red",
            "book1": "paper navy",
            "book2": "paper beige",
            "book3": "paper teal",
        },
        (80, 260),
        (
            "Holds paperbacks, plants and everything in between.",
            "Comes with a fixing for the wall.",
        ),
        150,
        STANDING,
        count=8,
    ),
    Kind(
        "metal-shelves",
        "Furniture > Shelves",
        furniture.shelf,
        (
            Design(
                "metal shelving unit",
                {"style": "metal", "levels": 4},
                "Open on all sides and strong enough for the garage.",
                {"height": "160 cm", "shelves": "4"},
            ),
        ),
        (Look("metal", ("black", "white", "green", "red")),),
        {"legs": ". ."},
        (60, 120),
        ("For the workshop, the pantry or a loft.",),
        150,
        STANDING,
        count=3,
    ),
    Kind(
        "beds",
        "Furniture > Beds",
        furniture.bed,
        (
            Design(
                "double bed",
                {},
                "A plain wooden headboard and slats for a 140 cm mattress.",
                {"width": "140 cm"},
            ),
            Design(
                "single bed",
                {"width": 1.0},
                "For a 90 cm mattress, with a plain headboard.",
                {"width": "90 cm"},
                0.7,
            ),
            Design(
                "spindle bed",
                {"slats": True},
                "The headboard is an open row of spindles.",
                {"width": "140 cm"},
                1.1,
            ),
        ),
        (Look("oak", ("natural",)), Look("walnut", ("brown",)), Look("wood", ("white", "black"))),
        {"frame": ". .", "sheet": "cotton white", "body": "linen second"},
        (220, 600),
        (
            "Quiet slats and solid joints for undisturbed nights.",
            "The bedding in the picture is not included.",
        ),
        200,
        (LOW[0], LOW[1]),
        second=("grey", "navy", "beige", "green", "pink", "white"),
        count=7,
    ),
    Kind(
        "padded-beds",
        "Furniture > Beds",
        furniture.bed,
        (
            Design(
                "upholstered bed",
                {"padded": True, "headboard": 1.2},
                "A tall padded headboard to lean against.",
                {"width": "160 cm"},
            ),
        ),
        (Look("velvet", ("navy", "green", "pink")), Look("linen", ("grey", "beige"))),
        {"frame": ". .", "sheet": "cotton white", "body": "cotton white"},
        (400, 800),
        ("For everyone who reads in bed.",),
        210,
        (LOW[0], LOW[1]),
        count=4,
    ),
)
