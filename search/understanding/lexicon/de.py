"""German."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """preis, preise, preislich, preisklasse, zum preis, preis von""",
    "under": """unter, bis, bis zu, höchstens, maximal, weniger als, günstiger als, billiger als,
        nicht mehr als, max, budget, budget von, mit einem budget von""",
    "over": "über, ab, mehr als, mindestens, min",
    "between": "zwischen",
    "about": "ca, circa, etwa, ungefähr, rund, um die",
    "from": "von",
    "to": "bis, und",
    "or less": "oder weniger, oder günstiger, maximal, höchstens, max",
    "or more": "oder mehr, aufwärts, mindestens",
    "cheap": """günstig, günstige, günstiger, günstiges, günstigen, billig, billige, billiger,
        billiges, preiswert, preiswerte, preiswerter, preiswertes, erschwinglich, nicht teuer,
        nicht zu teuer, nicht so teuer, nicht allzu teuer, nicht sehr teuer""",
    "cheapest": """günstigste, günstigster, günstigstes, günstigsten, billigste, billigster,
        billigstes, billigsten, am günstigsten, am billigsten, preiswerteste, preiswertesten""",
    "dearest": "teuerste, teuerster, teuerstes, teuersten, am teuersten",
    "newest": """neueste, neuester, neuestes, neuesten, neuheit, neuheiten, neuzugänge, neu
        eingetroffen""",
    "most popular": """beliebteste, beliebtester, beliebtestes, beliebtesten, meistverkaufte,
        meistverkauften, meistgekaufte, bestseller, topseller, bestbewertet, bestbewertete,
        bestbewerteten, am besten bewertet, am besten bewertete""",
    "most reduced": "größter rabatt, höchster rabatt, am stärksten reduziert",
    "in stock": "auf lager, lieferbar, verfügbar, vorrätig, sofort lieferbar",
    "on sale": """im angebot, angebot, angebote, sonderangebot, sonderangebote, reduziert,
        reduzierte, reduzierter, reduziertes, reduzierten, rabattiert, rabattierte, herabgesetzt,
        herabgesetzte, sale, im sale, im ausverkauf, mit rabatt, rabatt, preisreduziert,
        preisreduzierte""",
    "off": "rabatt, reduziert, nachlass, günstiger",
    "service": """zu verkaufen, zum verkauf, gratis versand, kostenloser versand, kostenlose
        lieferung, gratis lieferung, versandkostenfrei, versandkostenfreie, portofrei, schnelle
        lieferung""",
    "plain": """einfarbig, einfarbige, einfarbiger, einfarbiges, einfarbigen, uni, unifarben,
        unifarbene, ungemustert, ungemusterte""",
    "not": """ohne, kein, keine, keinen, keiner, keines, nicht, nicht zu, nicht so, nicht sehr,
        nicht allzu, nicht in, nicht aus, nicht von, außer, bloß kein, bloß keine, alles außer,
        keinesfalls, weder, hasse, mag kein, mag keine, mag keinen, will kein, will keine, will
        keinen, möchte kein, möchte keine, möchte keinen, ausgenommen, abgesehen von""",
    "not behind": "nicht mag, nicht mögen, nicht leiden kann, hasst, hassen",
    "free of it": "frei",
    "without": "ohne",
    "only": "nur, ausschließlich",
    "preferably": """am liebsten, vorzugsweise, bevorzugt, idealerweise, möglichst, wenn
        möglich, falls möglich, lieber, gern, gerne""",
    "half": "ein halber, ein halbes, einen halben, halber, halbe, halben, halbes",
    "aspect": "farbe, farben, material, marke",
    "size": "größe, groesse, in größe, gr, in gr, schuhgröße, eu",
    "in": "in, in einem, in einer",
    "or": "oder, noch",
    "and": "und, sowie",
    "small": """für, fürs, mit, und, oder, der, die, das, dem, den, des, ein, eine, einen, einem,
        einer, im, in, ins, am, an, ans, auf, aufs, beim, vom, aus, von, zum, zur, bitte, ich,
        suche, brauche, will, möchte, mein, was, etwas, am liebsten, liebsten, vorzugsweise,
        bevorzugt, gern, gerne, lieber, möglichst, idealerweise, vielleicht, eventuell, mag, liebt,
        aber, sind, ist, haben, enthält, enthalten, gegen, während, drauf, darauf, dran, daran,
        drin, darin""",
    "adjective": """klein, kleine, kleiner, kleines, groß, große, großer, großes, lang, lange,
        langer, kurz, kurze, modern, moderne, neu, neue, schön, schöne, warm, warme, weich,
        weiche, wasserdicht, faltbar, rund, runde, eckig, leicht, leichte, schwer, kabellos""",
    "something": "etwas, irgendetwas, irgendwas",
    "for": "für, fürs, zum, zur",
    "with": "mit",
    "of": "aus, von",
    "place": """am, auf, aufs, im, in, ins, zu, vor, vorm, bei, beim, an, ans, neben, unter, unterm,
        über, überm, hinter, hinterm, zwischen""",
    "mine": "mein, meine, meinen, meiner, unser, unsere, dein, deine",
    "article": """ein, eine, einen, einem, einer, der, die, das, den, dem, des, zwei, drei, vier,
        fünf, sechs""",
    "shade": "hell, dunkel, helle, dunkle, helles, dunkles, heller, dunkler, zart",
    "counted": """teilig, teilige, teiliges, teile, stück, paar, jahre, personen, sitzer, sitzig,
        packung, er pack, spieler, seiten, blatt""",
}

COLORS = """
beige: beige, sandfarben
black: schwarz, tiefschwarz
blue: blau, königsblau
brown: braun
burgundy: weinrot, bordeaux, bordeauxrot
cream: creme, cremeweiß, cremefarben
dark green: dunkelgrün
dark red: dunkelrot
gold: golden, goldfarben, gold
green: grün, flaschengrün
grey: grau
anthracite: anthrazit, dunkelgrau
light grey: hellgrau
light blue: hellblau
light green: hellgrün
mint: mintgrün
multicoloured: bunt, mehrfarbig
navy: marineblau, navyblau, dunkelblau
olive: olivgrün, oliv
orange: orange, orangefarben
pink: rosa, pink, altrosa
purple: lila, violett
red: rot, knallrot, feuerrot
rust: rostrot, rostbraun
silver: silbern, silber, silberfarben
transparent: durchsichtig, transparent
turquoise: türkis
white: weiß, schneeweiß
off white: wollweiß, naturweiß, altweiß
yellow: gelb
mustard: senfgelb
"""

MATERIALS = """
holz: eiche, nussbaum, kiefer, buche, birke, esche, ahorn, teak, akazie, bambus, mahagoni, fichte
metall: stahl, edelstahl, eisen, gusseisen, messing, kupfer, bronze, aluminium, zink, zinn, chrom
keramik: steingut, steinzeug, porzellan, terrakotta, fayence
stein: marmor, granit, schiefer, travertin, sandstein, speckstein
kunststoff: polypropylen, polycarbonat, acryl, abs, melamin, pvc, plastik
wolle: merino, merinowolle, lammwolle, alpaka, mohair, kaschmir, schurwolle
"""

GENDERS = {
    "man": "herren, herr, mann, männer, herrn, für ihn",
    "woman": "damen, dame, frau, frauen, für sie",
    "boy": "jungen, junge, jungs, bub",
    "girl": "mädchen",
    "kid": "kinder, kind",
    "baby": "kleinkind, babys, säugling, baby",
}

THINGS = """
turtleneck: rollkragen, rolli
v neck: v ausschnitt
crew neck: rundhals, rundhalsausschnitt
pattern: muster
breathable: atmungsaktiv
dimmable: dimmbar
dishwasher safe: spülmaschinenfest, spülmaschinengeeignet, geschirrspülerfest
foldable: faltbar, klappbar, zusammenklappbar
handmade: handgemacht, handgefertigt
height adjustable: höhenverstellbar
long sleeved: langarm, langärmelig, langärmlig
organic: bio
rechargeable: aufladbar, wiederaufladbar
short sleeved: kurzarm, kurzärmelig, kurzärmlig
vegan: vegan
washable: waschbar, maschinenwaschbar
waterproof: wasserdicht, wasserfest, wasserabweisend, regenfest
windproof: winddicht
wireless: kabellos, drahtlos, schnurlos
armchair: sessel, polstersessel
backpack: rucksack
bag: tasche, taschen
ball: ball, bälle
bed: bett, betten
bedside table: nachttisch
belt: gürtel
bin: mülleimer, papierkorb
blanket: decke, wolldecke
blouse: bluse
boot: stiefel, stiefelette
bottle: flasche, trinkflasche
bowl: schüssel, schüsseln, schale
bracelet: armband
candle: kerze
cardigan: strickjacke
ceramic: keramik
chair: stuhl, stühle
checked: kariert
chopping board: schneidebrett
clock: uhr, uhren, wanduhr
clothes: kleidung, bekleidung
coat: mantel, mäntel
cotton: baumwolle
curtain: vorhang, vorhänge, gardine
cushion: kissen
desk: schreibtisch
dotted: gepunktet
dress: kleid, kleider
drill: bohrmaschine, akkuschrauber
electronics: elektronik
faux leather: kunstleder
floor lamp: stehlampe
floral: blumen, geblümt
fridge: kühlschrank
furniture: möbel
glass: glas
gloves: handschuh
handbag: handtasche
hat: hut, hüte, mütze
headphones: kopfhörer
heels: absatzschuh, pumps
hoodie: kapuzenpullover, kapuzenpulli
hose: schlauch, gartenschlauch
jacket: jacke, jacken
jewellery: schmuck
jumper: pullover, pulli
kettle: wasserkocher
kids: kinder
kitchen: küche
lamp: lampe, lampen, leuchte, licht
laptop: notebook, laptop
leather: leder
light bulb: glühbirne, leuchtmittel
linen: leinen
metal: metall
mirror: spiegel
mug: becher, tasse, tassen
oak: eiche, eichenholz
pan: pfanne
frying pan: bratpfanne
washing machine: waschmaschine, waschautomat
sticky notes: haftnotizen, haftnotiz, haftzettel, klebezettel, post-it
supplements: nahrungsergänzungsmittel, nahrungsergänzung, nahrungsergänzungen
pendant lamp: hängelampe, deckenlampe, pendelleuchte
phone: handy, smartphone, telefon
planter: blumentopf, übertopf
plate: teller
pot: topf, kochtopf
puzzle: puzzle
pyjamas: schlafanzug, pyjama
rain boots: gummistiefel, regenstiefel
rug: teppich
running shoe: laufschuh, sportschuh
sandals: sandale
scarf: schal, schals, halstuch
shelf: regal
bookcase: bücherregal
shirt: hemd, hemden
shoe: schuh, schuhe
silk: seide
skirt: rock, röcke
sleeveless: ärmellos
slippers: hausschuh, pantoffel
sneaker: turnschuh, turnschuhe, sneaker
sock: socke, socken, strumpf, strümpfe
sofa: couch, sofa
speaker: lautsprecher
steel: edelstahl, stahl
stool: hocker
striped: gestreift, streifen
suede: wildleder
suitcase: koffer
sunglasses: sonnenbrille
t-shirt: tshirt, t shirt
table: tisch
teapot: teekanne, kanne
tent: zelt
torch: taschenlampe
towel: handtuch, handtücher
toy: spielzeug
trousers: hose, hosen
umbrella: regenschirm, schirm
vacuum cleaner: staubsauger
vase: vase
wallet: geldbörse, portemonnaie, brieftasche
watch: armbanduhr
wood: holz, hölzern
wool: wolle
velvet: samt, samtig
brass: messing
copper: kupfer
marble: marmor
rubber: gummi, kautschuk
felt: filz
enamel: emaille, email, emailliert
porcelain: porzellan
plastic: kunststoff, plastik
aluminium: aluminium, alu
cast iron: gusseisen, gusseisern
concrete: beton
rattan: rattan, korbgeflecht
cork: kork
pine: kiefer, kiefernholz
beech: buche, buchenholz
cashmere: kaschmir
satin: satin
silicone: silikon
corduroy: cord, kord
jute: jute
terracotta: terrakotta
canvas: canvas, segeltuch
denim: denim, jeansstoff
bamboo: bambus
walnut: nussbaum, walnuss, walnussholz
round: rund
rectangular: rechteckig
knitted: gestrickt, strick
"""

PRODUCTS = """
anzug armband bademantel brille fahrrad fernseher gitarre gürtel halskette handschuh jacke klavier
krawatte kühlschrank matratze ohrring regenjacke schlitten schmuck staubsauger strickjacke
unterwäsche vorhang weste winterjacke
"""

EXPRESSIONS = "rot weiß essen, grüner tee, schwarzer tee, weißer tee, rotes kreuz"
AMBIGUOUS = "glas gold silber holz rose flieder kupfer bronze"

PURPOSES = """
lesen schlafen schreiben arbeiten arbeit büro reisen reise laufen joggen rennen wandern spazieren
sport tanzen tanz schwimmen kochen backen braten servieren trinken tee kaffee wein wasser essen
frühstück zelten camping strand schule alltag freizeit urlaub entspannen sitzen spielen geschenk
verschenken
"""

LEXICON = Lexicon(
    language="de",
    grammar=GRAMMAR,
    materials=MATERIALS,
    people="""2 zweisitzer, 3 dreisitzer, 4 viersitzer, 2 zweisitzig, 2 zweisitziges, 3 dreisitzig,
        3 dreisitziges""",
    packs="""set, sets, er set, er pack, pack, packung, teilig, teilige, teiliges, stück, stk, box,
        schachtel""",
    numbers="zwei, drei, vier, fünf, sechs, sieben, acht",
    sums="""10 zehn, 15 fünfzehn, 20 zwanzig, 25 fünfundzwanzig, 30 dreißig, 40 vierzig, 50
        fünfzig, 60 sechzig, 70 siebzig, 80 achtzig, 90 neunzig, 100 hundert, 100 einhundert, 150
        hundertfünfzig, 200 zweihundert, 300 dreihundert, 400 vierhundert, 500 fünfhundert, 1000
        tausend""",
    gifts="""geschenk, geschenke, geschenkidee, geschenkideen, geburtstagsgeschenk,
        weihnachtsgeschenk, mitbringsel""",
    occasions="""geburtstag, weihnachten, weihnachts, jahrestag, valentinstag, muttertag, vatertag,
        idee, ideen, überraschung""",
    relatives={
        "man": "papa, vati, vater, ehemann, opa, großvater, bruder, onkel",
        "woman": "mama, mutti, mutter, ehefrau, freundin, oma, großmutter, schwester, tante",
    },
    vouchers="gutschein, gutscheine, geschenkgutschein, geschenkkarte, gutscheinkarte",
    absent="kein, keine, keiner, nein, nicht vorhanden, ohne, uni",
    colors=COLORS,
    genders=GENDERS,
    things=THINGS,
    purposes=PURPOSES,
    products=PRODUCTS,
    imitations="faux leather, vegan leather, veganes leder, kunstleder, lederimitat, lederoptik",
    expressions=EXPRESSIONS,
    ambiguous=AMBIGUOUS,
    compounds=True,
    nouns_in_capitals=True,
    endings=("", "e", "er", "es", "en", "em"),
    links=("", "s", "n", "en", "es", "er", "e"),
    privatives={  # "lederfrei", "ärmelloses"
        free + ending: "" for free in ("frei", "los") for ending in ("", "e", "er", "es", "en")
    },
)
