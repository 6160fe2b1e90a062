"""Titles and descriptions, from a product's own parameters: nothing that its photo denies."""

from __future__ import annotations

from random import Random

from .products import Colorway, Product

LINES = (
    "Alder",
    "Juno",
    "Tove",
    "Marlo",
    "Wren",
    "Ines",
    "Bexley",
    "Calla",
    "Dune",
    "Esker",
    "Fen",
    "Greta",
    "Hollis",
    "Iver",
    "Jory",
    "Kestrel",
    "Lark",
    "Mira",
    "Nell",
    "Orla",
    "Pim",
    "Quince",
    "Rook",
    "Saba",
    "Tindra",
    "Una",
    "Vesper",
    "Willa",
    "Yarrow",
    "Zennor",
    "Birk",
    "Corrie",
    "Dell",
    "Elm",
    "Frieda",
    "Garnet",
    "Heath",
    "Ilse",
    "Jonas",
    "Kit",
)
# How a material is spoken of: its name on the label, then two ways to praise it.
MATERIALS: dict[str, tuple[str, str, str]] = {
    "cotton": ("cotton", "soft combed cotton", "mid-weight cotton"),
    "linen": ("linen", "washed linen", "breathable linen"),
    "canvas": ("canvas", "sturdy canvas", "tightly woven canvas"),
    "denim": ("denim", "hard-wearing denim", "washed denim"),
    "wool": ("wool", "pure wool", "soft brushed wool"),
    "knit": ("knitted wool", "chunky knitted wool", "ribbed wool knit"),
    "fleece": ("fleece", "brushed fleece", "warm recycled fleece"),
    "velvet": ("velvet", "deep velvet", "dense cotton velvet"),
    "silk": ("silk", "smooth silk", "light silk with a soft sheen"),
    "nylon": ("nylon", "water-repellent nylon", "tough recycled nylon"),
    "mesh": ("mesh", "airy mesh", "close-knit mesh"),
    "leather": ("leather", "full-grain leather", "supple leather"),
    "suede": ("suede", "velvety suede", "soft brushed suede"),
    "rubber": ("rubber", "natural rubber", "soft matt rubber"),
    "plastic": ("plastic", "smooth moulded plastic", "tough plastic"),
    "matt plastic": ("plastic", "matt recycled plastic", "smooth matt plastic"),
    "gloss": ("glass", "polished glass", "gleaming glass"),
    "ceramic": ("ceramic", "glazed ceramic", "hand-finished ceramic"),
    "stoneware": ("stoneware", "speckled stoneware", "matt stoneware"),
    "terracotta": ("terracotta", "unglazed terracotta", "fired terracotta"),
    "concrete": ("concrete", "cast concrete", "fine-grained concrete"),
    "enamel": ("enamel", "enamelled steel", "glossy enamel on steel"),
    "steel": ("steel", "brushed stainless steel", "stainless steel"),
    "cast iron": ("cast iron", "heavy cast iron", "seasoned cast iron"),
    "brass": ("brass", "warm polished brass", "solid brass"),
    "metal": ("metal", "powder-coated metal", "painted metal"),
    "oak": ("oak", "solid oak", "oiled oak"),
    "walnut": ("walnut", "dark oiled walnut", "solid walnut"),
    "pine": ("pine", "pale solid pine", "untreated pine"),
    "wood": ("painted wood", "painted beech", "lacquered wood"),
    "rattan": ("rattan", "woven rattan", "hand-woven rattan"),
    "jute": ("jute", "braided jute", "coarse natural jute"),
    "glass": ("glass", "mouth-blown glass", "thin clear-ringing glass"),
    "smoked glass": ("tinted glass", "tinted glass", "deeply tinted glass"),
}
# The same shader stands for other stuffs on some kinds.
EXCEPTIONS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("rain-boots", "gloss"): ("rubber", "glossy natural rubber", "shiny rubber"),
    ("beach-balls", "gloss"): ("vinyl", "glossy vinyl", "shiny vinyl"),
    ("suitcases", "plastic"): ("polycarbonate", "polycarbonate", "light polycarbonate"),
    ("suitcases", "steel"): ("aluminium", "brushed aluminium", "light aluminium"),
    ("laptops", "steel"): ("aluminium", "milled aluminium", "brushed aluminium"),
    ("laptops", "metal"): ("aluminium", "anodised aluminium", "coloured aluminium"),
    ("tablets", "metal"): ("aluminium", "anodised aluminium", "coloured aluminium"),
    ("sun-hats", "jute"): ("straw", "woven straw", "hand-plaited straw"),
    ("tennis-balls", "wool"): ("felt", "tightly woven felt", "hard-wearing felt"),
    ("speakers", "mesh"): ("fabric", "woven fabric", "close-woven fabric"),
    ("skateboards", "wood"): ("maple", "painted maple", "seven-ply maple"),
    ("skateboards", "pine"): ("maple", "clear-lacquered maple", "seven-ply maple"),
    ("basketballs", "leather"): ("leather", "pebbled leather", "grippy composite leather"),
}
TONES = {
    "black": "deep",
    "white": "clear",
    "grey": "calm",
    "navy": "dark",
    "blue": "bright",
    "teal": "rich",
    "green": "leafy",
    "olive": "muted",
    "yellow": "sunny",
    "orange": "warm",
    "red": "strong",
    "burgundy": "dark",
    "pink": "soft",
    "purple": "rich",
    "brown": "warm",
    "beige": "sandy",
    "clear": "perfectly",
}
BARE = ("natural", "silver", "gold", "terracotta")
WOODEN = ("oak", "walnut", "pine")


def material(product: Product) -> tuple[str, str, str]:
    """The label of a product's material and two longer ways to say it."""
    return EXCEPTIONS.get((product.kind.key, product.material)) or MATERIALS[product.material]


def line(product: Product) -> str:
    """The name that all colours of one design share."""
    return Random(f"line {product.kind.key} {product.design.noun}").choice(LINES)


def plural(noun: str) -> bool:
    """Whether a noun takes "these"."""
    return (
        noun.endswith("s")
        and not noun.endswith(("ss", "lens"))
        and not noun.startswith(("pair of", "set of"))
    )


def color_words(product: Product, way: Colorway) -> str:
    """The colour as it is written in running text, both colours where a pattern has two."""
    if product.pattern:
        return f"{way.color} and {way.second}"
    return way.color


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def title(product: Product) -> str:
    """One of five ways to name a product, the same one every time."""
    chance = Random(f"title {product.key}")
    way = product.colorways[0]
    noun, stuff, name = product.design.noun, material(product)[0], line(product)
    bare = way.color in BARE or product.material in WOODEN
    color = "" if bare else f"{way.color} "
    if len(product.colorways) > 1:
        return chance.choice((f"{product.brand} {name} {noun}", f"{name} {stuff} {noun}"))
    if product.pattern:
        two = color_words(product, way)
        return chance.choice(
            (
                f"{capital(product.pattern)} {noun} in {two}",
                f"{name} {product.pattern} {noun}, {two}",
                f"{capital(way.color)} {product.pattern} {stuff} {noun}",
                f"{product.brand} {product.pattern} {noun}, {way.color}",
            )
        )
    return chance.choice(
        (
            f"{name} {noun} in {color}{stuff}",
            capital(f"{color}{stuff} {noun}"),
            f"{product.brand} {name} {noun}, {color}{stuff}",
            f"{capital(noun)} in {color}{stuff}",
            f"{capital(color + noun) if color else capital(stuff + ' ' + noun)} {name}",
        )
    )


def description(product: Product) -> str:
    """Two or three sentences: what it is made of, what its form is, what it is good for."""
    if not product.described:
        return ""
    chance = Random(f"description {product.key}")
    form, use = product.design.fact, chance.choice(product.kind.uses)
    sentences = [_opening(product, chance), form, use]
    if chance.random() < 0.3:
        sentences = [use, _opening(product, chance), form]
    elif chance.random() < 0.25:
        sentences = sentences[:2]
    return " ".join(sentences)


def _opening(product: Product, chance: Random) -> str:
    way = product.colorways[0]
    noun, stuff = product.design.noun, chance.choice(material(product)[1:])
    many = plural(noun)
    this, are, its = ("These", "are", "their") if many else ("This", "is", "its")
    color = color_words(product, way)
    if product.pattern:
        return chance.choice(
            (
                f"{capital(product.pattern)} {stuff} in {color} gives {this.lower()} {noun} {its} "
                "character.",
                f"{this} {noun} {are} made of {stuff}, {product.pattern} in {color}.",
                f"A {product.pattern} pattern in {color} runs over {stuff}.",
            )
        )
    if len(product.colorways) > 1:
        other = product.colorways[1].color
        return chance.choice(
            (
                f"{this} {noun} {are} made of {stuff} and {'come' if many else 'comes'} in "
                f"{way.color} or {other}.",
                f"Made of {stuff}, in {way.color} or in {other}.",
            )
        )
    if way.color in BARE or product.material in WOODEN:
        return chance.choice(
            (
                f"{this} {noun} {are} made of {stuff}.",
                f"{product.brand} makes {this.lower()} {noun} of {stuff}.",
                f"Made of {stuff}, left to look like itself.",
            )
        )
    return chance.choice(
        (
            f"{this} {noun} {are} made of {stuff} in {color}.",
            f"{capital(color)} all over, and made of {stuff}.",
            f"{product.brand} makes {this.lower()} {noun} of {stuff} in {color}.",
            f"Made of {stuff}, in {TONES[color]} {color}.",
        )
    )
