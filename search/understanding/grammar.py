"""The small words of a query in English, German and French: under, without, only, in stock..."""

from __future__ import annotations

from search.understanding.tokens import words_of

PHRASES = {
    "under": """under, below, less than, cheaper than, up to, no more than, not more than, at
        most, max, maximum, within, until, unter, bis, bis zu, hochstens, maximal, weniger als,
        gunstiger als, moins de, sous, jusqu a, jusqua, au plus""",
    "over": """over, above, more than, at least, min, minimum, starting at, uber, ab, mehr als,
        mindestens, plus de, a partir de, au moins""",
    "between": "between, zwischen, entre",
    "from": "from, von, de",
    "to": "to, and, bis, und, et, a",
    "or less": "or less, or under, or cheaper, max, maximum, oder weniger, ou moins, maximal",
    "or more": "or more, and up, oder mehr, ou plus, min, minimum",
    "cheap": """cheap, cheapest, inexpensive, affordable, low cost, bargain, gunstig, gunstige,
        gunstiger, gunstiges, billig, billige, preiswert, preiswerte, pas cher, pas chere, pas
        chers, bon marche, abordable""",
    "in stock": """in stock, available now, available, ready to ship, auf lager, lieferbar,
        verfugbar, vorratig, en stock, disponible""",
    "not": """any colour but, any color but, anything but, everything but, other than, not made
        of, not made from, that is not, is not, which are not, that are not, without any,
        without, with no, but not, not in, not, no, except for, except, excluding, minus, ohne,
        kein, keine, keinen, nicht, ausser, sans, pas de, pas en, sauf, excepte""",
    "only": "only, nur, ausschliesslich, seulement, uniquement",
    "size": """size, in size, sz, in a size, grosse, groesse, in grosse, gr, taille, en taille,
        pointure, eu, uk, us, eur, size eu, size uk, size us, in eu, in uk, in us""",
    "in": "in, in a, en, in einem",
    "or": "or, nor, oder, ou, noch, ni",
    "and": "and, und, et, plus",
    "money": """euro, euros, eur, dollar, dollars, usd, pound, pounds, gbp, quid, bucks, chf,
        franken""",
    "small": """a, an, the, for, in, with, of, on, by, my, at, some, any, that, which, is, are,
        i, want, need, looking, buy, fur, mit, und, oder, der, die, das, ein, eine, einen, im,
        pour, avec, un, une, le, la, les, des, du, de, et, but, and, or, made,
        same, this, instead, please, bitte""",
    # Adjectives that may follow the thing they describe ("sofa small"); other words that follow a
    # singular make it a part of another thing ("sofa cover").
    "adjective": """small, large, big, long, short, slim, wide, tall, low, high, mini, midi,
        maxi, modern, vintage, retro, classic, waterproof, warm, soft, comfortable, foldable,
        light, heavy, round, square, new, sale, nice, good, best, online, cabin, plain, outdoor,
        indoor, vegan, sustainable, handmade, wireless, bluetooth, sleeveless, oversized,
        cropped, casual, formal, quiet""",
    "for": "for, fur, pour",
    "with": "with, mit, avec",
    "place": """at, on, in, from, by, near, above, behind, inside, to, am, auf, im, zu, vor,
        bei, sur, dans, chez, au, aux""",
    "mine": "my, our, his, your, mein, meine, meinen, mon, ma, mes",
    "article": """a, an, the, ein, eine, einen, einem, der, die, das, den, dem, un, une, le,
        la, les, l, two, three, four, five, six, zwei, drei, vier, deux, trois, quatre""",
    "shade": """light, dark, pale, bright, deep, pastel, neon, hell, dunkel, clair, claire,
        fonce, foncee, soft, warm""",
    # What a number before these counts is no price and no size.
    "counted": """pack, packs, piece, pieces, pcs, set, sets, pair, pairs, person, persons,
        people, man, seater, seats, years, year, yrs, months, days, day, hours, teilig, teile,
        stuck, paar, jahre, personen, pieces, personnes, ans, paires, watt, volt, mp, gb, tb,
        mah, hz, percent""",
}
# Where these words stand together, the colour, material or gender in them is none.
# A star: the last word keeps its own meaning ("rose vase": no colour, but a vase).
FIXED_EXPRESSIONS = """
orange is the new black, girl with a pearl earring, bat man, big ben, black friday, black
forest, black panther, black pepper, black sabbath, black tea, blue jays, blue note, blue ray,
blue tooth, brown bear, brown rice, brown sugar, cotton bud, cotton candy, cyber monday, glass
cleaner, gold coast, looking glass, golden gate, golden retriever, goose down, gray matter,
green bay, green bean, green day, green lantern, green screen, green tea, grey goose, iron
board, iron maiden, iron man, ironing board, mad men, no iron, no name, no show, non iron, non
slip, non stick, olive oil, olive tree, orange juice, orange juicer, orange press, orange
blossom, orange peel, orange squeezer, orange tree, paper towel, pink floyd, pink panther, polar
bear, red bull, red cross, red hat, red sox, red wine, rose bush, rose gold, rose garden, rose
petal, rose vase*, rose water, rose wine, silk road, silver lake, silver surfer, spider man,
steel series, super man, under armour, under armor, ant man, white board, white chocolate, white
house, white noise, white tea, white wine, wonder woman, x men, yellow pages, yellow submarine,
under bed, under desk, under sink, over ear, over knee, air max, pro max, bed and breakfast, rock
and roll, salt and pepper
"""

# Colours and materials that are things as well: meant as such only beside something of the shop.
THING_WORDS = """amber apricot bamboo bronze camel champagne cherry chocolate clear coffee
    copper coral cotton cream diamond emerald gold golden glass ice iron ivory khaki
    lavender lemon lime marble mint mustard natural nude olive paper peach pearl
    petrol plum rose ruby rust sage salmon sand silver sky stone tan taupe violet wine wood"""
THINGS = frozenset(THING_WORDS.split())


def phrases() -> dict[tuple[str, ...], frozenset[str]]:
    """Folded words of a phrase -> the parts it can play."""
    found: dict[tuple[str, ...], set[str]] = {}
    for part, listed in PHRASES.items():
        for phrase in listed.split(","):
            found.setdefault(tuple(words_of(phrase)), set()).add(part)
    return {words: frozenset(parts) for words, parts in found.items()}


GRAMMAR = phrases()
LONGEST = max(map(len, GRAMMAR))
GRAMMAR_WORDS = frozenset(word for phrase in GRAMMAR for word in phrase)
EXPRESSIONS = frozenset(
    (tuple(words_of(each)), each.strip().endswith("*")) for each in FIXED_EXPRESSIONS.split(",")
)


def is_grammar(word: str) -> bool:
    """Whether a folded word says nothing by itself: "for", "under", "without"."""
    return word in GRAMMAR_WORDS
