"""Things that shops sell, whether this one does or not: who asks for one can be told there is none.

Single words in the singular, for `base_form`. Left out are words that are as often something else
in a query: a light, a book to be kept on a shelf, a fan of football, whatever one eats.
"""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from search.query import Notice
from search.understanding.inflection import base_form
from search.understanding.parse import Parse
from search.understanding.vocabulary import Vocabulary

WORDS = """
anorak apron bathrobe belt bikini blazer bodysuit bowtie bra bracelet brooch camisole cape
cardigan cloak coat corset cufflink dungarees earring fleece gilet glove gown handkerchief jacket
jersey jumpsuit kaftan kilt kimono leggings lingerie mitten necklace necktie negligee nightdress
nightgown onesie overalls overcoat parka petticoat playsuit poncho pullover pyjamas pajamas
raincoat romper sarong shawl stockings suit sunglasses swimsuit swimwear tie tights tracksuit
trenchcoat tutu tuxedo underpants underwear vest waistcoat windbreaker
blouse boot cushion dress hat headphones hoodie jeans kettle lamp laptop mirror mug phone rug sandal
scarf shirt shoe shorts skirt slipper smartphone sneaker sock sofa suitcase sweater teapot tent
trousers umbrella vase
clog espadrille galoshes moccasin
briefcase keychain keyring purse satchel wallet
accordion banjo cello clarinet drum flute guitar harmonica harp keyboard mandolin piano saxophone
trombone trumpet tuba ukulele viola violin xylophone
aquarium barbecue bathtub binoculars blender broom bucket calculator calendar carafe chandelier
chess colander comb corkscrew cot cradle crib curtain dehumidifier dishwasher doormat dresser drone
duvet easel faucet freezer fridge fryer grater grill hairbrush hairdryer hammer hammock heater
helmet hoover humidifier jigsaw joystick juicer ladder ladle lawnmower mattress microscope
microwave modem monitor mop mousepad mower oven padlock paintbrush percolator pliers pram printer
projector puzzle quilt radiator radio razor refrigerator sander screwdriver shaver shovel sieve
sink spatula stapler stove stroller telescope television thermometer thermostat toaster toilet
toothbrush towel trampoline treadmill tripod turntable tv typewriter vacuum wardrobe webcam
wheelbarrow
bicycle bike canoe caravan kayak motorbike motorcycle paddleboard raft rollerblade scooter ski
sledge snowboard surfboard tricycle unicycle wetsuit
boomerang dartboard frisbee kite racket racquet
crayon envelope notepad pen pencil
birdcage kennel leash
conditioner deodorant eyeliner eyeshadow hairspray lipstick lotion mascara perfume shampoo sunscreen
doll dollhouse lego
anzug armband bademantel brille fahrrad fernseher gitarre gurtel halskette handschuh jacke klavier
krawatte kuhlschrank matratze ohrring regenjacke schlitten schmuck staubsauger strickjacke
unterwasche vorhang weste winterjacke
blouson ceinture collier cravate gant guitare manteau matelas parfum rideau trottinette velo veste
"""
ASIDE = frozenset({"for", "with", "place", "mine"})


@cache
def known_things(language: str) -> frozenset[str]:
    return frozenset(base_form(word, language) for word in WORDS.split())


def things(parse: Parse) -> list[int]:
    """The tokens that are such a thing, which the shop has no name for, and that are asked for."""
    language = parse.vocabulary.language
    return [
        i
        for i, token in enumerate(parse.tokens)
        if parse.unknown(i)
        and i not in parse.aside
        and base_form(token.text, language) in known_things(language)
        and not is_aside(parse, i)
    ]


def is_aside(parse: Parse, i: int) -> bool:
    """ "A stand for my guitar", "sit at the piano": back over what describes it."""
    i -= 1
    while i >= 0 and (parse.unknown(i) or parse.plays(i) & {"article", "adjective", "shade"}):
        i -= 1
    parts = parse.plays(i)
    looked_for = "for" in parts and parse.plays(i - 1) == {"small"}  # "looking for a guitar"
    return not looked_for and not parts.isdisjoint(ASIDE)


def find_missing_things(parse: Parse) -> None:
    """ "Guitar strap" in a shop without; a "guitar bag" is a bag, where the shop has bags."""
    if any(parse.categories()):
        return
    for i in things(parse):
        if not is_sold(parse.tokens[i].text, parse.vocabulary):
            words = parse.words(i, end_of(parse, i))
            sentence = _("There is no “%(thing)s” in this shop.") % {"thing": words}
            parse.notices.append(Notice("not_sold", words, sentence))


def end_of(parse: Parse, i: int) -> int:
    """With the word behind it, which in English is what the thing is: a "guitar strap"."""
    follows = parse.unknown(i + 1) and "adjective" not in parse.plays(i + 1)
    return i + 1 + follows


def is_sold(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a title or a name of the shop has the word, or one that means the same."""
    key = vocabulary.key([word])
    same = [vocabulary.key(other.split()) for other in vocabulary.phrases.synonyms.get(key, ())]
    return any(all(part in vocabulary.used for part in each) for each in [key, *same])
