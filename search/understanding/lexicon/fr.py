"""French."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """prix, au prix de, coûtant""",
    "under": """moins de, à moins de, pour moins de, sous, jusqu'à, jusqua, au plus, au maximum,
        maximum, max, pas plus de, en dessous de, en dessous des, moins cher que, moins chère que,
        moins chers que, moins chères que, budget, budget de, avec un budget de""",
    "over": """plus de, à partir de, au moins, au minimum, minimum, min, dès, au dessus
        de, au dessus des""",
    "between": "entre",
    "about": "environ, autour de, vers",
    "from": "de",
    "to": "à, et",
    "or less": "ou moins, maximum, max, au plus",
    "or more": "ou plus, et plus, minimum",
    "cheap": """pas cher, pas chère, pas chers, pas chères, pas trop cher, pas trop chère,
        pas trop chers, pas trop chères, pas très cher, pas très chère, peu cher, peu chère,
        bon marché, abordable, économique""",
    "cheapest": "moins cher, moins chère, moins chers, moins chères, plus bas prix",
    "dearest": "plus cher, plus chère, plus chers, plus chères",
    "newest": """nouveautés, nouveauté, plus récent, plus récente, plus récents, plus récentes,
        derniers arrivages, nouveaux arrivages""",
    "most popular": """meilleures ventes, meilleure vente, plus vendu, plus vendue, plus vendus,
        plus vendues, plus populaire, plus populaires, best seller, best sellers, mieux noté,
        mieux notés, mieux notée, mieux notées""",
    "most reduced": "plus grande réduction, plus grandes réductions, plus forte réduction",
    "in stock": "en stock, disponible, disponibles",
    "on sale": """en promo, promo, promos, en promotion, promotion, promotions, en solde, en soldes,
        solde, soldes, soldé, soldée, soldés, soldées, à prix réduit, prix réduit, en réduction,
        remisé, remisée, remisés, remisées""",
    "off": "de réduction, de remise, de rabais, moins cher",
    "service": """à vendre, en vente, livraison gratuite, livraison offerte, livraison rapide,
        frais de port offerts, retour gratuit""",
    "plain": "uni, unie, unis, unies, couleur unie",
    "not": """sans, pas de, pas d, pas en, pas trop, pas très, pas, sauf, excepté, hors, tout sauf,
        ni, non, aucun, aucune, déteste, détestent, n'aime pas, n'aiment pas, n'aime ni, ne veux
        pas de, ne veux pas, hormis, à l'exception de, à part""",
    "without": "sans",
    "only": "seulement, uniquement, que du, exclusivement",
    "preferably": "de préférence, préférence, idéalement, si possible, plutôt",
    "half": "un demi, une demie, demi, demie",
    "aspect": "couleur, couleurs, matière, marque",
    "size": "taille, en taille, pointure, en pointure, eu",
    "in": "en, dans",
    "or": "ou, ni",
    "and": "et, plus",
    "small": """pour, avec, un, une, le, la, les, l, des, du, de, d, et, en, à, au, aux, dans, sur,
        je, cherche, veux, voudrais, quelque, chose, truc, mon, ma, mes, ou, de préférence,
        préférence, plutôt, idéalement, peut, être, éventuellement, si, possible, qui, aime,
        mais, est, sont, soit, soient, ait, aient, ont, contient, contiennent,
        être, avoir, contenir, n, ne, contre, durant, pendant, selon""",
    "adjective": """petit, petite, petits, grand, grande, grands, long, longue, court, courte,
        moderne, neuf, neuve, nouveau, nouvelle, chaud, chaude, doux, douce, imperméable, rond,
        ronde, carré, carrée, léger, légère, pliable""",
    "something": "quelque chose, truc",
    "for": "pour",
    "with": "avec",
    "of": "de, du, des, d, à",
    "place": """sur, dans, chez, au, aux, sous, derrière, devant, entre, près de, à côté de,
        au dessus de, en dessous de, au dessous de""",
    "mine": "mon, ma, mes, notre, nos, son, sa, ses",
    "article": "un, une, des, le, la, les, l, deux, trois, quatre, cinq, six",
    "shade": "clair, claire, clairs, claires, foncé, foncée, foncés, foncées, pâle, vif, vive",
    "counted": "personnes, ans, paires, pièces, places, lot, lots, mois, joueurs, pages, feuilles",
}

COLORS = """
beige: beige
black: noir, noire
blue: bleu, bleue
brown: marron, brun, brune
burgundy: bordeaux
cream: crème, écru
dark blue: bleu foncé
dark green: vert foncé
gold: doré, dorée
green: vert, verte
grey: gris, grise
khaki: kaki
light blue: bleu clair, bleu ciel
light green: vert clair
multicoloured: multicolore
navy: bleu marine, marine
orange: orange
pink: rose
purple: violet, violette
red: rouge
silver: argenté, argentée
transparent: transparent, transparente
turquoise: turquoise
white: blanc, blanche
yellow: jaune
mustard: moutarde
"""

MATERIALS = """
bois: chêne, noyer, pin, hêtre, bouleau, frêne, érable, teck, acacia, bambou, acajou, cèdre
métal: acier, acier inoxydable, fer, fonte, laiton, cuivre, bronze, aluminium, zinc, étain, chrome
céramique: grès, faïence, porcelaine, terre cuite
pierre: marbre, granit, ardoise, travertin
plastique: polypropylène, polycarbonate, acrylique, abs, mélamine, pvc
laine: mérinos, alpaga, mohair, cachemire
"""

GENDERS = {
    "man": "homme, hommes, masculin, pour lui",
    "woman": "femme, femmes, féminin, pour elle",
    "boy": "garçon, garçons",
    "girl": "fille, filles, fillette",
    "kid": "enfant, enfants",
    "baby": "bébé, bébés",
    "unisex": "mixte",
}

THINGS = """
turtleneck: col roulé
v neck: col en v, col v
crew neck: col rond
pattern: motif, motifs
breathable: respirant, respirante
dimmable: variable, dimmable
dishwasher safe: passe au lave vaisselle, compatible lave vaisselle, lavable au lave vaisselle
foldable: pliable, pliant, pliante
handmade: fait main, faite main
height adjustable: réglable en hauteur
long sleeved: manches longues, à manches longues
organic: bio, biologique
rechargeable: rechargeable
short sleeved: manches courtes, à manches courtes
vegan: végan, végane
washable: lavable, lavable en machine
waterproof: imperméable, étanche, waterproof
windproof: coupe vent
wireless: sans fil
armchair: fauteuil
backpack: sac à dos
bag: sac
ball: ballon
bed: lit
belt: ceinture
bin: poubelle
blanket: couverture, plaid
blouse: chemisier, blouse
boot: botte, bottine
bottle: bouteille, gourde
bowl: bol
bracelet: bracelet
candle: bougie
cardigan: gilet, cardigan
ceramic: céramique
chair: chaise
checked: à carreaux
chopping board: planche à découper
clock: horloge
clothes: vêtement
coat: manteau, manteaux
cotton: coton
curtain: rideau, rideaux
cushion: coussin, oreiller
desk: bureau
dotted: à pois
dress: robe
drill: perceuse
electronics: électronique
floor lamp: lampadaire
floral: à fleurs, fleuri, fleurie
fridge: réfrigérateur, frigo
furniture: meuble
glass: verre
gloves: gant
handbag: sac à main
hat: chapeau, chapeaux, bonnet
headphones: casque audio, casque
heels: talons, escarpin
hoodie: sweat à capuche
hose: tuyau, tuyau d arrosage
jacket: veste, blouson
jewellery: bijou, bijoux
jumper: pull
kettle: bouilloire
kids: enfant
kitchen: cuisine
lamp: lampe, luminaire
laptop: ordinateur portable
leather: cuir
light bulb: ampoule
linen: lin
metal: métal
mirror: miroir
mug: tasse, mug
oak: chêne
pan: poêle
frying pan: poêle à frire
washing machine: lave-linge, machine à laver, machine à laver le linge
sticky notes: notes adhésives, notes repositionnables, post-it, bloc repositionnable
supplements: complément alimentaire, compléments alimentaires, complément, compléments
phone: téléphone, smartphone
planter: pot de fleurs, cache pot
plate: assiette
pot: casserole, cocotte
pyjamas: pyjama
rain boots: bottes de pluie, bottes en caoutchouc
rug: tapis
running shoe: chaussures de course, chaussure de course
sandals: sandale
scarf: écharpe, foulard
shelf: étagère
shirt: chemise
shoe: chaussure
silk: soie
skirt: jupe
sleeveless: sans manches
slippers: pantoufle, chausson
sneaker: baskets, basket
sock: chaussette
sofa: canapé
speaker: enceinte
steel: acier, inox
stool: tabouret
striped: rayé, rayée, à rayures
suede: daim
suitcase: valise
sunglasses: lunettes de soleil
t-shirt: t shirt, tshirt
table: table
teapot: théière
tent: tente
torch: lampe de poche
towel: serviette
toy: jouet
trousers: pantalon
umbrella: parapluie
vacuum cleaner: aspirateur
vase: vase
wallet: portefeuille
watch: montre
wood: bois, en bois
wool: laine
velvet: velours
brass: laiton
copper: cuivre
marble: marbre
rubber: caoutchouc
felt: feutre
enamel: émail, émaillé, émaillée
porcelain: porcelaine
plastic: plastique
aluminium: aluminium, alu
cast iron: fonte
concrete: béton
rattan: rotin, osier
cork: liège
pine: pin, bois de pin
beech: hêtre
cashmere: cachemire
satin: satin
silicone: silicone
corduroy: velours côtelé
jute: jute
terracotta: terre cuite
canvas: toile
denim: denim, jean
bamboo: bambou
walnut: noyer
round: rond, ronde
rectangular: rectangulaire
knitted: tricoté, tricotée, en maille
"""

PRODUCTS = """
blouson ceinture collier cravate gant guitare manteau matelas parfum rideau trottinette vélo veste
"""

PURPOSES = """
lecture lire dormir sommeil écriture écrire travail travailler bureau voyage voyager course courir
randonnée marche marcher promenade sport danse danser natation nager cuisiner cuisson service
servir boire thé café vin eau manger déjeuner camping plage école quotidien vacances détente
asseoir jouer jeu cadeau offrir
"""

LEXICON = Lexicon(
    language="fr",
    grammar=GRAMMAR,
    materials=MATERIALS,
    people="2 biplace",
    packs="lot, lots, set, coffret, coffrets, boîte, boîtes, pièces, pack, packs, jeu",
    numbers="deux, trois, quatre, cinq, six, sept, huit",
    sums="""10 dix, 15 quinze, 20 vingt, 20 vingts, 30 trente, 40 quarante, 50 cinquante, 60
        soixante, 100 cent, 100 cents, 1000 mille""",
    gifts="cadeau, cadeaux",
    occasions="anniversaire, noël, saint-valentin, idée, idées, surprise",
    relatives={
        "man": "papa, père, mari, fiancé, papi, papy, frère, oncle, copain",
        "woman": "maman, mère, épouse, fiancée, mamie, sœur, soeur, tante, copine",
    },
    vouchers="""carte cadeau, cartes cadeaux, chèque cadeau,
        chèques cadeaux, bon cadeau, bon d'achat, bons d'achat""",
    absent="aucun, aucune, non, sans, uni",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    products=PRODUCTS,
    imitations="faux leather, vegan leather, cuir vegan, faux cuir, similicuir, simili cuir",
    expressions="thé vert, thé noir, vin rouge, vin blanc, carte bleue",
    ambiguous="or rose crème verre bois orange",
    head_first=True,
)
