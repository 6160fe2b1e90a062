"""Portuguese."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """preço, preços, preço de""",
    "under": """menos de, por menos de, abaixo de, abaixo dos, até, até aos, máximo, no máximo, não
        mais de, mais barato que, mais barata que, mais barato do que, mais barata do que,
        orçamento, orçamento de""",
    "over": "mais de, acima de, acima dos, a partir de, mínimo, pelo menos, no mínimo",
    "between": "entre",
    "about": "cerca de, aproximadamente",
    "from": "de, desde",
    "to": "a, e, até",
    "or less": "ou menos, máximo, no máximo",
    "or more": "ou mais, mínimo",
    "cheap": """barato, barata, baratos, baratas, económico, económica, em conta, não caro,
        não cara, não muito caro, não muito cara, não muito caros, não muito caras""",
    "cheapest": "mais barato, mais barata, mais baratos, mais baratas, mais em conta",
    "dearest": "mais caro, mais cara, mais caros, mais caras",
    "newest": """novidades, novidade, mais recente, mais recentes, mais novo, mais nova, recém
        chegados""",
    "most popular": """mais vendido, mais vendida, mais vendidos, mais vendidas, mais popular, mais
        populares, mais bem avaliado, mais bem avaliada, mais bem avaliados, mais bem avaliadas""",
    "most reduced": "maior desconto, maiores descontos",
    "in stock": "em stock, em estoque, disponível, disponíveis",
    "on sale": """em promoção, promoção, promoções, na promoção, em oferta, em saldo, em saldos,
        saldos, com desconto, desconto, rebaixado, rebaixada""",
    "off": "de desconto, desconto",
    "service": """à venda, frete grátis, com frete grátis, entrega grátis, portes grátis, envio
        grátis, entrega rápida""",
    "plain": "liso, lisa, lisos, lisas, de uma só cor",
    "not": """sem, não, não muito, que não seja, exceto, menos, nenhum, nenhuma, tudo menos, nem,
        odeia, odeio, detesta, não gosta de, não gosto de, não quero, salvo""",
    "without": "sem",
    "only": "só, somente, apenas",
    "preferably": "de preferência, preferencialmente, idealmente, se possível",
    "half": "meio, meia, de meio, de meia",
    "aspect": "cor, cores, material, marca",
    "size": "tamanho, no tamanho, número",
    "in": "em, de, no, na",
    "or": "ou, nem",
    "and": "e",
    "small": """o, a, os, as, um, uma, uns, umas, de, do, da, dos, das, para, com, em, no, na, por,
        que, quero, procuro, preciso, meu, minha, ao, e, preferência, preferencialmente, talvez,
        idealmente, mas, porém, seja, sejam, tenha, tenham, contenha, contenham, são, tem, têm,
        muito, demasiado, tão, ser, serem, estar, ter, terem, conter, conterem,
        contra, durante, segundo""",
    "adjective": """pequeno, pequena, grande, grandes, longo, longa, curto, curta, moderno, moderna,
        novo, nova, quente, macio, macia, impermeável, redondo, redonda, leve""",
    "something": "algo",
    "for": "para",
    "with": "com",
    "of": "de, do, da, dos, das, a, ao, à, aos, às",
    "place": """em, no, na, nos, nas, sobre, sob, entre, atrás de, perto de, dentro de, debaixo de,
        em cima de, por cima de, acima de, ao lado de, junto a""",
    "mine": "meu, minha, meus, minhas, nosso, nossa",
    "article": "o, a, os, as, um, uma, dois, duas, três, quatro, cinco, seis",
    "shade": "claro, clara, claros, claras, escuro, escura, escuros, escuras",
    "counted": """peças, unidades, pares, par, pessoas, anos, lugares, meses, jogadores,
        páginas, folhas""",
}

COLORS = """
beige: bege
black: preto, preta, negro, negra
blue: azul, azuis
brown: castanho, castanha, marrom, marrons
burgundy: bordô, vinho
cream: creme
dark blue: azul escuro
dark green: verde escuro
gold: dourado, dourada
green: verde
grey: cinzento, cinzenta, cinza
khaki: cáqui
light blue: azul claro
light green: verde claro
multicoloured: multicolor, colorido
navy: azul marinho
orange: laranja
pink: rosa, cor de rosa
purple: roxo, roxa, violeta, lilás
red: vermelho, vermelha
silver: prateado, prateada
transparent: transparente
turquoise: turquesa
white: branco, branca
yellow: amarelo, amarela
mustard: mostarda
"""

GENDERS = {
    "man": "homem, homens, masculino, para ele",
    "woman": "mulher, mulheres, feminino, senhora, para ela",
    "boy": "menino, meninos, rapaz",
    "girl": "menina, meninas",
    "kid": "criança, crianças, infantil",
    "baby": "bebé, bebê, bebés",
}

THINGS = """
turtleneck: gola alta, gola rolê
v neck: decote em v, gola em v
crew neck: gola redonda
breathable: respirável
dishwasher safe: próprio para lava louças, pode ir à máquina
foldable: dobrável
handmade: feito à mão, feita à mão
long sleeved: manga comprida, de manga comprida, manga longa
organic: orgânico, biológico
rechargeable: recarregável
short sleeved: manga curta, de manga curta
vegan: vegano, vegana
washable: lavável
waterproof: impermeável, à prova de água, à prova d água, resistente à água
windproof: corta vento
wireless: sem fio, sem fios
armchair: poltrona
backpack: mochila
bag: saco, bolsa
ball: bola
bed: cama
belt: cinto
blanket: manta, cobertor
blouse: blusa
boot: bota
bottle: garrafa
bowl: tigela
bracelet: pulseira
candle: vela
cardigan: casaco de malha
ceramic: cerâmica
chair: cadeira
checked: xadrez, aos quadrados
chopping board: tábua de cortar
clock: relógio de parede
clothes: roupa, roupas, vestuário
coat: casaco, sobretudo
cotton: algodão
curtain: cortina
cushion: almofada
desk: secretária, escrivaninha
dotted: às bolinhas, de bolinhas
dress: vestido
drill: berbequim, furadeira
electronics: eletrónica, eletrônica
floor lamp: candeeiro de pé
floral: florido, às flores
fridge: frigorífico, geladeira
furniture: móveis
glass: vidro
gloves: luva
handbag: bolsa de mão, carteira de senhora
hat: chapéu, gorro
headphones: auscultadores, fone de ouvido, fones de ouvido
hoodie: moletom com capuz
hose: mangueira
jacket: jaqueta, blusão
jewellery: joias
jumper: camisola de malha, suéter
kettle: chaleira
kitchen: cozinha
lamp: candeeiro, luminária, abajur
laptop: portátil
leather: couro, pele
light bulb: lâmpada
linen: linho
metal: metal
mirror: espelho
mug: caneca, chávena, xícara
oak: carvalho
pan: frigideira
washing machine: máquina de lavar, máquina de lavar roupa, lava-roupa
sticky notes: notas adesivas, post-it, bloco adesivo
supplements: suplementos, suplemento, suplementos alimentares, suplemento alimentar
phone: telefone, telemóvel, celular
planter: vaso de flores
plate: prato
pot: panela
pyjamas: pijama
rain boots: galochas
rug: tapete
running shoe: tênis de corrida, sapatilhas de corrida
sandals: sandália
scarf: cachecol, lenço
shelf: estante, prateleira
shirt: camisa
shoe: sapato, calçado
silk: seda
skirt: saia
sleeveless: sem mangas
slippers: chinelo, pantufa
sneaker: tênis, ténis, sapatilha
sock: meia, meias
sofa: sofá
speaker: coluna bluetooth, caixa de som
steel: aço
stool: banco, banqueta
striped: às riscas, listrado, listrada
suede: camurça
suitcase: mala de viagem, mala
sunglasses: óculos de sol
t-shirt: camiseta, t shirt
table: mesa
teapot: bule
tent: barraca de campismo, tenda
torch: lanterna
towel: toalha
toy: brinquedo
trousers: calças, calça
umbrella: guarda chuva
vacuum cleaner: aspirador
vase: jarra, vaso
wallet: carteira
watch: relógio
wood: madeira, de madeira
wool: lã
velvet: veludo
brass: latão
copper: cobre
marble: mármore
rubber: borracha
felt: feltro
enamel: esmalte, esmaltado
porcelain: porcelana
plastic: plástico
aluminium: alumínio
cast iron: ferro fundido
concrete: betão
rattan: ratan, vime
cork: cortiça
pine: pinho
beech: faia
cashmere: caxemira
satin: cetim
silicone: silicone
corduroy: bombazina
jute: juta
terracotta: terracota
canvas: lona
denim: ganga
bamboo: bambu
walnut: nogueira
round: redondo, redonda
rectangular: retangular
knitted: tricotado, de malha
"""

PURPOSES = """
ler leitura dormir escrever escrita trabalhar trabalho escritório viajar viagem correr corrida
caminhada caminhar passeio esporte desporto dançar dança nadar natação cozinhar servir beber chá
café vinho água comer desjejum acampar praia escola férias relaxar sentar brincar presente
"""

LEXICON = Lexicon(
    language="pt",
    grammar=GRAMMAR,
    packs="conjunto, jogo, kit, peças, pack, unidades, caixa",
    numbers="dois/duas, três, quatro, cinco, seis, sete, oito",
    sums="""10 dez, 15 quinze, 20 vinte, 30 trinta, 40 quarenta, 50 cinquenta, 60 sessenta, 70
        setenta, 80 oitenta, 90 noventa, 100 cem, 100 cento, 200 duzentos, 300 trezentos, 500
        quinhentos, 1000 mil, 400 quatrocentos""",
    gifts="presente, presentes, prenda, prendas",
    occasions="aniversário, natal, ideia, ideias, surpresa",
    relatives={
        "man": "pai, papai, marido, esposo, namorado, irmão, tio",
        "woman": "mãe, mamãe, mulher, esposa, namorada, irmã, tia",
    },
    vouchers="cartão presente, cartão oferta, vale presente, cheque prenda",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    imitations="faux leather, vegan leather, couro vegano, couro sintético, couro ecológico",
    expressions="chá verde, chá preto, vinho tinto, vinho branco",
    ambiguous="rosa laranja creme vinho",
    head_first=True,
    absent="nenhum, nenhuma, não, sem, liso, lisa",
)
