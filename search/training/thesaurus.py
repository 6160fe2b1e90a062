"""Other words for kinds and colours: captions that no title has, as shoppers type them.

The frozen text tower knows less of shop words than one would think: of 43 everyday names of kinds
it puts 21 nearest to the right one, and of "crimson" it knows that it is near purple. What the
search knows of English synonyms (`search.understanding`) and the lists here are therefore taught;
other languages are left to the tower that knows them. A word that is itself a value of the
training data is never lent to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.folding import fold
from search.understanding.words.color_neighbours import WRITTEN
from search.understanding.words.colors import canonical, words
from search.understanding.words.inflection import base_form
from search.understanding.words.synonyms import groups, wider

# A kind as shops name it: what shoppers call it too.
ALSO_CALLED = """
accessory gift set: gift set
bangle: bracelet, armlet
body lotion: body cream, moisturiser
boot: ankle boots, winter boots
boxer: boxer shorts, underpants, underwear
bra: brassiere, lingerie, bralette
briefs: underpants, panties, knickers, underwear
camisole: cami, vest top, tank top
cap: baseball cap, hat, headgear
capri: cropped trousers, three quarter pants
casual shoe: sneakers, trainers, kicks, plimsolls, tennis shoes
clutch: evening bag, purse, pochette
compact: face powder
cufflink: cuff links
cushion: throw pillow, scatter cushion
deodorant: antiperspirant, body spray, deo
dress: frock, gown, sundress
duffel bag: gym bag, holdall, sports bag, weekender
dupatta: shawl, stole
earbud: in ear headphones, earphones
earring: studs, ear studs, hoops
eyeshadow: eye make up
face moisturiser: face cream, day cream
face wash and cleanser: facial cleanser, face soap
flats: ballerinas, ballet flats, pumps, loafers
flip flop: thongs, beach slippers, beach sandals
football: soccer ball
formal shoe: dress shoes, oxfords, brogues, lace ups, office shoes
foundation and primer: make up base
handbag: purse, pocketbook, ladies bag, shoulder bag
headphone: headset, cans
heel: high heels, stilettos, pumps, court shoes
hoody: hooded sweatshirt, hooded jumper
innerwear vest: undershirt, singlet
jacket: coat, anorak, parka, windbreaker
jeans: denims, denim trousers, dungarees
kajal and eyeliner: eye pencil, kohl
kettle: water boiler
laptop bag: briefcase, computer bag, notebook sleeve
legging: tights, stretch pants
lip gloss: lipgloss
lipstick: lip colour, rouge
lounge pant: pyjama bottoms, pajamas
messenger bag: crossbody bag, courier bag, satchel
mirror: looking glass
mobile pouch: phone case, phone pouch
mug & cup: coffee mug, coffee cup, tea cup, beaker
muffler: scarf, shawl
nail polish: nail varnish, nail lacquer
necklace and chain: necklace, chain, choker
night suit: pyjamas, pajamas, sleepwear
nightdress: nightgown, nightie, sleepwear
pan: frying pan, skillet
pendant: charm, locket
perfume and body mist: fragrance, scent, cologne, eau de toilette
phone: smartphone, mobile, cellphone
planter: flower pot, plant pot
plate: dish, dinner plate
pot: saucepan, stockpot, casserole
ring: band
sandal: strappy shoes, summer shoes
scarf: shawl, neckerchief
shelf: bookcase, bookshelf, rack
shirt: button down, dress shirt, blouse
shoe: footwear, footgear
shorts: bermudas, short pants
skirt: miniskirt
slipper: house shoes, mules
sneaker: trainers, kicks, runners, tennis shoes, gym shoes
sock: hosiery
sofa: couch, settee, loveseat
speaker: loudspeaker, boombox
sport sandal: trekking sandals
sport shoe: running shoes, trainers, sneakers, runners, gym shoes
stocking: hosiery, pantyhose, tights
stole: shawl, wrap
suitcase: luggage, trolley, travel case
sunglass: shades, sunnies, spectacles
suspender: braces
sweater: jumper, pullover, knitwear, cardigan
sweatshirt: hoodie, sweater, fleece
t shirt: tee, tees, polo
tent: camping shelter
tie: necktie, cravat
top: blouse, tunic
track pant: joggers, jogging bottoms, sweatpants
trouser: pants, slacks, chinos
trunk: boxers, underpants, underwear
tshirt: t-shirt, tee, tees, polo
tunic: long top
wallet: billfold, purse, card holder
watch: wristwatch, timepiece, chronograph
"""

# Finer names of a colour that the search does not take for one: "walnut table" names the wood.
ALSO_SEEN_AS = """
beige: biscuit, buff, fawn, mushroom, oatmeal, sandstone, stone
black: coal black, ebony, inky black, jet black, onyx, pitch black
blue: cerulean, cornflower, denim, electric blue, ice blue, sapphire
brown: chestnut, cinnamon, coffee brown, espresso, hazel, mahogany, mocha, walnut
cream: buttermilk, eggshell, vanilla
gold: gilded, gilt, golden yellow
green: avocado, fern, forest, grass green, jade, kelly green, moss, pistachio
grey: ash grey, dove grey, graphite, gunmetal, heather, pewter, slate, smoke, stone grey
maroon: claret, mulberry, oxblood, wine
navy: ink blue, midnight, marine
orange: carrot, flame, pumpkin, tangerine
pink: blush, bubblegum, candy pink, flamingo, raspberry
purple: amethyst, aubergine, eggplant, grape, orchid
red: blood red, cardinal, carmine, cherry red, tomato, vermilion
silver: chrome, metallic grey, silvery
white: milky white, pearly, snow white, snowy
yellow: canary, daffodil, lemon, saffron, sunflower
"""


def plain(text: str) -> str:
    """Folded, hyphens as spaces, every word in its base form: "T-shirts" -> "t shirt"."""
    return " ".join(base_form(word) for word in fold(text).replace("-", " ").split())


def _listed(text: str) -> Iterator[tuple[str, list[str]]]:
    """Lines of "word: other, other"."""
    for line in text.strip().splitlines():
        word, others = line.split(": ")
        yield word, others.split(", ")


def _kinds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in groups():
        for word in group.words["en"]:
            others = (other for other in group.words["en"] if other != word)
            found.setdefault(plain(word), []).extend(others)
    for narrow, wide in wider().items():
        found.setdefault(plain(wide), []).append(narrow)
    for kind, called in _listed(ALSO_CALLED):
        found.setdefault(plain(kind), []).extend(called)
    return {kind: list(dict.fromkeys(called)) for kind, called in found.items()}


def _colours() -> dict[str, list[str]]:
    """By the name in WRITTEN: other spellings, and finer names that stand next to it."""
    found: dict[str, list[str]] = {}
    for name, colour in words("en").items():
        if name != colour:
            found.setdefault(colour, []).append(name)
    for fine, near in WRITTEN.items():
        found.setdefault(near[0], []).append(fine)
    for colour, others in _listed(ALSO_SEEN_AS):
        found.setdefault(colour, []).extend(others)
    return found


KINDS, COLOURS = _kinds(), _colours()


class Thesaurus:
    """The words that may be taught: all but `taken`, the values that the data itself uses."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = {plain(value) for value in taken} | {canonical(value) for value in taken}

    def kinds(self, kind: str) -> list[str]:
        return [word for word in KINDS.get(plain(kind), ()) if plain(word) not in self.taken]

    def colours(self, colour: str) -> list[str]:
        """A finer name ("crimson" of red) only where the data does not use that name itself."""
        name = canonical(colour)
        return [
            word
            for word in COLOURS.get(name, ())
            if canonical(word) == name or canonical(word) not in self.taken
        ]
