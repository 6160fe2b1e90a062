"""English."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """price, prices, priced, price range, priced at, costing""",
    "under": """under, below, less than, cheaper than, up to, no more than, not more than, at most,
        max, maximum, within, until, not over, beneath, nothing over, nothing above, budget of,
        budget up to, with a budget of, on a budget of""",
    "over": """over, above, more than, at least, min, minimum, starting at, no less than, not
        under, not less than, nothing under, nothing below""",
    "between": "between",
    "about": "about, around, approx, approximately, roughly, circa, ca",
    "from": "from",
    "to": "to, and",
    "or less": "or less, or under, or cheaper, max, maximum, tops, at most, or below",
    "or more": "or more, and up, or over, min, minimum, at least, or above",
    "cheap": """cheap, cheaper, inexpensive, affordable, low cost, bargain, not expensive,
        not too expensive, not so expensive, not very expensive""",
    "cheapest": "cheapest, lowest price, lowest priced, least expensive",
    "dearest": "most expensive, priciest, highest price, highest priced",
    "newest": "newest, latest, new arrivals, new arrival, what is new",
    "most popular": """best selling, best seller, best sellers, bestseller, bestsellers, most
        popular, top selling, top seller, top sellers, most bought, top rated, best rated,
        highest rated, best reviewed""",
    "most reduced": "biggest discount, highest discount, most reduced, biggest savings",
    "in stock": "in stock, available now, available, ready to ship",
    "on sale": """on sale, sale, in sale, in the sale, reduced, reduced price, discounted, discount,
        with discount, on discount, marked down, on offer, special offer, special offers, clearance,
        on promotion""",
    "off": "off",
    "service": """for sale, free delivery, free shipping, free postage, free returns, with free
        delivery, with free shipping, fast delivery, fast shipping, next day delivery, same day
        delivery, express delivery""",
    "plain": """plain, plain coloured, plain colored, solid colour, solid color, solid coloured,
        solid colored, unpatterned, single colour, single color, one colour""",
    "not": """any colour but, any color but, anything but, everything but, other than, not made of,
        not made from, that is not, is not, not too, not very, not so, which are not, that are not,
        without any, without, with no, but not, not in, not from, not by, not, no, except for,
        except, excluding, excl, minus, w o, neither, hate, hates, hating, dislike, dislikes,
        don't like, doesn't like, do not like, does not like, doesn't want, does not want,
        dont like, doesnt like, can't stand, cannot stand, apart from, aside from, isn't, isnt,
        aren't, arent, wasn't, weren't, doesn't, doesnt, does not, that don't, that dont, that do
        not, which don't, which dont, which do not, won't, will not, hasn't, haven't""",
    # What follows one of these is a part of the thing.
    "without": "without any, without, with no, minus, w o",
    # These say "not" before a name of the shop alone: a "non stick pan" does not stick.
    "not this": """non, never, avoid, avoiding, nothing, nothing in, do not want, don t want,
        i do not want, i don t want, dont want, i dont want""",
    "free of it": "free",
    "only": "only, nothing but",
    "preferably": "preferably, ideally, if possible, hopefully, would prefer, i prefer, prefer",
    "half": "half a, half an, half",
    "aspect": "colour, colours, color, colors, material, brand",
    "size": """size, in size, sz, in a size, eu, uk, us, eur, size eu, size uk, size us, in eu,
        in uk, in us""",
    "in": "in, in a",
    "or": "or, nor, vs, versus",
    "and": "and, plus",
    "small": """a, an, the, for, in, with, of, on, by, my, at, some, any, that, which, is, are, i,
        want, need, looking, buy, but, and, or, made, same, this, instead, please, something,
        anything, stuff, thing, things, one, ones, it, them, me, get, give, show, find, to, from,
        can, do, does, you, have, who, where, when, like, just, really, very, also, be, am, keep,
        if, as, so, we, us, these, those, what, how, preferably, ideally, rather, maybe, perhaps,
        possibly, into, loves, likes, hopefully, all, every, each, would, could, should, let,
        hello, hi, thanks, thank, lots, has, having, being, contain, contains, include, includes,
        come, comes, too, olds, whole, entire""",
    # Adjectives that may follow the thing they describe ("sofa small"); other words that follow a
    # singular make it a part of another thing ("sofa cover").
    "adjective": """small, large, big, long, short, slim, wide, tall, low, high, mini, midi, maxi,
        modern, vintage, retro, classic, waterproof, warm, soft, comfortable, foldable, light,
        heavy, round, square, new, sale, nice, good, best, online, cabin, plain, outdoor, indoor,
        vegan, sustainable, handmade, wireless, bluetooth, sleeveless, oversized, free standing,
        cropped, casual, formal, quiet, beautiful, pretty, lovely, gorgeous, stunning, cute, great,
        perfect, amazing, awesome, cool, fancy, stylish, decent, fantastic, wonderful, favourite,
        favorite, quality, fine, old, aged""",
    "something": "something, anything",
    "for": "for",
    "with": "with",
    "of": "of",
    "place": """at, on, in, from, by, near, above, behind, inside, to, beside, under, over, below,
        beneath, between, around, onto, next to""",
    "mine": "my, our, his, your",
    "person": """dad, daddy, father, mum, mom, mommy, mummy, mother, parents, brother, sister, son,
        daughter, wife, husband, girlfriend, boyfriend, fiance, fiancee, partner, grandma,
        grandmother, granny, grandpa, grandfather, grandparents, aunt, uncle, niece, nephew,
        cousin, friend, friends, colleague, boss, teacher, neighbour, neighbor, family, somebody,
        someone""",
    "article": "a, an, the, two, three, four, five, six",
    "shade": "light, dark, pale, bright, deep, pastel, neon, soft, warm",
    # What a number before these counts is no price and no size.
    "counted": """pack, packs, piece, pieces, pcs, set, sets, pair, pairs, person, persons,
        people, man, seater, seats, years, year, yrs, months, days, day, hours, mp, mah, hz,
        percent, players, pages, sheets""",
}

# Spellings and shades -> a name that `search.understanding.words.colors` ranks.
COLORS = """
grey: gray, gry, greyish, slate
navy: navy blue, marine blue, midnight blue
multicoloured: multi, multicolor, multicolour, multicolored, multi coloured, rainbow
gold: golden
light blue: baby blue, pale blue
light pink: baby pink, pale pink
pink: blush pink, dusty pink, hot pink, rose pink
red: brick red
burgundy: wine red
rust: burnt orange
brown: chocolate brown
blue: blu, cobalt blue, powder blue, royal blue
green: bottle green, emerald green, forest green, lime green, racing green
mint: mint green
olive: olive green
sage: sage green
off white: offwhite, eggshell
violet: violett
beige: sand beige
"""

GENDERS = {
    "man": "man, men, mens, male, males, gentleman, gentlemen, gents, guy, guys, him",
    "woman": "woman, women, womens, female, females, lady, ladies, her",
    "boy": "boy, boys",
    "girl": "girl, girls",
    "kid": "kid, kids, child, children, childrens, junior, juniors, youth",
    "baby": "baby, babies, infant, infants, newborn, toddler, toddlers",
    "unisex": "unisex",
}

SAME = """
bicycle, bike
pram, stroller, pushchair
breathable
dimmable
dishwasher safe, dishwasher proof
foldable, folding, collapsible
handmade, hand made
height adjustable
long sleeved, long sleeves, long sleeve
organic
pattern, print, motif, patterned
rechargeable
short sleeved, short sleeves, short sleeve
vegan
washable, machine washable
waterproof, watertight, water resistant, rainproof
windproof
wireless, cordless, without a cable, without cable, without cables, cable free
armchair, easy chair
backpack, rucksack, knapsack
bag, bags
ball, balls
bamboo, bamboo wood
bed, beds
bedside table, nightstand
belt, belts
bin, trash can, dustbin, waste bin, wastebasket
blanket, throw
boot, boots
bottle, water bottle
bowl, bowls
bracelet
bangle
candle, candles
canvas, canvas fabric
ceramic, earthenware, stoneware
chair, chairs
checked, check, plaid, tartan, gingham, chequered, checkered
clock, clocks
clothes, clothing, apparel, garments
coat, overcoat
cotton, cotton fabric
curtain, drape
cushion, throw pillow, pillow
denim, jean fabric
dotted, polka dot, polka dots, spotted, dots
dress, frock
drill, power drill
earphones, earbuds, in ear headphones
electronics, electronic goods
faux leather, vegan leather
fleece, fleece jacket
floral, flowery, flower print, flowers
fridge, refrigerator
furniture, furnishings
glass, glassware
gloves
mittens, mitts
handbag, purse
hat, hats
headphones, headset
heels, high heels
hoodie, hooded sweatshirt, hooded sweater, hoody
hose, garden hose
jacket, jackets
jewellery, jewelry
jumper, sweater, pullover
kettle
kids, children
kitchen, kitchenware
lamp, light, lighting, lamps, lights
laptop, notebook computer
leather, real leather
linen, flax
metal, metallic
mirror, looking glass
mug, cup
oak, oak wood
pan
frying pan, skillet, fry pan
phone, smartphone, mobile phone, cell phone, cellphone
planter, plant pot, flower pot, flowerpot
plate, plates
puzzle, jigsaw, jigsaw puzzle
pyjamas, pajamas
rug, carpet
sandals, sandal
chopping board, cutting board
desk, writing table, writing desk
pendant lamp, hanging lamp, ceiling lamp, pendant light, ceiling light
floor lamp, standard lamp
light bulb, bulb
pot, cooking pot
casserole, casserole pot, dutch oven
rain boots, rubber boots, wellies, wellingtons, wellington boots, gumboots
slippers, house shoes
turtleneck, roll neck, polo neck, rollneck, high collar
v neck, v necked
crew neck, round neck
watch, wristwatch, timepiece
pouf, footstool, ottoman
scarf, scarves
shelf, shelving
bookcase, bookshelf
shirt, shirts
blouse, blouses
cardigan, knit jacket
shoe, shoes, footwear
silk, mulberry silk
skateboard, skate board
skirt, skirts
sleeveless, without sleeves
sneaker, trainer, tennis shoe, gym shoe
bobble, pompom, pom pom, pompon
dumbbell, hand weight, free weight
flip flops, flip flop, thongs
running shoe, running trainer, jogging shoe
sock, socks
sofa, couch, settee
aquarium, aquaria, fish tank, fishtank
dog, doggy, doggie
cat, kitty
speaker, loudspeaker, bluetooth box
steel, stainless steel
stool, stools
striped, stripes, stripy, stripe
suede, nubuck
suitcase, luggage, trolley case
sunglasses, shades
t-shirt, tee, tee shirt, tshirt
table, tables
tank top, tank, singlet
teapot, tea pot
tent, tents
torch, flashlight
tote bag, tote, shopper bag
towel, towels
toy, toys
trousers, pants, slacks
umbrella, brolly, parasol
vacuum cleaner, hoover
vase, vases
velvet, velvet fabric
wallet, billfold
washing machine, washer, laundry machine
sticky notes, sticky note, post it, post its, post-it, post-its, post it notes, post-it notes
supplements, supplement, food supplements, dietary supplements, food supplement
walnut, walnut wood
women, ladies
wood, wooden, timber
wool, woollen, woolen
brass
copper
marble
rubber
felt
enamel, enamelled, enameled
porcelain
plastic
aluminium, aluminum
cast iron
concrete
rattan, wicker
cork
pine, pine wood, pinewood
beech, beech wood
cashmere
satin
silicone
corduroy
jute
terracotta
round, circular
rectangular
knitted
joggers, jogging bottoms, jogging pants, sweatpants, track pants, tracksuit bottoms
"""

MATERIALS = """
wood: oak, walnut, pine, beech, birch, ash, maple, teak, acacia, bamboo, mahogany, plywood, cedar
metal: steel, iron, brass, copper, bronze, aluminium, aluminum, zinc, tin, pewter, chrome, titanium
ceramic: stoneware, earthenware, porcelain, bone china, terracotta, faience
stone: marble, granite, slate, travertine, sandstone, soapstone
plastic: polypropylene, polycarbonate, acrylic, abs, melamine, polyethylene, pvc, vinyl
wool: merino, lambswool, alpaca, mohair, cashmere
glass: crystal, borosilicate
"""

IMITATIONS = """
faux leather, vegan leather, artificial leather, imitation leather, synthetic leather, pleather
faux fur, fake fur, artificial fur, imitation fur, synthetic fur
faux suede, vegan suede, fake suede, imitation suede, microsuede
wood effect, wood look, wood imitation, imitation wood
marble effect, marble look, faux marble
gold plated, gold toned, gold tone
silver plated, silver toned, silver tone
"""

# A kind of something: where the shop has no such category, the wider one is meant. That stands in
# `SAME` as it does here.
KINDS = """
bag: handbag
ball: basketball, football, soccer ball
boot: ankle boots, chelsea boots
bracelet: bangle
chair: armchair, bistro chair
dress: maxi dress
gloves: mittens
hat: beanie, baseball cap, bucket hat, sun hat
heels: court shoes, stiletto heels, stilettos
jacket: fleece
laptop: notebook
lamp: floor lamp, pendant lamp
pan: wok, frying pan
pot: casserole
running shoe: sneaker
sandals: flip flops
shelf: bookcase
shirt: blouse
shoe: loafers, moccasins, sneaker, sandals
skateboard: longboard
stool: pouf
suitcase: trolley
t-shirt: polo shirt
trousers: chinos, jeans, leggings, joggers
watch: smartwatch
"""

# What people want to do or be, and what shops sell for it.
NEEDS = """
drink, drinker, sip: mug, cup, glass
tea: teapot, mug, cup
coffee: mug, cup, coffee maker
brew, boil: kettle, teapot
cook, cooking, chef, fry: pan, pot
eat, eating: plate, bowl, cutlery
sit, sitting, seating: chair, stool, sofa, armchair, pouf, bench
sleep, sleeping: bed, mattress
write, writing, homework: desk
flower, bouquet: vase
plant, gardener, gardening: planter, plant pot
music, listen, audiophile: headphones, speaker, earbuds
time: watch, clock
photograph, photographer, picture: camera
carry, carrying: bag, backpack, handbag
travel, traveller, traveler, travelling, trip: suitcase, backpack
run, running, runner, jogging, jogger: running shoe, sneaker, smartwatch
hike, hiking, hiker: boots, backpack
camp, camping, camper: tent
skate, skater: skateboard
rain, rainy: umbrella, rain boots, raincoat
cold, winter: scarf, beanie, gloves, coat
"""

# Left out are words that are as often something else in a query: a light, a book to be kept on a
# shelf, a fan of football, whatever one eats.
PRODUCTS = """
anorak apron bathrobe belt bikini blazer bodysuit bowtie bra bracelet brooch camisole cape
cardigan cloak coat corset cufflink dungarees earring fleece gilet glove gown handkerchief jacket
jersey jumpsuit kaftan kilt kimono leggings lingerie mitten necklace necktie negligee nightdress
nightgown onesie overalls overcoat parka petticoat playsuit poncho pullover pyjamas pajamas
raincoat romper sarong shawl stockings suit sunglasses swimsuit swimwear tie tights tracksuit
trenchcoat tutu tuxedo underpants underwear vest waistcoat windbreaker
blouse boot cushion dress hat headphones hoodie jeans kettle lamp laptop mirror mug phone rug sandal
scarf shirt shoe shorts skirt slipper smartphone sneaker sock sofa suitcase sweater teapot tent
trousers umbrella vase
cabinet cupboard sideboard armchair bench bookcase ottoman pouf recliner
clog espadrille galoshes moccasin
briefcase keychain keyring purse satchel wallet
accordion banjo cello clarinet drum flute guitar harmonica harp keyboard mandolin piano saxophone
trombone trumpet tuba ukulele viola violin xylophone
aquarium barbecue bathtub binoculars blender broom bucket calculator calendar carafe chandelier
chess colander comb corkscrew cot cradle crib curtain dehumidifier dishwasher doormat dresser drone
duvet easel faucet freezer fridge fryer grater grill hairbrush hairdryer hammer hammock heater
helmet hoover hose kennel leash sprinkler humidifier jigsaw joystick juicer ladder ladle lawnmower
mattress microscope
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
blanket bedspread napkin hassock footrest bassinet diaper nappy pacifier
cutlery fork teaspoon spork whisk tiara cummerbund
"""

# Where these words stand together, the colour, material or gender in them is none.
# A star: the last word keeps its own meaning ("rose vase": no colour, but a vase).
EXPRESSIONS = """
orange is the new black, girl with a pearl earring, bat man, big ben, black friday, black
forest, black panther, black pepper, black sabbath, black tea, blue jays, blue note, blue ray,
blue tooth, brown bear, brown rice, brown sugar, cotton bud, cotton candy, cyber monday, glass
cleaner, gold coast, looking glass, golden gate, golden retriever, goose down, gray matter,
green bay, green bean, green day, green lantern, green screen, green tea, grey goose, iron
board, iron maiden, iron man, ironing board, mad men, no iron, no name, no show, non iron, non
slip, non stick, olive oil, olive tree, orange juice, orange juicer, orange press, orange
blossom, orange peel, orange squeezer, orange tree, paper towel, pink floyd, pink panther, polar
bear, red bull, red cross, red sox, red wine, rose bush, rose gold, rose garden, rose
petal, rose vase*, rose water, rose wine, silk road, silver lake, silver surfer, spider man,
steel series, super man, under armour, under armor, ant man, white board, white chocolate, white
house, white noise, white tea, white wine, wonder woman, x men, yellow pages, yellow submarine,
under bed, under desk, under sink, over ear, over knee, over the knee, on ear, on the go, off
shoulder, off the shoulder, slip on, pull on, clip on, roll on, stick on, screw on, hang on, strap
on, iron on, snap on, hook on, step on, sew on, pull over, slip over, wrap over, fold over, plug
in, walk in, step in, screw in, clip in, pull in, air max, pro max, bed and breakfast, rock
and roll, salt and pepper, toilet paper, bed sheet, bed linen
"""

# Colours and materials that are things as well: meant as such only beside something of the shop.
AMBIGUOUS = """amber apricot bamboo bronze camel champagne cherry chocolate clear coffee
    copper coral cotton cream diamond emerald gold golden glass ice iron ivory khaki
    lavender lemon lime marble mint mustard natural nude olive paper peach pearl
    petrol plum rose ruby rust sage salmon sand silver sky stone tan taupe violet wine wood"""

# No "bag", "set" or "frame": a tote bag, a mug set and a bed frame are what stands before them.
ACCESSORIES = """adapter battery box brush bulb cable case charger charm cleaner cover hanger holder
    hook insole keychain keyring lace lid liner lock magnet mount opener organiser organizer polish
    poster protector rack refill remote replacement shade sole stand sticker strap toy tyre"""

FORMS = """
short, mini, cropped | midi, knee length | long, maxi, floor length, full length, ankle length
low, low top | high, high top
round, circular | square | rectangular | oval
small, compact, little | large, big, oversized, extra large
slim, skinny, narrow, tapered | wide, wide leg, loose, baggy
single | double | queen size, king size
"""

PURPOSES = """
reading read sleeping writing working work office travelling travel running jogging hiking walking
sports dancing swimming cooking baking serving drinking tea coffee wine water eating breakfast
camping beach school holidays relaxing sitting playing gift present
"""

# People do much with most things, and things stand in most rooms, in any weather.
VAGUE = """
adult, amateur, athlete, runner, cyclist, cook, gardener, traveller, reader, gamer, baker, guest,
couple, people, person, everyday, day, week, weekend, year, morning, evening, night, time, autumn,
season, spring, summer, winter, weather, rain, snow, sun, wind, travel, trip, walk, sport, training,
workout, apartment, home, at home, hall, room, living room, dining room, bedroom, place, city,
street, world, thing, stuff, bag of, dark, holiday, hiking, hike
"""

LEXICON = Lexicon(
    language="en",
    grammar=GRAMMAR,
    needs=NEEDS,
    materials=MATERIALS,
    imitations=IMITATIONS,
    packs="set, sets, pack, packs, piece, pieces, pcs, box, boxes, multipack",
    numbers="two, three, four, five, six, seven, eight",
    sums="""1 one, 9 nine, 10 ten, 12 twelve, 15 fifteen, 20 twenty, 30 thirty, 40 forty, 50 fifty,
        60 sixty, 70 seventy, 80 eighty, 90 ninety, 100 hundred, 1000 thousand""",
    gifts="gift, gifts, present, presents",
    occasions="""birthday, christmas, xmas, anniversary, valentine, valentines, idea, ideas,
        surprise, secret, santa""",
    relatives={
        "man": """dad, daddy, father, husband, boyfriend, fiancé, grandpa, grandad, granddad,
        grandfather, brother, uncle""",
        "woman": """mum, mummy, mom, mommy, mother, wife, girlfriend, fiancée, grandma, granny,
        grandmother, sister, aunt, auntie""",
    },
    vouchers="""gift card, gift cards, giftcard, gift voucher,
        gift vouchers, voucher, vouchers, gift certificate""",
    absent="none, no, not, without, plain, solid, sleeveless",
    colors=COLORS,
    genders=GENDERS,
    things="",
    forms=FORMS,
    accessories=ACCESSORIES,
    purposes=PURPOSES,
    vague=VAGUE,
    same=SAME,
    kinds=KINDS,
    products=PRODUCTS,
    expressions=EXPRESSIONS,
    ambiguous=AMBIGUOUS,
    privatives={"less": "ed"},  # "stripeless", "striped"
)
