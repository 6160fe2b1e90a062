"""Turkish."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon
from search.understanding.lexicon.turkish_forms import forms, inflected, with_places

GRAMMAR = {
    "price": """fiyat, fiyatı, fiyata, fiyatlı""",
    "under": """en fazla, en çok, maksimum, azami, maks, max, bütçe, bütçem, bütçesi""",
    "over": "en az, minimum, asgari, min",
    "about": "yaklaşık, aşağı yukarı, civarı, civarında",
    "to": "ile, ila, ve",
    "between": "arası, arasında, arasındaki",
    # Behind a number, of which "900'den" is one as well as "900 liradan".
    "or less": """altı, altında, altındaki, az, daha az, veya daha az, ucuz, daha ucuz, kadar,
        kadar olan, veya altı, maksimum""",
    "or more": """üstü, üstünde, üzeri, üzerinde, üzerindeki, fazla, daha fazla, veya daha fazla,
        pahalı, daha pahalı, başlayan, ve üzeri, ve üstü, minimum""",
    "cheap": "ucuz, ucuza, uygun fiyatlı, hesaplı, ekonomik",
    "cheapest": "en ucuz, en uygun fiyatlı, en hesaplı",
    "dearest": "en pahalı",
    "newest": "en yeni, yeni gelenler, yeni gelen",
    "most popular": """çok satan, çok satanlar, en çok satan, en çok satanlar, en popüler, en çok
        beğenilen, en yüksek puanlı""",
    "most reduced": "en yüksek indirim, en büyük indirim",
    "in stock": "stokta, stokta olan, stoktaki, mevcut, hemen teslim",
    "on sale": "indirimli, indirimde, indirimdeki, indirimde olan, kampanyalı, indirim",
    "off": "indirim, indirimli",
    "service": """satılık, ücretsiz kargo, bedava kargo, kargo bedava, ücretsiz teslimat, hızlı
        kargo""",
    "plain": "düz renk, desensiz",
    "not behind": """olmayan, olmayanlar, olmasın, değil, ama değil, hariç, dışında, haricinde,
        istemiyorum, içermeyen, sevmeyen, sevmez, sevmiyor, sevmiyorum, istemeyen""",
    "person": """annem, anneme, babam, babama, kardeşim, kardeşime, ablam, ablama, abim, abime,
        eşim, eşime, karım, karıma, kocam, kocama, arkadaşım, arkadaşıma, sevgilim, sevgilime""",
    "only": "sadece, yalnızca, yalnız",
    "preferably": "tercihen, mümkünse, ideal olarak",
    "half": "yarım",
    "size": "beden, bedeni, numara, ölçü, ebat",
    "size behind": "beden, numara, numaralı",
    "or": "veya, ya da, yahut",
    "and": "ve",
    "small": """bir, ve, ile, için, bu, şu, o, mi, mı, mu, mü, da, de, ki, ne, en, çok, gibi, olan,
        olsun, ama, her, istiyorum, arıyorum, lazım, lütfen, bana, var, yok, göster, bul, numara,
        numaralı, beden, bedende, renk, renkli, rengi, tane, adet, şey, biri, tercihen, mümkünse,
        belki""",
    "adjective": """küçük, büyük, uzun, kısa, yeni, sıcak, soğuk, yumuşak, sert, rahat, hafif, ağır,
        yuvarlak, kare, dikdörtgen, oval, modern, klasik, şık, spor, geniş, dar, ince, kalın, bol,
        alçak, yüksek, derin, düz, sade, desensiz, baskısız, su geçirmez, katlanır, taşınabilir,
        kablosuz, elektrikli, akıllı, kışlık, yazlık, mevsimlik, günlük, güzel, iyi, kaliteli,
        hediye, hediyelik""",
    # No "with" and "place": what they belong to stands before them, and the thing behind.
    "for behind": "için",
    "mine": "benim, bizim, senin",
    "article": "bir, iki, üç, dört, beş, altı",
    "shade": "açık, koyu, pastel, soluk, parlak, neon",
    "counted": """adet, tane, parça, çift, kişi, kişilik, kişiye, yaş, yaşında, yaşındaki, aylık,
        lik, lık, luk, lük, li, lı, lu, lü, paket, set, kapılı, çekmeceli""",
    "something": "bir şey, bir şeyler, herhangi bir şey",
}

COLORS = """
anthracite: antrasit
beige: bej, kum rengi
black: siyah, kara, simsiyah
blue: mavi, masmavi, saks mavisi, saks, kobalt
brown: kahverengi, kahve rengi
burgundy: bordo, şarap rengi, vişne çürüğü
copper: bakır rengi
coral: mercan rengi
cream: krem, krem rengi, ekru
dark blue: koyu mavi, parlament mavisi
dark green: koyu yeşil, nefti
gold: altın rengi, altın sarısı, dore, gold
green: yeşil, yemyeşil
grey: gri, füme
khaki: haki
lavender: lavanta rengi
lilac: lila, leylak rengi
light blue: açık mavi, bebe mavisi, buz mavisi, gök mavisi
light pink: açık pembe, toz pembe
mint: mint yeşili, su yeşili, nane yeşili
multicoloured: rengarenk, çok renkli, alacalı
mustard: hardal, hardal rengi, hardal sarısı
navy: lacivert
off white: kırık beyaz, kemik rengi
olive: zeytin yeşili
orange: turuncu, portakal rengi
pink: pembe, pespembe, gül kurusu, fuşya, pudra
purple: mor, mosmor, eflatun, mürdüm
red: kırmızı, kıpkırmızı, kızıl
rust: kiremit rengi, tarçın rengi
silver: gümüş rengi, gümüşi
tan: taba
teal: petrol mavisi, petrol yeşili, camgöbeği
transparent: şeffaf, saydam
turquoise: turkuaz
white: beyaz, bembeyaz
yellow: sarı, sapsarı
"""

GENDERS = {
    "man": "erkek, erkekler, erkeklere, bay, baylar, adam",
    "woman": "kadın, kadınlar, kadınlara, bayan, bayanlar, hanım",
    "boy": "erkek çocuk, oğlan, erkek çocuğu, oğlum, oğluma, oğlumun",
    "girl": "kız çocuk, kız, kızlar, kız çocuğu, kızım, kızıma, kızımın",
    "kid": "çocuk, çocuklar, çocuğa, çocuğum, çocuklara, genç",
    "baby": "bebek, bebekler, bebeğe, bebeğim, yenidoğan",
    "unisex": "uniseks",
}

# What a thing is made of or looks like: "pamuk", "pamuklu".
LOOKS = """
bamboo: bambu
canvas: kanvas, branda
ceramic: seramik, porselen, çini
checked: kareli, ekose, pötikare, pötikareli, kare desenli, kare desen
cotton: pamuk, pamuklu, yüzde yüz pamuk
denim: kot, denim
dotted: puantiyeli, puantiye, benekli, puanlı
faux leather: suni deri, yapay deri, vegan deri
fleece: polar
floral: çiçekli, çiçek desenli, çiçek desen
glass: cam, camdan
leather: deri, hakiki deri, gerçek deri, deriden
linen: keten
metal: metal, metalden
oak: meşe
silk: ipek, ipekli
sleeveless: kolsuz
steel: çelik, paslanmaz çelik
striped: çizgili, çizgi, yollu
suede: süet, nubuk
velvet: kadife
walnut: ceviz
wood: ahşap, tahta, ağaç, odun
wool: yün, yünlü
"""

THINGS = """
turtleneck: balıkçı yaka
v neck: v yaka
crew neck: bisiklet yaka
armchair: koltuk, berjer, tekli koltuk
backpack: sırt çanta, okul çanta
bag: çanta
ball: top, futbol top, basketbol top, plaj top
bed: yatak, karyola
bedside table: komodin
belt: kemer
bin: çöp kutu, çöp kova
blanket: battaniye
blouse: bluz
boot: bot, çizme
bottle: şişe, su şişe, matara, suluk, termos
bowl: kase, kâse, çanak
bracelet: bilezik, bileklik
candle: mum
cardigan: hırka
chair: sandalye, iskemle
chopping board: kesme tahta, doğrama tahta
clock: duvar saat, masa saat
clothes: giysi, kıyafet, elbiselik, giyim
coat: mont, palto, kaban, manto
curtain: perde
cushion: yastık, kırlent, minder
desk: çalışma masa, yazı masa, bilgisayar masa
dress: elbise, abiye
drill: matkap, şarjlı matkap
earphones: kulak içi kulaklık
electronics: elektronik
floor lamp: lambader, ayaklı lamba, yer lamba
fridge: buzdolabı, buzdolap
furniture: mobilya
gloves: eldiven
handbag: el çanta, omuz çanta, kol çanta
hat: şapka, bere, kep, kasket
headphones: kulaklık
heels: topuklu, topuklu ayakkabı, stiletto
hoodie: kapüşonlu, kapüşonlu sweatshirt, kapşonlu, sweatshirt
hose: bahçe hortum, hortum
jacket: ceket, yağmurluk, rüzgarlık
jewellery: takı, mücevher
jumper: kazak, süveter
kettle: çaydanlık, su ısıtıcı, kettle
kitchen: mutfak
lamp: lamba, ışık, aydınlatma, okuma lamba, gece lamba, masa lamba, abajur
laptop: dizüstü bilgisayar, dizüstü, laptop, notebook
light bulb: ampul
mirror: ayna
mug: kupa, fincan, kahve fincan, bardak
pan: tava
frying pan: kızartma tava
washing machine: çamaşır makinesi, çamaşır makinası
sticky notes: yapışkanlı not kağıdı, post-it
supplements: takviyeler, gıda takviyesi, besin takviyesi
pendant lamp: avize, sarkıt, sarkıt lamba, tavan lamba
phone: telefon, cep telefon, akıllı telefon
planter: saksı, çiçek saksı
plate: tabak
pot: tencere, güveç
pouf: puf
puzzle: yapboz, puzzle
pyjamas: pijama
rain boots: yağmur çizme, lastik çizme
rug: halı, kilim
running shoe: koşu ayakkabı
sandals: sandalet
scarf: atkı, şal, eşarp, fular
shelf: raf
bookcase: kitaplık, kitap raf
shirt: gömlek
shoe: ayakkabı
skateboard: kaykay
skirt: etek
slippers: terlik, ev terlik, ev ayakkabı, pandufla
sneaker: spor ayakkabı, jimnastik ayakkabı, tenis ayakkabı
sock: çorap
sofa: kanepe, divan, çekyat, köşe koltuk
speaker: hoparlör, bluetooth hoparlör
stool: tabure, bar tabure
suitcase: valiz, bavul
sunglasses: güneş gözlük
t-shirt: tişört, tshirt, t shirt
table: masa, sehpa, yemek masa, orta sehpa
tank top: atlet, askılı bluz
teapot: demlik
tent: çadır, kamp çadır
torch: el fener, fener
tote bag: bez çanta, alışveriş çanta
towel: havlu
toy: oyuncak
trousers: pantolon, kot pantolon
umbrella: şemsiye
vacuum cleaner: elektrikli süpürge, süpürge
vase: vazo
wallet: cüzdan
watch: kol saat, saat
brass: pirinç
marble: mermer
rubber: kauçuk, lastik
felt: keçe
enamel: emaye
porcelain: porselen
plastic: plastik
aluminium: alüminyum
cast iron: döküm demir
concrete: beton
rattan: rattan, hasır
cork: mantar
pine: çam
beech: kayın
cashmere: kaşmir
satin: saten
silicone: silikon
corduroy: fitilli kadife
jute: jüt
terracotta: terakota
round: yuvarlak
rectangular: dikdörtgen
knitted: örgü
"""
# Words for what shops sell, this one or not.
PRODUCTS = """
anahtarlık bisiklet bornoz broş çekiç dolap fırın gitar gözlük kaşkol klavye kolye kravat küpe
makas mayo mikser monitör nevresim oje parfüm patik piyano ruj şampuan şort tarak televizyon
tornavida yelek yorgan yüzük yazıcı ütü
"""

# Nouns of everyday life that no shop sells, and what people do with things.
EVERYDAY = """
ağız akşam aile anne anneanne arkadaş ayak baba babaanne bahçe balkon balo banyo baş bayram
büyükanne büyükbaba boyun çay dağ daire dede deniz doğum duş duvar düğün el ev fikir film garaj
gece gezi gün hafta hava havuz hediye ışık iş kahve kahvaltı kamp kapı kar kardeş kış kitap kol
koşu köpek köşe kedi mezuniyet mutfak müzik oda ofis okul orman oyun ödev öğrenci öğretmen öğün
park parti pasta pencere piknik plaj resim sabah salata salon seyahat sevgili spor su süt sünnet
tatil teyze tren uçak uçuş uyku üniversite yağmur yaz yemek yer yıl yılbaşı yol yürüyüş yüz yüzme
zaman çiçek çorba çocukluk güneş ilkbahar sonbahar kek ekmek ekran bilek bel desen baskı cep düğme
fermuar bağcık kapak sap yaka kumaş model marka ürün renk boy tarz stil
"""
DOING = """
almak açmak asmak aramak bakmak binmek bulmak çalışmak çalmak çekmek dikmek dinlemek dinlenmek
durmak düzenlemek gezmek gitmek giymek hazırlamak içmek ısıtmak izlemek kalmak kapatmak kaynatmak
kesmek kızartmak koşmak koymak kullanmak kurutmak okumak oturmak oynamak örtmek pişirmek saklamak
seyretmek silmek sürmek süslemek taşımak temizlemek tutmak uyumak vermek yakmak yapmak yazmak yemek
yıkamak yürümek yüzmek
"""

LEXICON = Lexicon(
    language="tr",
    grammar=GRAMMAR,
    packs="""set, seti, takım, takımı, parça, adet, paket, lü paket, lı paket, li paket, lu paket,
        lü set, lı set, li set, lu set""",
    numbers="iki, üç, dört, beş, altı, yedi, sekiz",
    sums="""10 on, 20 yirmi, 30 otuz, 40 kırk, 50 elli, 60 altmış, 70 yetmiş, 80 seksen, 90 doksan,
        100 yüz, 1000 bin""",
    gifts="hediye, hediyesi, hediyelik",
    occasions="doğum, günü, yılbaşı, sevgililer, yıldönümü, fikir, sürpriz",
    relatives={
        "man": "baba, babam, babama, kocam, kocama, dedem, dedeme",
        "woman": "anne, annem, anneme, karım, karıma, babaannem, anneannem",
    },
    vouchers="hediye kartı, hediye çeki",
    colors=COLORS,
    genders=GENDERS,
    things=f"{LOOKS.strip()}\n{inflected(THINGS)}",
    products=" ".join(form for noun in PRODUCTS.split() for form in forms(noun)),
    everyday=" ".join(
        [*DOING.split(), *(form for noun in EVERYDAY.split() for form in with_places(noun))]
    ),
    privatives={"siz": "li", "suz": "lu"},  # "çizgisiz", "çizgili"
    expressions="""yeşil çay, siyah çay, beyaz çay, kırmızı şarap, beyaz şarap, kara cuma,
        büyük boy, orta boy, küçük boy, kabin boy, diz boyu""",
    ambiguous="altın cam gümüş",
    absent="yok, hayır, düz",
)
