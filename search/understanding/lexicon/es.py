"""Spanish."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """precio, precios, precio de""",
    "under": """menos de, por menos de, por debajo de, por debajo de los, hasta, hasta los, máximo,
        como máximo, no más de, inferior a, más barato que, más barata que, más baratos que, más
        baratas que, presupuesto, presupuesto de""",
    "over": """más de, desde, a partir de, mínimo, al menos, como mínimo, por encima de,
        por encima de los""",
    "between": "entre",
    "about": "unos, aproximadamente, alrededor de, cerca de",
    "from": "de, desde",
    "to": "a, y, hasta",
    "or less": "o menos, máximo, como máximo",
    "or more": "o más, mínimo, como mínimo",
    "cheap": """barato, barata, baratos, baratas, económico, económica, económicos, económicas,
        no caro, no cara, no caros, no caras, no muy caro, no muy cara, no muy caros,
        no muy caras, no demasiado caro, no demasiado cara, que no sea caro, que no sea cara""",
    "cheapest": "más barato, más barata, más baratos, más baratas, más económico, más económica",
    "dearest": "más caro, más cara, más caros, más caras",
    "newest": """novedades, más nuevo, más nueva, más nuevos, más nuevas, más reciente, más
        recientes, recién llegados""",
    "most popular": """más vendido, más vendida, más vendidos, más vendidas, más popular, más
        populares, superventas, mejor valorado, mejor valorada, mejor valorados, mejor valoradas""",
    "most reduced": "mayor descuento, mayores descuentos",
    "in stock": "en stock, disponible, disponibles",
    "on sale": """en oferta, de oferta, oferta, ofertas, rebajado, rebajada, rebajados, rebajadas,
        en rebajas, de rebajas, rebajas, con descuento, descuento, en promoción""",
    "off": "de descuento, descuento, de rebaja",
    "service": """en venta, a la venta, se vende, envío gratis, envío gratuito, con envío gratis,
        envío rápido, entrega gratuita""",
    "plain": "liso, lisa, lisos, lisas, de un solo color, color liso",
    "not": """sin, no, no muy, no demasiado, no de, que no sea, que no sean, excepto, salvo, menos,
        ningún, ninguna, todo menos, ni, odia, odio, detesta, no le gusta, no me gusta, no le
        gustan, no me gustan, no quiero, a excepción de, aparte de""",
    "without": "sin",
    "only": "solo, solamente, únicamente",
    "preferably": """preferiblemente, preferentemente, de preferencia, idealmente, si es
        posible, si puede ser, a ser posible""",
    "half": "medio, media, de medio, de media",
    "aspect": "color, colores, material, marca",
    "size": "talla, de talla, en talla, número, del número",
    "in": "en, de",
    "or": "o, u, ni",
    "and": "y, e",
    "small": """el, la, los, las, un, una, unos, unas, de, del, para, con, en, por, que, mi, mis,
        me, quiero, busco, necesito, al, a, y, preferiblemente, idealmente, quizás, quizá, mejor,
        posible, si, pero, tenga, tengan, tiene, tienen, lleve, lleven, lleva, llevan, contenga,
        contengan, contiene, son, ser, estar, tener, llevar, contener, muy, demasiado, tan,
        contra, durante, según""",
    "adjective": """pequeño, pequeña, grande, grandes, largo, larga, corto, corta, moderno, moderna,
        nuevo, nueva, cálido, cálida, suave, impermeable, redondo, redonda, ligero, ligera""",
    "something": "algo",
    "for": "para",
    "with": "con",
    "of": "de, del, a, al",
    "place": """en, sobre, bajo, tras, entre, junto a, encima de, debajo de, detrás de, delante de,
        dentro de, al lado de, cerca de""",
    "mine": "mi, mis, nuestro, nuestra, tu, su",
    "article": "el, la, los, las, un, una, unos, unas, dos, tres, cuatro, cinco, seis",
    "shade": "claro, clara, claros, claras, oscuro, oscura, oscuros, oscuras, pálido, pálida",
    "counted": """piezas, unidades, pares, par, personas, años, plazas, meses, jugadores,
        páginas, hojas""",
}

COLORS = """
beige: beige
black: negro, negra
blue: azul
brown: marrón, marrones, café
burgundy: granate, burdeos
cream: crema
dark blue: azul oscuro
dark green: verde oscuro
gold: dorado, dorada
green: verde
grey: gris
khaki: caqui
light blue: azul claro, celeste
light green: verde claro
multicoloured: multicolor
navy: azul marino
orange: naranja
pink: rosa
purple: morado, morada, violeta, lila
red: rojo, roja
silver: plateado, plateada
transparent: transparente
turquoise: turquesa
white: blanco, blanca
yellow: amarillo, amarilla
mustard: mostaza
"""

GENDERS = {
    "man": "hombre, hombres, caballero, caballeros, masculino",
    "woman": "mujer, mujeres, señora, señoras, femenino, para ella",
    "boy": "niño, chico",
    "girl": "niña, niñas, chica, chicas",
    "kid": "niños, infantil, infantiles",
    "baby": "bebé, bebés",
}

THINGS = """
turtleneck: cuello alto, cuello vuelto, cuello de cisne
v neck: cuello en v, cuello de pico
crew neck: cuello redondo
pattern: estampado, motivo
breathable: transpirable
dimmable: regulable
dishwasher safe: apto para lavavajillas, apta para lavavajillas
foldable: plegable
handmade: hecho a mano, hecha a mano
height adjustable: regulable en altura
long sleeved: manga larga, de manga larga
organic: orgánico, ecológico
rechargeable: recargable
short sleeved: manga corta, de manga corta
vegan: vegano, vegana
washable: lavable, lavable a máquina
waterproof: impermeable, resistente al agua, sumergible
windproof: cortavientos
wireless: inalámbrico, sin cable, sin cables
armchair: sillón, sillones
backpack: mochila
bag: bolso, bolsa
ball: pelota, balón
bed: cama
belt: cinturón, cinturones
bin: papelera
blanket: manta
blouse: blusa
boot: bota, botín
bottle: botella
bowl: cuenco, tazón
bracelet: pulsera
candle: vela
cardigan: rebeca, chaqueta de punto
ceramic: cerámica
chair: silla
checked: a cuadros
chopping board: tabla de cortar
clock: reloj de pared
clothes: ropa
coat: abrigo
cotton: algodón
curtain: cortina
cushion: cojín, cojines, almohada
desk: escritorio
dotted: de lunares, a lunares
dress: vestido
drill: taladro
electronics: electrónica
floor lamp: lámpara de pie
floral: de flores, floreado, floreada
fridge: nevera, frigorífico
furniture: mueble
glass: vidrio, cristal
gloves: guante
handbag: bolso de mano
hat: sombrero, gorro
headphones: auricular, auriculares
heels: tacones, zapatos de tacón
hoodie: sudadera con capucha, sudadera
hose: manguera
jacket: chaqueta, cazadora
jewellery: joyas, joyería
jumper: jersey, suéter
kettle: hervidor
kitchen: cocina
lamp: lámpara, luz
laptop: portátil, ordenador portátil
leather: cuero, piel
light bulb: bombilla
linen: lino
metal: metal
mirror: espejo
mug: taza
oak: roble
pan: sartén, sartenes
frying pan: sartén de freír
washing machine: lavadora, máquina de lavar
sticky notes: notas adhesivas, post-it, notas autoadhesivas
supplements: suplemento, suplementos, suplementos alimenticios, complementos alimenticios
phone: teléfono, móvil
planter: maceta
plate: plato
pot: olla, cazuela
pyjamas: pijama
rain boots: botas de agua
rug: alfombra
running shoe: zapatillas de correr, zapatillas de running
sandals: sandalia
scarf: bufanda, pañuelo
shelf: estantería, estante
shirt: camisa
shoe: zapato, calzado
silk: seda
skirt: falda
sleeveless: sin mangas
slippers: zapatillas de casa, pantuflas
sneaker: zapatilla, deportivas
sock: calcetín, calcetines
sofa: sofá
speaker: altavoz, altavoces
steel: acero
stool: taburete
striped: a rayas, de rayas
suede: ante
suitcase: maleta
sunglasses: gafas de sol
t-shirt: camiseta
table: mesa
teapot: tetera
tent: tienda de campaña
torch: linterna
towel: toalla
toy: juguete
trousers: pantalón, pantalones
umbrella: paraguas
vacuum cleaner: aspiradora
vase: jarrón, jarrones, florero
wallet: cartera, billetera
watch: reloj, relojes
wood: madera, de madera
wool: lana
velvet: terciopelo
brass: latón
copper: cobre
marble: mármol
rubber: caucho, goma
felt: fieltro
enamel: esmalte, esmaltado, esmaltada
porcelain: porcelana
plastic: plástico
aluminium: aluminio
cast iron: hierro fundido
concrete: hormigón, cemento
rattan: ratán, mimbre
cork: corcho
pine: pino, madera de pino
beech: haya
cashmere: cachemira
satin: satén
silicone: silicona
corduroy: pana
jute: yute
terracotta: terracota
canvas: lona
denim: tela vaquera
bamboo: bambú
walnut: nogal
round: redondo, redonda
rectangular: rectangular
knitted: de punto, tejido
"""

PURPOSES = """
leer lectura dormir escribir escritura trabajar trabajo oficina viajar viaje correr senderismo
caminar pasear paseo deporte bailar baile nadar natación cocinar servir beber té café vino agua
comer desayuno acampar camping playa escuela colegio diario vacaciones relajarse sentarse jugar
regalo regalar
"""

LEXICON = Lexicon(
    language="es",
    grammar=GRAMMAR,
    people="2 biplaza",
    packs="juego, set, pack, lote, piezas, unidades, caja, estuche",
    numbers="dos, tres, cuatro, cinco, seis, siete, ocho",
    sums="""10 diez, 15 quince, 20 veinte, 25 veinticinco, 30 treinta, 40 cuarenta, 50 cincuenta, 60
        sesenta, 70 setenta, 80 ochenta, 90 noventa, 100 cien, 100 ciento, 200 doscientos, 300
        trescientos, 500 quinientos, 1000 mil, 400 cuatrocientos, 600 seiscientos, 800
        ochocientos""",
    gifts="regalo, regalos, obsequio, obsequios",
    occasions="cumpleaños, navidad, aniversario, idea, ideas, sorpresa",
    relatives={
        "man": "papá, padre, marido, esposo, novio, abuelo, hermano, tío",
        "woman": "mamá, madre, esposa, novia, abuela, hermana, tía",
    },
    vouchers="tarjeta regalo, tarjeta de regalo, tarjetas regalo, cheque regalo, vale regalo",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    imitations="faux leather, vegan leather, cuero vegano, piel vegana, "
    "cuero sintético, piel sintética, polipiel",
    expressions="té verde, té negro, vino tinto, vino blanco",
    ambiguous="rosa naranja crema cristal café",
    head_first=True,
    absent="ninguno, ninguna, sin, liso, lisa",
)
