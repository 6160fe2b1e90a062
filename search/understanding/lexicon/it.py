"""Italian."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """prezzo, prezzi, a prezzo, prezzo di""",
    "under": """sotto, sotto i, sotto ai, sotto gli, meno di, a meno di, fino a, massimo, al
        massimo, non più di, inferiore a, meno caro di, meno cara di, più economico di, più
        economica di, budget, budget di""",
    "over": """sopra, sopra i, sopra ai, sopra gli, più di, oltre, da, a partire da,
        almeno, minimo""",
    "between": "tra, fra",
    "about": "circa, intorno a",
    "from": "da",
    "of an amount": "da",
    "to": "a, e",
    "or less": "o meno, massimo, al massimo",
    "or more": "o più, in su, minimo",
    "cheap": """economico, economica, economici, economiche, a buon mercato, a poco prezzo,
        non caro, non cara, non cari, non care, non troppo caro, non troppo cara, non troppo cari,
        non troppo care, poco costoso, poco costosa""",
    "cheapest": "più economico, più economica, più economici, più economiche, meno caro, meno cara",
    "dearest": "più caro, più cara, più cari, più care, più costoso, più costosa",
    "newest": "novità, nuovi arrivi, più recente, più recenti, ultimi arrivi",
    "most popular": """più venduto, più venduta, più venduti, più vendute, più popolare, più
        popolari, bestseller, più votato, più votata, più votati, più votate, migliori
        recensioni""",
    "most reduced": "sconto maggiore, maggior sconto",
    "in stock": "disponibile, disponibili, in magazzino, pronta consegna",
    "on sale": """in offerta, offerta, offerte, in saldo, saldi, in saldi, scontato, scontata,
        scontati, scontate, in sconto, con sconto, in promozione, ribassato, ribassata""",
    "off": "di sconto, sconto, scontato",
    "service": """in vendita, spedizione gratuita, spedizione gratis, consegna gratuita, consegna
        veloce, spedizione veloce""",
    "plain": "tinta unita, in tinta unita, a tinta unita, monocolore",
    "not": """senza, non, non troppo, non molto, non di, non in, tranne, eccetto, escluso, nessun,
        nessuna, tutto tranne, né, odia, odio, detesta, non piace, non mi piace, non gli piace, non
        le piace, non piacciono, non mi piacciono, non voglio, salvo, a parte""",
    "without": "senza",
    "only": "solo, soltanto, solamente",
    "preferably": """preferibilmente, di preferenza, idealmente, se possibile, possibilmente,
        meglio se""",
    "half": "mezzo, mezza, da mezzo, da mezza",
    "aspect": "colore, colori, materiale, marca",
    "size": "taglia, in taglia, tg, misura, numero",
    "in": "in, di",
    "or": "o, oppure, né",
    "and": "e, ed",
    "small": """il, lo, la, i, gli, le, l, un, uno, una, di, del, della, dei, degli, delle, per,
        con, in, da, che, mi, cerco, voglio, vorrei, al, alla, a, e, preferibilmente, idealmente,
        possibilmente, magari, forse, ma, però, sia, siano, abbia, abbiano, contenga, contengano,
        sono, hanno, è, ha, essere, avere, contenere, troppo, molto,
        contro, durante, secondo""",
    "adjective": """piccolo, piccola, grande, grandi, lungo, lunga, corto, corta, moderno, moderna,
        nuovo, nuova, caldo, calda, morbido, morbida, impermeabile, rotondo, rotonda, leggero,
        leggera""",
    "something": "qualcosa",
    "for": "per",
    "with": "con",
    "of": """di, del, dello, della, dei, degli, delle, da, dal, dalla, a, al, allo, alla, ai, agli,
        alle""",
    "place": """in, su, sul, sullo, sulla, sui, sugli, sulle, sopra, sotto, dietro, dentro, presso,
        tra, fra, vicino a, accanto a, davanti a, nel, nello, nella, nei, negli, nelle""",
    "mine": "mio, mia, miei, mie, nostro, nostra",
    "article": "il, lo, la, i, gli, le, l, un, uno, una, due, tre, quattro, cinque, sei",
    "shade": "chiaro, chiara, chiari, chiare, scuro, scura, scuri, scure, pallido, pallida",
    "counted": "pezzi, paia, paio, persone, anni, posti, mesi, giocatori, pagine, fogli",
}

COLORS = """
beige: beige
black: nero, nera, neri, nere
blue: blu, azzurro, azzurra
brown: marrone, marroni
burgundy: bordeaux, bordò
cream: crema
dark blue: blu scuro
dark green: verde scuro
gold: dorato, dorata, oro
green: verde, verdi
grey: grigio, grigia, grigi, grigie
khaki: cachi, kaki
light blue: celeste
light green: verde chiaro
multicoloured: multicolore
navy: blu navy, blu marino
orange: arancione, arancio
pink: rosa
purple: viola
red: rosso, rossa, rossi, rosse
silver: argentato, argento
transparent: trasparente
turquoise: turchese
white: bianco, bianca, bianchi, bianche
yellow: giallo, gialla, gialli, gialle
mustard: senape
"""

GENDERS = {
    "man": "uomo, uomini, maschile, per lui",
    "woman": "donna, donne, femminile, per lei",
    "boy": "ragazzo, ragazzi",
    "girl": "ragazza, ragazze, bambina, bambine",
    "kid": "bambino, bambini",
    "baby": "neonato, neonati",
}

THINGS = """
turtleneck: collo alto, dolcevita
v neck: scollo a v, collo a v
crew neck: girocollo
breathable: traspirante
dimmable: dimmerabile
dishwasher safe: lavabile in lavastoviglie, adatto alla lavastoviglie
foldable: pieghevole
handmade: fatto a mano, fatta a mano
height adjustable: regolabile in altezza
long sleeved: maniche lunghe, a maniche lunghe
organic: biologico
rechargeable: ricaricabile
short sleeved: maniche corte, a maniche corte
vegan: vegano, vegana
washable: lavabile, lavabile in lavatrice
waterproof: impermeabile, resistente all acqua
windproof: antivento
wireless: senza fili
armchair: poltrona
backpack: zaino
bag: borsa, borse
ball: palla, pallone
bed: letto
belt: cintura
bin: cestino
blanket: coperta
blouse: camicetta, blusa
boot: stivale, stivaletto
bottle: bottiglia, borraccia
bowl: ciotola
bracelet: braccialetto, bracciale
candle: candela
cardigan: cardigan
ceramic: ceramica
chair: sedia
checked: a quadri
chopping board: tagliere
clock: orologio da parete
clothes: abbigliamento, vestiti
coat: cappotto
cotton: cotone
curtain: tenda, tende
cushion: cuscino
desk: scrivania
dotted: a pois
dress: vestito, abito
drill: trapano
electronics: elettronica
floor lamp: lampada da terra, piantana
floral: a fiori, floreale
fridge: frigorifero, frigo
furniture: mobili
glass: vetro
gloves: guanto
handbag: borsetta
hat: cappello, berretto
headphones: cuffie
heels: tacchi
hoodie: felpa con cappuccio, felpa
hose: tubo da giardino
jacket: giacca, giubbotto
jewellery: gioielli
jumper: maglione
kettle: bollitore
kitchen: cucina
lamp: lampada, luce
laptop: portatile, computer portatile
leather: pelle, cuoio
light bulb: lampadina
linen: lino
metal: metallo
mirror: specchio
mug: tazza
oak: rovere, quercia
pan: padella
washing machine: lavatrice, lavabiancheria
sticky notes: foglietti adesivi, post-it, note adesive
supplements: integratori, integratore, integratori alimentari, integratore alimentare
phone: telefono, cellulare
planter: vaso da fiori
plate: piatto
pot: pentola, casseruola
pyjamas: pigiama
rain boots: stivali da pioggia
rug: tappeto
running shoe: scarpe da corsa, scarpa da corsa, scarpe da running
sandals: sandalo, sandali
scarf: sciarpa, foulard
shelf: scaffale, mensola
bookcase: libreria
shirt: camicia, camicie
shoe: scarpa, calzature
silk: seta
skirt: gonna
sleeveless: senza maniche
slippers: pantofola, ciabatte
sneaker: scarpe da ginnastica
sock: calza, calzino, calzini
sofa: divano
speaker: altoparlante, cassa bluetooth
steel: acciaio
stool: sgabello
striped: a righe, rigato
suede: camoscio
suitcase: valigia, valigie
sunglasses: occhiali da sole
t-shirt: maglietta
table: tavolo
teapot: teiera
tent: tenda da campeggio
torch: torcia
towel: asciugamano
toy: giocattolo
trousers: pantalone, pantaloni
umbrella: ombrello
vacuum cleaner: aspirapolvere
vase: vaso
wallet: portafoglio
watch: orologio
wood: legno, di legno, in legno
wool: lana
velvet: velluto
brass: ottone
copper: rame
marble: marmo
rubber: gomma
felt: feltro
enamel: smalto, smaltato, smaltata
porcelain: porcellana
plastic: plastica
aluminium: alluminio
cast iron: ghisa
concrete: cemento, calcestruzzo
rattan: rattan, vimini
cork: sughero
pine: pino, legno di pino
beech: faggio
cashmere: cashmere, cachemire
satin: raso, satin
silicone: silicone
corduroy: velluto a coste
jute: iuta
terracotta: terracotta
canvas: tela
denim: denim, tessuto jeans
bamboo: bambù
walnut: noce
round: rotondo, rotonda, tondo, tonda
rectangular: rettangolare
knitted: a maglia
"""

PURPOSES = """
leggere lettura dormire scrivere scrittura lavorare lavoro ufficio viaggiare viaggio correre corsa
escursionismo camminare passeggio sport ballare ballo nuotare nuoto cucinare servire bere tè caffè
vino acqua mangiare colazione campeggio spiaggia scuola vacanze relax sedersi giocare regalo
regalare
"""

LEXICON = Lexicon(
    language="it",
    grammar=GRAMMAR,
    people="2 biposto",
    packs="set, confezione, confezioni, pezzi, pz, scatola, pacco",
    numbers="due, tre, quattro, cinque, sei, sette, otto",
    sums="""10 dieci, 15 quindici, 20 venti, 25 venticinque, 30 trenta, 40 quaranta, 50 cinquanta,
        60 sessanta, 70 settanta, 80 ottanta, 90 novanta, 100 cento, 200 duecento, 300 trecento, 500
        cinquecento, 1000 mille, 150 centocinquanta, 400 quattrocento""",
    gifts="regalo, regali",
    occasions="compleanno, natale, anniversario, idea, idee, sorpresa",
    relatives={
        "man": "papà, padre, marito, fidanzato, nonno, fratello, zio",
        "woman": "mamma, madre, moglie, fidanzata, nonna, sorella, zia",
    },
    vouchers="buono regalo, buoni regalo, carta regalo, gift card",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    imitations="faux leather, vegan leather, pelle vegana, finta pelle, ecopelle, similpelle",
    expressions="tè verde, tè nero, vino rosso, vino bianco",
    ambiguous="rosa oro argento crema viola",
    head_first=True,
    absent="nessuno, nessuna, senza, tinta unita",
)
