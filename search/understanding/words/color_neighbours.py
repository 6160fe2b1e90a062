"""Which colours a shopper would accept instead of another, in this order.

Written by hand, because distances between colour values put cream next to grey and navy next to
black.
"""

from __future__ import annotations

from search.encoders.color_names import families_near, places

# Finer names, of nothing else that shops sell: what is near follows from their places in colour
# space. All are vivid enough for that.
FINER = """auburn carmine celadon cerise cerulean chartreuse heliotrope ocher ochre puce
    russet sepia sienna umber vermillion viridian"""
OTHER_SPELLINGS = {"vermilion": "vermillion"}

WRITTEN: dict[str, tuple[str, ...]] = {
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
NEIGHBOURS = WRITTEN | {
    name: families_near(places()[OTHER_SPELLINGS.get(name, name)], 3)
    for name in [*FINER.split(), *OTHER_SPELLINGS]
}
