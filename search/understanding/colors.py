"""Colours as shoppers name them, and what to show where the shop has none of that name.

The order of each row is the order in which a shopper would accept them instead; it is written by
hand, because distances between colour values put cream next to grey and navy next to black.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.folding import fold

# Materials as much as colours: a copper kettle is no orange one, so nothing stands in for them.
NO_STAND_IN = frozenset({"bronze", "clear", "copper", "gold", "natural", "silver", "terracotta"})

NEAR: dict[str, tuple[str, ...]] = {
    "amber": ("orange", "yellow", "brown"),
    "anthracite": ("grey", "black"),
    "apricot": ("orange", "pink"),
    "aqua": ("teal", "blue"),
    "azure": ("blue", "teal"),
    "beige": ("cream", "sand", "natural", "tan", "white"),
    "black": ("charcoal", "grey", "navy"),
    "blue": ("navy", "light blue", "teal"),
    "bordeaux": ("burgundy", "maroon", "red"),
    "bronze": ("gold", "brown"),
    "brown": ("tan", "chocolate", "beige"),
    "burgundy": ("maroon", "red", "purple"),
    "camel": ("tan", "beige", "brown"),
    "champagne": ("beige", "gold"),
    "charcoal": ("grey", "black"),
    "clear": ("transparent", "white"),
    "cobalt": ("blue", "navy"),
    "copper": ("bronze", "orange", "brown"),
    "coral": ("orange", "pink", "red"),
    "cream": ("beige", "off white", "ivory", "white"),
    "crimson": ("red", "burgundy"),
    "cyan": ("teal", "blue"),
    "dark blue": ("navy", "blue"),
    "dark green": ("green", "olive"),
    "dark red": ("burgundy", "maroon", "red"),
    "denim blue": ("blue", "navy"),
    "ecru": ("cream", "beige", "white"),
    "emerald": ("green", "teal"),
    "fuchsia": ("magenta", "pink", "purple"),
    "gold": ("brass", "yellow", "bronze"),
    "green": ("olive", "teal", "mint"),
    "grey": ("charcoal", "silver", "black"),
    "indigo": ("navy", "blue", "purple"),
    "ivory": ("cream", "white", "beige"),
    "khaki": ("olive", "beige", "green"),
    "lavender": ("lilac", "purple", "pink"),
    "light blue": ("blue", "teal"),
    "light pink": ("pink", "rose"),
    "lilac": ("lavender", "purple", "pink"),
    "lime": ("green", "yellow"),
    "magenta": ("pink", "purple", "red"),
    "maroon": ("burgundy", "red", "brown"),
    "mauve": ("purple", "lilac", "pink"),
    "mint": ("green", "teal"),
    "mustard": ("yellow", "gold", "orange"),
    "natural": ("beige", "brown"),
    "navy": ("dark blue", "blue", "black"),
    "nude": ("beige", "pink"),
    "off white": ("white", "cream", "beige"),
    "olive": ("khaki", "green", "brown"),
    "orange": ("rust", "terracotta", "red"),
    "peach": ("pink", "orange"),
    "petrol": ("teal", "blue"),
    "pink": ("rose", "purple", "red"),
    "plum": ("purple", "burgundy"),
    "purple": ("violet", "burgundy", "pink"),
    "red": ("burgundy", "orange", "pink"),
    "rose": ("pink", "red"),
    "ruby": ("red", "burgundy"),
    "rust": ("terracotta", "orange", "brown"),
    "sage": ("green", "olive"),
    "salmon": ("pink", "coral", "orange"),
    "sand": ("beige", "cream", "natural"),
    "scarlet": ("red", "burgundy"),
    "silver": ("grey", "white"),
    "sky blue": ("light blue", "blue", "teal"),
    "tan": ("brown", "camel", "beige"),
    "taupe": ("grey", "beige", "brown"),
    "teal": ("turquoise", "petrol", "green", "blue"),
    "terracotta": ("rust", "orange", "brown"),
    "transparent": ("clear", "white"),
    "turquoise": ("teal", "aqua", "blue", "green"),
    "violet": ("purple", "lilac"),
    "white": ("off white", "cream", "beige"),
    "yellow": ("mustard", "gold", "orange"),
}

# Other spellings and languages -> a name above. German adjectives get their endings below.
OTHER_NAMES = {
    **{f"{shade} green": "green" for shade in ("bottle", "emerald", "forest", "lime", "racing")},
    **{f"{shade} green": shade for shade in ("mint", "olive", "sage")},
    **{f"{shade} blue": "blue" for shade in ("cobalt", "powder", "royal")},
    **{f"{shade} blue": "navy" for shade in ("marine", "midnight")},
    **{f"{shade} pink": "pink" for shade in ("blush", "dusty", "hot", "rose")},
    "baby blue": "light blue",
    "baby pink": "light pink",
    "brick red": "red",
    "burnt orange": "rust",
    "chocolate brown": "brown",
    "wine red": "burgundy",
    "gray": "grey",
    "navy blue": "navy",
    "golden": "gold",
    "multi": "multicoloured",
    "multicolor": "multicoloured",
    "violett": "violet",
}
GERMAN = {
    "beige": "beige",
    "blau": "blue",
    "braun": "brown",
    "dunkelblau": "navy",
    "gelb": "yellow",
    "golden": "gold",
    "grau": "grey",
    "grun": "green",
    "hellblau": "light blue",
    "lila": "purple",
    "rosa": "pink",
    "rot": "red",
    "schwarz": "black",
    "silbern": "silver",
    "turkis": "turquoise",
    "weiss": "white",
    "weinrot": "burgundy",
}
GERMAN_ENDINGS = ("", "e", "er", "es", "en", "em")
FRENCH = {
    "argente": "silver",
    "blanc": "white",
    "blanche": "white",
    "bleu": "blue",
    "bleue": "blue",
    "bleu marine": "navy",
    "bordeaux": "burgundy",
    "dore": "gold",
    "gris": "grey",
    "grise": "grey",
    "jaune": "yellow",
    "marron": "brown",
    "noir": "black",
    "noire": "black",
    "rose": "pink",
    "rouge": "red",
    "vert": "green",
    "verte": "green",
    "violette": "purple",
}


def names() -> dict[str, str]:
    """Every folded name this module knows -> its name in NEAR."""
    french = FRENCH | {f"{word}s": name for word, name in FRENCH.items() if not word.endswith("s")}
    german = {word + end: name for word, name in GERMAN.items() for end in GERMAN_ENDINGS}
    return french | german | OTHER_NAMES | {name: name for name in NEAR}


NAMES = names()


def near_colors(color: str, available: Iterable[str]) -> tuple[str, ...]:
    """The `available` colours nearest to `color`, best first; the colour itself is left out.

    `near_colors("cream", ["Beige", "White", "Red"]) == ("Beige", "White")`
    """
    asked = canonical(color)
    by_name: dict[str, list[str]] = {}
    for value in available:
        by_name.setdefault(canonical(value), []).append(value)
    found: list[str] = []
    queue = [near for near in NEAR.get(asked, ()) if near != asked]
    for name in [*queue, *(second for near in queue for second in NEAR.get(near, ())[:1])]:
        found += [value for value in by_name.get(name, ()) if name != asked and value not in found]
    return tuple(found)


def canonical(color: str) -> str:
    """ "Navy Blue" -> "navy"; a name we do not know stays as it is, folded."""
    plain = fold(color).replace("-", " ").strip()
    return NAMES.get(plain, plain)
