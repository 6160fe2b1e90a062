"""Swedish."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": "pris, priser, prisklass",
    "under": """under, mindre än, max, högst, maximalt, upp till, billigare än, inte mer än, inte
        över, budget""",
    "over": "över, mer än, minst, från och med, dyrare än, större än, åtminstone",
    "between": "mellan",
    "about": "ungefär, cirka, ca, runt",
    "from": "från",
    "to": "till, och",
    "or less": "eller mindre",
    "or more": "eller mer",
    "cheap": "billig, billiga, billigt, prisvärd, prisvärda, prisvärt, inte dyr, inte dyra",
    "cheapest": "billigast, billigaste",
    "dearest": "dyrast, dyraste",
    "newest": "nyast, nyaste, senaste, nyinkommet",
    "most popular": "populärast, populäraste, bästsäljare, mest sålda, bäst betyg",
    "most reduced": "störst rabatt, största rabatten",
    "in stock": "i lager, finns i lager",
    "on sale": "på rea, rea, reapris, nedsatt, nedsatta, nedsatt pris, rabatterad, på kampanj",
    "off": "rabatt",
    "service": "fri frakt, gratis frakt, snabb leverans",
    "plain": "enfärgad, enfärgade, enfärgat",
    "not": "utan, inte, ej, inga, ingen, inget, förutom, hatar",
    "without": "utan",
    "only": "bara, endast, enbart",
    "preferably": "helst, gärna, om möjligt",
    "half": "en halv, halv, ett halvt",
    "aspect": "färg, färger, material, märke",
    "size": "storlek, stl, strl, skostorlek",
    "in": "i",
    "or": "eller",
    "and": "och",
    "small": """en, ett, den, det, de, för, med, av, på, till, om, att, jag, söker, vill, ha, min,
        mitt, mina, som, är, har, och, eller, letar, efter""",
    "adjective": """liten, litet, små, stor, stort, stora, lång, långt, långa, kort, korta, modern,
        moderna, ny, nytt, nya, varm, varmt, varma, mjuk, mjukt, mjuka, rund, runt, runda, lätt,
        lätta, tung, tunn, tunna, tjock, tjocka, snygg, fin, fina, bra, bekväm, bekväma""",
    "something": "något, nånting",
    "for": "för, till",
    "with": "med",
    "of": "av, i",
    "place": "på, i, bredvid, under, över, bakom, vid, mellan, utanpå",
    "mine": "min, mitt, mina, vår",
    "article": "en, ett, två, tre, fyra, fem, sex",
    "shade": "ljus, ljust, ljusa, mörk, mörkt, mörka",
    "counted": "stycken, st, par, personer, år, delar, månader, pack",
}

COLORS = """
beige: beige
black: svart, svarta
blue: blå, blått, blåa
brown: brun, brunt, bruna
burgundy: vinröd, vinrött, vinröda
cream: gräddvit, gräddvita, kräm
dark blue: mörkblå, mörkblått, mörkblåa
dark green: mörkgrön, mörkgrönt, mörkgröna
gold: guld, gyllene, guldfärgad
green: grön, grönt, gröna
grey: grå, grått, gråa
khaki: khaki
light blue: ljusblå, ljusblått, ljusblåa
light green: ljusgrön, ljusgrönt, ljusgröna
multicoloured: flerfärgad, flerfärgade, mångfärgad
mustard: senapsgul, senapsgula
navy: marinblå, marinblått
orange: orange, orangea
pink: rosa
purple: lila
red: röd, rött, röda
silver: silver, silverfärgad
transparent: genomskinlig, genomskinliga
turquoise: turkos, turkosa
white: vit, vitt, vita
yellow: gul, gult, gula
"""

GENDERS = {
    "man": "herr, herrar, herrarna, män, herre",
    "woman": "dam, damer, kvinna, kvinnor",
    "boy": "pojke, pojkar, kille, killar",
    "girl": "flicka, flickor, tjej, tjejer",
    "kid": "barn, junior",
    "baby": "bebis, bebisar, spädbarn",
}

EVERYDAY = """och för med utan till från som det den ett inte eller över mellan samt alla passar här
    ingår bra man kan ska blir hela två tre fyra timmar minuter gånger dagar vikt färg storlek mått
    levereras tillverkad gjord av hög låg mjuk varm kall enkel lätt stor liten ny klassisk modern
    vattentät vattentäta vindtät justerbar uppladdningsbar tvättas tvättbar håller skydd skyddar
    barn dam herr jacka jackor byxor tröja tröjor skor stövlar sockor strumpor mössa handskar
    vantar kläder väska ryggsäck tält sovsäck lampa ljus stol bord säng kök flaska kniv mat vatten
    vinter sommar skog tur resa hem trädgård rum hemmet svart vit röd blå grön gul grå brun bomull
    läder ull trä stål rostfritt gummi papper glas plast metall"""

PURPOSES = """läsa sova skriva arbeta arbete kontor resa resor löpning springa vandra vandring sport
    träning dansa simma laga matlagning baka servera dricka te kaffe vin vatten äta frukost camping
    strand skola semester lek present"""

LEXICON = Lexicon(
    language="sv",
    grammar=GRAMMAR,
    people="1 enmans, 2 tvåmans, 3 tremans, 4 fyrmans, 2 tvåsits, 3 tresits",
    packs="set, pack, stycken, st, delar, delars",
    numbers="två, tre, fyra, fem, sex, sju, åtta",
    sums="""10 tio, 15 femton, 20 tjugo, 25 tjugofem, 30 trettio, 40 fyrtio, 50 femtio, 60 sextio,
        70 sjuttio, 80 åttio, 90 nittio, 100 hundra, 200 tvåhundra, 300 trehundra, 500 femhundra,
        1000 tusen""",
    gifts="present, presenter, gåva, gåvor, julklapp, julklappar, födelsedagspresent",
    occasions="födelsedag, jul, mors dag, fars dag, student, idé, idéer",
    relatives={
        "man": "pappa, far, pojkvän, morfar, farfar, bror, farbror, morbror",
        "woman": "mamma, mor, fru, flickvän, mormor, farmor, syster, moster, faster",
    },
    vouchers="presentkort",
    colors=COLORS,
    genders=GENDERS,
    things="",  # in words/sv.txt
    everyday=EVERYDAY,
    purposes=PURPOSES,
    imitations="konstläder, veganskt läder, skinnimitation, fuskpäls",
    expressions="grönt te, svart te, rött vin, vitt vin",
    ambiguous="glas guld silver trä kräm",
    compounds=True,
    links=("", "s"),
    privatives={"fri": "", "lös": ""},
    is_small=True,
    absent="ingen, inga, inget, nej, utan, enfärgad",
)
