"""The questions of the relevance benchmark are answered by the catalogue's own columns."""

from benchmarks.data.questions import COLOUR_AND_TYPE, TYPE, Question, questions

COLOURED = {
    "A": ("Blue", "Shoes > Sandals"),
    "B": ("blue", "Summer > Sandals"),
    "C": ("Navy Blue", "Shoes > Sandals"),
    "D": ("Blue/White", "Shoes > Sports Sandals"),
    "E": ("Multi", "Shoes > Sandals"),
    "F": ("Multi", "Shoes > Sandals"),
    "G": ("Red", "Shoes > Slippers"),
}
ROWS = [
    {"sku": sku, "title": f"Pair {sku}", "color": color, "category": category}
    for sku, (color, category) in COLOURED.items()
]


def asked(text: str, kind: str) -> Question | None:
    found = (one for one in questions(ROWS) if (one.text, one.kind) == (text, kind))
    return next(found, None)


def test_right_is_what_has_the_very_colour_and_the_very_type() -> None:
    question = asked("blue sandals", COLOUR_AND_TYPE)
    assert question
    assert question.right == {"A", "B"}


def test_a_longer_name_of_colour_or_type_is_kin_and_neither_right_nor_wrong() -> None:
    question = asked("blue sandals", COLOUR_AND_TYPE)
    assert question
    assert question.kin == {"C", "D"}


def test_a_type_is_asked_for_in_every_colour() -> None:
    question = asked("sandals", TYPE)
    assert question
    assert question.right == {"A", "B", "C", "E", "F"}


def test_nobody_asks_for_what_is_no_colour_or_stands_alone() -> None:
    assert asked("multi sandals", COLOUR_AND_TYPE) is None
    assert asked("slippers", TYPE) is None


def test_variants_of_one_product_are_one_right_product() -> None:
    rows = [
        {"sku": sku, "title": "Cap", "color": "red", "category": "Caps", "group": "cap"}
        for sku in ("S", "M", "L")
    ]
    assert not [one for one in questions(rows) if one.kind == COLOUR_AND_TYPE]
