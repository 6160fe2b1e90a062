"""Dutch."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """prijs, prijzen, prijsklasse""",
    "under": """onder, onder de, tot de, minder dan, tot, maximaal, hoogstens, goedkoper dan, niet
        meer dan, max, budget, budget van""",
    "over": "boven, boven de, vanaf de, meer dan, vanaf, minimaal, minstens, ten minste",
    "between": "tussen",
    "about": "ongeveer, circa, rond",
    "from": "van",
    "to": "tot, en",
    "or less": "of minder, maximaal",
    "or more": "of meer, minimaal",
    "cheap": """goedkoop, goedkope, voordelig, voordelige, betaalbaar, betaalbare, niet duur,
        niet te duur, niet te dure, niet zo duur, niet zo dure""",
    "cheapest": "goedkoopste, voordeligste",
    "dearest": "duurste",
    "newest": "nieuwste, nieuw binnen",
    "most popular": """best verkocht, best verkochte, bestverkochte, populairste, bestseller,
        bestsellers, meest verkocht, meest verkochte, best beoordeeld, best beoordeelde""",
    "most reduced": "grootste korting, hoogste korting",
    "in stock": "op voorraad, leverbaar, beschikbaar",
    "on sale": """in de aanbieding, aanbieding, aanbiedingen, uitverkoop, in de uitverkoop,
        afgeprijsd, afgeprijsde, met korting, korting, sale, in de sale""",
    "off": "korting",
    "service": """te koop, gratis verzending, gratis verzenden, gratis bezorging, gratis levering,
        snelle levering""",
    "plain": "effen, effenkleurig, effenkleurige",
    "not": """zonder, geen, niet, niet te, niet zo, niet van, behalve, uitgezonderd, alles behalve,
        noch, haat, houdt niet van, hou niet van, wil geen, afgezien van""",
    "without": "zonder",
    "only": "alleen, uitsluitend, enkel",
    "preferably": """bij voorkeur, liefst, het liefst, idealiter, indien mogelijk, zo
        mogelijk, als het kan""",
    "half": "een halve, halve, half",
    "aspect": "kleur, kleuren, materiaal, merk",
    "size": "maat, in maat, mt, schoenmaat",
    "in": "in, in een",
    "or": "of, noch",
    "and": "en",
    "small": """de, het, een, van, voor, met, in, op, aan, om, te, ik, zoek, wil, graag, mijn, die,
        dat, en, of, liefst, voorkeur, misschien, eventueel, liever, maar, zijn, is, heeft,
        hebben, bevat, bevatten, tegen, tijdens, volgens""",
    "adjective": """klein, kleine, groot, grote, lang, lange, kort, korte, modern, moderne, nieuw,
        nieuwe, warm, warme, zacht, zachte, waterdicht, waterdichte, rond, ronde, licht, zwaar""",
    "something": "iets",
    "for": "voor",
    "with": "met",
    "of": "van",
    "place": "op, in, bij, naast, onder, boven, achter, aan, tussen, rond, binnen",
    "mine": "mijn, onze, ons, jouw",
    "article": "de, het, een, twee, drie, vier, vijf, zes",
    "shade": "licht, lichte, donker, donkere, fel, felle",
    "counted": "stuks, stuk, paar, personen, jaar, delig, zits, maanden, spelers, stukjes, vellen",
}

COLORS = """
beige: beige
black: zwart, zwarte
blue: blauw, blauwe
brown: bruin, bruine
burgundy: bordeaux, wijnrood
cream: crème
dark blue: donkerblauw, donkerblauwe
dark green: donkergroen, donkergroene
gold: goud, gouden
green: groen, groene
grey: grijs, grijze
khaki: kaki
light blue: lichtblauw, lichtblauwe
light green: lichtgroen
multicoloured: meerkleurig, bont
navy: marineblauw
orange: oranje
pink: roze
purple: paars, paarse
red: rood, rode
silver: zilver, zilveren
transparent: doorzichtig
turquoise: turkoois
white: wit, witte
yellow: geel, gele
mustard: mosterdgeel
"""

GENDERS = {
    "man": "heren, man, mannen",
    "woman": "dames, vrouw, vrouwen",
    "boy": "jongen, jongens",
    "girl": "meisje, meisjes",
    "kid": "kinderen, kind",
    "baby": "baby, babys, peuter",
}

THINGS = """
turtleneck: coltrui, rolkraag
v neck: v hals
crew neck: ronde hals
breathable: ademend, ademende
dimmable: dimbaar, dimbare
dishwasher safe: vaatwasserbestendig, vaatwasmachinebestendig
foldable: opvouwbaar, opvouwbare, inklapbaar
handmade: handgemaakt, handgemaakte
height adjustable: in hoogte verstelbaar
long sleeved: lange mouwen, met lange mouwen
organic: biologisch, biologische
rechargeable: oplaadbaar, oplaadbare
short sleeved: korte mouwen, met korte mouwen
vegan: veganistisch
washable: wasbaar, wasbare
waterproof: waterdicht, waterdichte, waterbestendig
windproof: winddicht, winddichte
wireless: draadloos, draadloze, zonder draad, zonder snoer
armchair: fauteuil
backpack: rugzak, rugzakken
bag: tas, tassen
ball: bal, ballen
bed: bed, bedden
belt: riem, riemen
bin: prullenbak
blanket: deken
blouse: blouse
boot: laars, laarzen
bottle: fles, flessen
bowl: kom, kommen
bracelet: armband
candle: kaars, kaarsen
cardigan: vest
ceramic: keramiek
chair: stoel, stoelen
checked: geruit
chopping board: snijplank
clock: klok, klokken
clothes: kleding
coat: mantel
cotton: katoen
curtain: gordijn, gordijnen
cushion: kussen, kussens
desk: bureau
dotted: gestippeld, met stippen
dress: jurk, jurken
drill: boormachine
electronics: elektronica
floor lamp: staande lamp
floral: gebloemd, met bloemen
fridge: koelkast
furniture: meubels, meubel
glass: glas
gloves: handschoen, handschoenen
handbag: handtas
hat: hoed, muts
headphones: koptelefoon
heels: hakken
hoodie: trui met capuchon
hose: tuinslang
jacket: jas, jassen, jack
jewellery: sieraden
jumper: trui, truien
kettle: waterkoker
kids: kinderen
kitchen: keuken
lamp: lamp, lampen, licht
laptop: laptop
leather: leer, leren
light bulb: gloeilamp
linen: linnen
metal: metaal
mirror: spiegel
mug: mok, kop, mokken
oak: eiken, eikenhout
pan: pan
frying pan: koekenpan
washing machine: wasmachine, wasautomaat
sticky notes: memoblaadjes, post-it, zelfklevende notities, plakbriefjes
supplements: supplementen, voedingssupplementen, voedingssupplement
phone: telefoon, mobiel
planter: bloempot
plate: bord, borden
pot: kookpot
pyjamas: pyjama
rain boots: regenlaarzen
rug: tapijt, vloerkleed
running shoe: hardloopschoen, hardloopschoenen
sandals: sandaal, sandalen
scarf: sjaal, sjaals
shelf: plank
bookcase: boekenkast
shirt: overhemd, hemd
shoe: schoen, schoenen
silk: zijde
skirt: rok, rokken
sleeveless: mouwloos
slippers: pantoffel, sloffen
sneaker: gympen, sportschoen, sportschoenen
sock: sok, sokken
sofa: bank, zetel
speaker: luidspreker
steel: staal, roestvrij staal
stool: kruk
striped: gestreept
suede: suède
suitcase: koffer
sunglasses: zonnebril
t-shirt: t shirt, tshirt
table: tafel
teapot: theepot
tent: tent
torch: zaklamp
towel: handdoek
toy: speelgoed
trousers: broek, broeken
umbrella: paraplu
vacuum cleaner: stofzuiger
vase: vaas
wallet: portemonnee
watch: horloge
wood: hout, houten
wool: wol, wollen
velvet: fluweel, fluwelen
brass: messing
copper: koper, koperen
marble: marmer, marmeren
rubber: rubber, rubberen
felt: vilt, vilten
enamel: emaille, geëmailleerd
porcelain: porselein, porseleinen
plastic: plastic, kunststof
aluminium: aluminium
cast iron: gietijzer, gietijzeren
concrete: beton, betonnen
rattan: rotan, riet
cork: kurk
pine: grenen, grenenhout
beech: beuken, beukenhout
cashmere: kasjmier
satin: satijn, satijnen
silicone: siliconen
corduroy: ribfluweel, corduroy
jute: jute
terracotta: terracotta
canvas: canvas, zeildoek
denim: denim, spijkerstof
bamboo: bamboe
walnut: notenhout, walnoot
round: rond, ronde
rectangular: rechthoekig
knitted: gebreid, gebreide
"""

PURPOSES = """
lezen slapen schrijven werken werk kantoor reizen reis lopen hardlopen rennen wandelen sport
sporten dansen zwemmen koken bakken serveren drinken thee koffie wijn water eten ontbijt kamperen
strand school vakantie ontspannen zitten spelen cadeau
"""

LEXICON = Lexicon(
    language="nl",
    grammar=GRAMMAR,
    people="""2 tweezits, 3 driezits, 4 vierzits, 2 tweepersoons, 4 vierpersoons, 2 tweezitter,
        3 driezitter""",
    packs="set, sets, pak, pack, stuks, delig, delige, doos",
    numbers="twee, drie, vier, vijf, zes, zeven, acht",
    sums="""10 tien, 15 vijftien, 20 twintig, 25 vijfentwintig, 30 dertig, 40 veertig, 50 vijftig,
        60 zestig, 70 zeventig, 80 tachtig, 90 negentig, 100 honderd, 200 tweehonderd, 1000 duizend,
        150 honderdvijftig, 300 driehonderd, 400 vierhonderd, 500 vijfhonderd""",
    gifts="cadeau, cadeaus, cadeautje, geschenk, verjaardagscadeau, kerstcadeau",
    occasions="verjaardag, kerst, kerstmis, moederdag, vaderdag, idee, ideeën, verrassing",
    relatives={
        "man": "papa, vader, echtgenoot, vriend, opa, grootvader, broer, oom",
        "woman": "mama, moeder, echtgenote, vriendin, oma, grootmoeder, zus, tante",
    },
    vouchers="cadeaubon, cadeaukaart, waardebon, tegoedbon",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    imitations="faux leather, vegan leather, vegan leer, kunstleer, imitatieleer",
    expressions="groene thee, zwarte thee, rode wijn, witte wijn",
    ambiguous="glas goud zilver hout",
    compounds=True,
    links=("", "s", "en", "e"),
    absent="geen, nee, zonder, effen",
)
