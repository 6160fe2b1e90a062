"""Words for the same thing, built in; a shop adds its own in admin (`search.Synonym`).

Only the shop's vocabulary gives them a meaning: a group counts where one of its words is a
category, material, attribute... of this shop, and the others then stand for it.
"""

from __future__ import annotations

# The same thing under other names, in both directions. German and French only for everyday things.
SAME = """
armchair, sessel, fauteuil
backpack, rucksack, knapsack, sac a dos
bag, tasche, taschen, sac
ball, ballon
bed, bett, betten, lit
bedside table, nightstand
belt, gurtel, ceinture
blanket, throw, decke
boot, stiefel, botte, bottes
bottle, water bottle, flasche, flaschen, bouteille
bowl, schussel, schusseln, schale, bol
bracelet, armband
candle, kerze, bougie
ceramic, keramik, ceramique
chair, stuhl, stuhle, chaise
checked, check, plaid, tartan, gingham, chequered, checkered, kariert, a carreaux
clock, uhr, uhren, horloge
clothes, clothing, apparel, kleidung, vetements
coat, mantel, manteau
cotton, baumwolle, coton
curtain, drape
cushion, throw pillow, pillow, kissen, coussin
denim, jean fabric
dotted, polka dot, polka dots, spotted, dots, gepunktet, a pois
dress, kleid, kleider, frock, robe
earphones, earbuds, in ear headphones
electronics, elektronik, electronique
faux leather, vegan leather, kunstleder
floral, flowery, flower print, flowers, blumen, geblumt, fleuri, a fleurs
furniture, mobel, meubles
glass, glas, verre
gloves, handschuhe, gants
handbag, purse, handtasche, sac a main
hat, hut, chapeau
headphones, kopfhorer, casque audio
heels, high heels, stilettos, absatzschuhe, talons
hoodie, hooded sweatshirt, hooded sweater, hoody, kapuzenpullover
jacket, jacke, veste
jewellery, jewelry, schmuck, bijoux
jumper, sweater, pullover, pull
kettle, wasserkocher, bouilloire
kids, children, kinder, enfants
kitchen, kuche, cuisine
lamp, lampe, lampen, leuchte
laptop, notebook computer, ordinateur portable
leather, leder, cuir
linen, leinen
metal, metall
mirror, looking glass, spiegel, miroir
mug, cup, becher, tasse, tassen
oak, oak wood, eiche, chene
pan, frying pan, skillet, fry pan, pfanne, poele
phone, smartphone, mobile phone, cell phone, cellphone, handy, telephone
planter, plant pot, flower pot, flowerpot, blumentopf, pot de fleurs, cache pot
plate, teller, assiette
pyjamas, pajamas
rug, carpet, teppich, tapis
sandals, sandalen, sandales
chopping board, cutting board, schneidebrett, planche a decouper
desk, writing table, writing desk, schreibtisch, bureau
pendant lamp, hanging lamp, ceiling lamp, pendant light
floor lamp, standard lamp, stehlampe, lampadaire
pot, casserole, casserole pot, cooking pot, dutch oven, topf
rain boots, rubber boots, wellies, wellingtons, wellington boots, gumboots, gummistiefel
slippers, house shoes, hausschuhe, pantoffeln, pantoufles
watch, wristwatch, timepiece, armbanduhr, montre
pouf, footstool, ottoman
scarf, schal, schals, echarpe, foulard
shelf, bookshelf, bookcase, shelving, regal, etagere
shirt, hemd, hemden, chemise
shoe, schuh, schuhe, chaussure, chaussures
silk, seide, soie
skateboard, skate board
skirt, rock, jupe
sneaker, trainer, tennis shoe, gym shoe, turnschuh, turnschuhe, baskets
sofa, couch, settee, canape
speaker, loudspeaker, bluetooth box, lautsprecher, enceinte
steel, stainless steel, edelstahl, stahl, acier, inox
stool, hocker, tabouret
striped, stripes, stripy, stripe, gestreift, raye, rayee
suede, wildleder, daim
suitcase, luggage, trolley case, koffer, valise
sunglasses, sonnenbrille, lunettes de soleil
t-shirt, tee, tee shirt, tshirt
table, tisch, tische
teapot, tea pot, teekanne, theiere
tent, zelt, tente
tote bag, tote, shopper bag
trousers, pants, slacks, hose, hosen, pantalon
umbrella, brolly, parasol, regenschirm, parapluie
vacuum cleaner, hoover
vase, vasen, vases
wallet, billfold, geldborse, portefeuille
wood, wooden, holz, bois
wool, woollen, woolen, wolle, laine
"""

# A kind of something: where the shop has no such category, the wider one is meant.
KIND_OF = {
    "ankle boots": "boots",
    "chelsea boots": "boots",
    "armchair": "chairs",
    "basketball": "balls",
    "beanie": "hats",
    "baseball cap": "hats",
    "bucket hat": "hats",
    "bistro chair": "chairs",
    "blouse": "shirts",
    "chinos": "trousers",
    "court shoes": "heels",
    "flip flops": "sandals",
    "floor lamp": "lamps",
    "football": "balls",
    "handbag": "bags",
    "jeans": "trousers",
    "leggings": "trousers",
    "loafers": "shoes",
    "maxi dress": "dresses",
    "joggers": "trousers",
    "longboard": "skateboards",
    "moccasins": "shoes",
    "pendant lamp": "lamps",
    "polo shirt": "t-shirts",
    "pouf": "stools",
    "smartwatch": "watches",
    "sweatpants": "trousers",
    "soccer ball": "balls",
    "stiletto heels": "heels",
    "sun hat": "hats",
    "wok": "pans",
}


def same_words() -> list[list[str]]:
    lines = SAME.strip().splitlines()
    return [[word.strip() for word in line.split(",")] for line in lines]
