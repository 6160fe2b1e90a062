"""Polish."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """cena, ceny, cenie, w cenie, ceną""",
    "under": """do, poniżej, mniej niż, maksymalnie, najwyżej, nie więcej niż, max, tańszy niż,
        tańsza niż, tańsze niż, budżet, budżecie, w budżecie""",
    "over": "od, powyżej, więcej niż, minimum, co najmniej, przynajmniej",
    "between": "między, pomiędzy",
    "about": "około, ok",
    "from": "od",
    "to": "do, a, i",
    "or less": "lub mniej, maksymalnie",
    "or more": "lub więcej, wzwyż",
    "cheap": """tani, tania, tanie, tanich, niedrogi, niedroga, niedrogie, niezbyt drogi,
        niezbyt droga, niezbyt drogie, nie za drogi, nie za droga, nie za drogie""",
    "cheapest": "najtańszy, najtańsza, najtańsze, najtańszych",
    "dearest": "najdroższy, najdroższa, najdroższe, najdroższych",
    "newest": "najnowszy, najnowsza, najnowsze, nowości, nowość",
    "most popular": """najpopularniejszy, najpopularniejsza, najpopularniejsze, bestseller,
        bestsellery, najczęściej kupowane, najlepiej oceniany, najlepiej oceniana, najlepiej
        oceniane""",
    "most reduced": "największa zniżka, największy rabat",
    "in stock": "w magazynie, dostępny, dostępna, dostępne, na stanie",
    "on sale": """w promocji, promocja, promocje, przeceniony, przeceniona, przecenione,
        przecenionych, na wyprzedaży, wyprzedaż, ze zniżką, z rabatem, rabat""",
    "off": "rabatu, zniżki, taniej",
    "service": """na sprzedaż, darmowa dostawa, darmowa wysyłka, z darmową dostawą, szybka dostawa,
        bezpłatna dostawa""",
    "plain": """gładki, gładka, gładkie, jednolity, jednolita, jednolite, jednokolorowy,
        jednokolorowa, jednokolorowe""",
    "not": """bez, nie, niezbyt, nie za, oprócz, poza, prócz, żaden, żadna, ani, nienawidzi,
        nienawidzę, nie lubi, nie lubię, nie chcę, z wyjątkiem""",
    "without": "bez",
    "only": "tylko, wyłącznie",
    "preferably": "najlepiej, najchętniej, jeśli to możliwe, w miarę możliwości",
    "half": "pół",
    "aspect": "kolor, koloru, kolorze, materiał, marka, marki",
    "size": "rozmiar, w rozmiarze, rozmiaru, rozm, numer",
    "in": "w, we",
    "or": "lub, albo, czy, ani",
    "and": "i, oraz",
    "small": """w, we, z, ze, na, dla, do, i, oraz, szukam, chcę, mój, moja, ten, ta, to,
        najlepiej, może, ewentualnie, ale, jest, są, był, była, było, były, ma, mają, zawiera,
        zawierają, zbyt, bardzo""",
    "adjective": """mały, mała, małe, duży, duża, duże, długi, długa, długie, krótki, krótka,
        krótkie, nowy, nowa, nowe, ciepły, ciepła, ciepłe, miękki, miękka, wodoodporny, wodoodporna,
        wodoodporne, lekki, lekka, lekkie, okrągły, okrągła""",
    "something": "coś, cokolwiek",
    "for": "dla, do, na",
    "with": "z, ze",
    "place": "w, we, na, pod, nad, obok, przy, za, przed, między, koło, wokół",
    "mine": "mój, moja, moje, mojego, mojej",
    "article": "jeden, jedna, dwa, dwie, trzy, cztery, pięć, sześć",
    "shade": "jasny, jasna, jasne, ciemny, ciemna, ciemne",
    "counted": """sztuk, szt, par, pary, osób, osoby, lat, części, miesięcy, elementów, graczy,
        stron, arkuszy""",
}

COLORS = """
beige: beżowy, beżowa, beżowe
black: czarny, czarna, czarne, czarnych, czarną
blue: niebieski, niebieska, niebieskie, niebieską
brown: brązowy, brązowa, brązowe
burgundy: bordowy, bordowa, bordowe
cream: kremowy, kremowa, kremowe
dark green: ciemnozielony, ciemnozielona, ciemnozielone
gold: złoty, złota, złote
green: zielony, zielona, zielone, zieloną
grey: szary, szara, szare, szarą
light blue: błękitny, błękitna, błękitne, jasnoniebieski
multicoloured: kolorowy, kolorowa, wielokolorowy
navy: granatowy, granatowa, granatowe
orange: pomarańczowy, pomarańczowa, pomarańczowe
pink: różowy, różowa, różowe, różową
purple: fioletowy, fioletowa, fioletowe
red: czerwony, czerwona, czerwone, czerwoną, czerwonych
silver: srebrny, srebrna, srebrne
transparent: przezroczysty, przezroczysta
turquoise: turkusowy, turkusowa
white: biały, biała, białe, białą, białych
yellow: żółty, żółta, żółte, żółtą
mustard: musztardowy, musztardowa
"""

GENDERS = {
    "man": "męski, męska, męskie, mężczyzna, mężczyzn, męskich, dla niego",
    "woman": "damski, damska, damskie, kobieta, kobiet, damskich, dla niej",
    "boy": "chłopiec, chłopca, chłopięcy, chłopięce",
    "girl": "dziewczynka, dziewczynki, dziewczęcy, dziewczęce",
    "kid": "dziecko, dzieci, dziecięcy, dziecięca, dziecięce, dziecka",
    "baby": "niemowlę, niemowląt",
}

THINGS = """
turtleneck: z golfem
v neck: dekolt w serek
crew neck: okrągły dekolt
breathable: oddychający, oddychająca, oddychające
dishwasher safe: do zmywarki, można myć w zmywarce
foldable: składany, składana, składane
handmade: ręcznie robiony, ręcznie robiona
long sleeved: długi rękaw, z długim rękawem
organic: ekologiczny, ekologiczna
rechargeable: ładowalny, ładowalna
short sleeved: krótki rękaw, z krótkim rękawem
vegan: wegański, wegańska, wegańskie
waterproof: wodoodporny, wodoodporna, wodoodporne, wodoszczelny, nieprzemakalny, nieprzemakalne
windproof: wiatroszczelny, wiatroszczelna
wireless: bezprzewodowy, bezprzewodowa, bezprzewodowe, bez kabla, bez przewodu
armchair: fotel, fotele
backpack: plecak, plecaki
bag: torba, torby
ball: piłka, piłki
bed: łóżko, łóżka
belt: pasek, paski
bin: kosz na śmieci
blanket: koc, koce
blouse: bluzka, bluzki
boot: kozaki, botki
bottle: butelka, butelki
bowl: miska, miski
bracelet: bransoletka, bransoletki
candle: świeca, świece, świeczka
cardigan: kardigan, sweter rozpinany
ceramic: ceramika, ceramiczny, ceramiczna, ceramiczne
chair: krzesło, krzesła
checked: w kratę, w kratkę
chopping board: deska do krojenia
clock: zegar, zegary
clothes: ubrania, odzież
coat: płaszcz, płaszcze
cotton: bawełna, bawełny, bawełniany, bawełniana, bawełniane
curtain: zasłona, zasłony
cushion: poduszka, poduszki
desk: biurko, biurka
dotted: w kropki, w groszki
dress: sukienka, sukienki, sukienkę
drill: wiertarka, wiertarki
electronics: elektronika
floor lamp: lampa stojąca
floral: w kwiaty, kwiecista
fridge: lodówka, lodówki
furniture: meble
glass: szkło, szklany, szklana, szklane
gloves: rękawiczki, rękawice
handbag: torebka, torebki
hat: kapelusz, czapka, czapki
headphones: słuchawki
heels: szpilki
hoodie: bluza z kapturem, bluza
hose: wąż ogrodowy
jacket: kurtka, kurtki, kurtkę
jewellery: biżuteria
jumper: sweter, swetry
kettle: czajnik, czajniki
kitchen: kuchnia
lamp: lampa, lampy, lampka, lampki
laptop: laptop, laptopy
leather: skóra, skórzany, skórzana, skórzane
light bulb: żarówka, żarówki
linen: len, lniany, lniana, lniane
metal: metal, metalowy, metalowa, metalowe
mirror: lustro, lustra
mug: kubek, kubki, filiżanka
oak: dąb, dębowy, dębowa
pan: patelnia, patelnie
washing machine: pralka, pralki
sticky notes: karteczki samoprzylepne, post-it
supplements: suplementy, suplement diety, suplementy diety
phone: telefon, telefony, smartfon
planter: doniczka, doniczki
plate: talerz, talerze
pot: garnek, garnki
puzzle: puzzle, układanka
pyjamas: piżama, piżamy
rain boots: kalosze
rug: dywan, dywany
running shoe: buty do biegania
sandals: sandały
scarf: szalik, szaliki, szal
shelf: półka, półki, regał
shirt: koszula, koszule
shoe: buty, but, obuwie, butów
silk: jedwab, jedwabny, jedwabna
skirt: spódnica, spódnice
sleeveless: bez rękawów
slippers: kapcie, pantofle
sneaker: trampki, adidasy, tenisówki
sock: skarpety, skarpetki, skarpeta
sofa: kanapa, kanapy
speaker: głośnik, głośniki
steel: stal, stalowy, stalowa
stool: stołek, taboret
striped: w paski, w prążki
suede: zamsz, zamszowy, zamszowe
suitcase: walizka, walizki
sunglasses: okulary przeciwsłoneczne
t-shirt: koszulka, koszulki
table: stół, stoły, stolik
teapot: imbryk, czajniczek
tent: namiot, namioty
torch: latarka, latarki
towel: ręcznik, ręczniki
toy: zabawka, zabawki
trousers: spodnie
umbrella: parasol, parasolka
vacuum cleaner: odkurzacz
vase: wazon, wazony
wallet: portfel, portfele
watch: zegarek, zegarki
wood: drewno, drewniany, drewniana, drewniane
wool: wełna, wełny, wełniany, wełniana, wełniane
velvet: aksamit, aksamitny, aksamitna, aksamitne, welur
brass: mosiądz, mosiężny, mosiężna
copper: miedź, miedziany, miedziana
marble: marmur, marmurowy, marmurowa
rubber: guma, gumowy, gumowe
felt: filc, filcowy
enamel: emalia, emaliowany, emaliowana
porcelain: porcelana, porcelanowy
plastic: plastik, plastikowy, tworzywo
aluminium: aluminium, aluminiowy
cast iron: żeliwo, żeliwny, żeliwna
concrete: beton, betonowy
rattan: rattan, rattanowy, wiklina
cork: korek, korkowy
pine: sosna, sosnowy, sosnowa
beech: buk, bukowy, bukowa
cashmere: kaszmir, kaszmirowy
satin: satyna, satynowy, satynowa
silicone: silikon, silikonowy
corduroy: sztruks, sztruksowy
jute: juta, jutowy
terracotta: terakota
canvas: płótno, płócienny, płócienna
denim: dżins, dżinsowy, dżinsowa
bamboo: bambus, bambusowy, bambusowa
walnut: orzech, orzechowy
round: okrągły, okrągła, okrągłe
rectangular: prostokątny, prostokątna, prostokątne
knitted: dzianinowy, dzianinowa
"""

PURPOSES = """
czytania czytanie spania pisania pracy praca biura podróży biegania chodzenia wędrówek sportu
tańca pływania gotowania pieczenia picia herbaty kawy wina wody jedzenia kempingu plaży szkoły
wakacji odpoczynku siedzenia zabawy prezent
"""

LEXICON = Lexicon(
    language="pl",
    grammar=GRAMMAR,
    people="""2 dwuosobowy, 2 dwuosobowa, 2 dwuosobowe, 3 trzyosobowy, 3 trzyosobowa, 3 trzyosobowe,
        4 czteroosobowy, 4 czteroosobowa, 4 czteroosobowe, 6 sześcioosobowy, 6 sześcioosobowa""",
    packs="zestaw, komplet, sztuk, szt, pudełko, opakowanie, elementów, części",
    numbers="""dwa/dwie/dwóch/dwoje/dwojga, trzy/trzech/troje/trojga, cztery/czterech/czworga,
        pięć/pięciu, sześć/sześciu, siedem/siedmiu, osiem/ośmiu""",
    sums="""10 dziesięć, 20 dwadzieścia, 30 trzydzieści, 40 czterdzieści, 50 pięćdziesiąt, 60
        sześćdziesiąt, 70 siedemdziesiąt, 80 osiemdziesiąt, 90 dziewięćdziesiąt, 100 sto, 200
        dwieście, 1000 tysiąc, 10 dziesięciu, 20 dwudziestu, 30 trzydziestu, 40 czterdziestu, 50
        pięćdziesięciu, 60 sześćdziesięciu, 70 siedemdziesięciu, 80 osiemdziesięciu, 90
        dziewięćdziesięciu, 100 stu, 200 dwustu, 300 trzystu, 400 czterystu, 500 pięciuset, 1000
        tysiąca, 300 trzysta, 400 czterysta, 500 pięćset""",
    gifts="prezent, prezenty, prezentu, podarunek, upominek",
    occasions="urodziny, święta, boże, narodzenie, rocznica, pomysł, pomysły, niespodzianka",
    relatives={
        "man": """tata, taty, ojciec, ojca, mąż, męża, chłopak, chłopaka, dziadek, dziadka, brat,
        brata""",
        "woman": """mama, mamy, matka, matki, żona, żony, dziewczyna, dziewczyny, babcia, babci,
        siostra, siostry""",
    },
    vouchers="karta podarunkowa, karty podarunkowe, bon podarunkowy, bon upominkowy",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    expressions="zielona herbata, czarna herbata, czerwone wino, białe wino",
    head_first=True,
    # Not those that nouns have as well: "głowa", "banany", "wanna", "maska", "koturny", "wełny".
    adjectives=(
        *("niany", "niana", "niane", "zany", "zana", "zane", "wany", "wana", "wane"),
        *("kowy", "kowa", "kowe", "nowy", "nowa", "nowe", "towy", "towa", "towe", "skie", "ckie"),
        *("czny", "czna", "czne", "alny", "alna", "alne", "ilny", "ilna", "ilne", "nne"),
        *("isty", "ista", "iste", "rna", "rne", "wny", "wna", "wne"),
    ),
    absent="brak, nie, bez, gładki, gładka",
)
