"""What columns and options are called in the languages of shops.

Whole names only: a column is never taken for another because its letters are alike.
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.importing.columns import ATTRIBUTE, OPTION, SEPARATOR
from catalog.importing.formats.format import Cells, key
from catalog.importing.values import LENGTHS

NAMES = {
    "sku": """sku|item sku|product sku|variant sku|article number|article no|article no.|article
        |item number|item no|item no.|item code|part number|part no|product code|product number
        |stock code|style code|artikelnummer|artikelnr|artikelnr.|artikel-nr|artikel-nr.
        |art.-nr.|art-nr|art.nr.|bestellnummer|produktnummer|reference|ref|ref.
        |reference produit|ugs|code article|referencia|codigo|codigo de articulo|codice
        |codice articolo|riferimento|artikelcode|artikelnummer leverancier|codigo do produto
        |artikul|артикул|kod produktu|indeks|kod|katalogove cislo|varenummer|urun kodu|stok kodu
        |رقم المنتج|رمز المنتج|מק"ט|מקט
        |品番|商品コード|货号|custom label (sku)|custom label|customlabel|seller sku
        |internal reference|default code|codice interno|код товара|номер товара|ürün kodu
        |article code|code|codigo interno|stock keeping unit|referencia interna|teilenummer
        |teilenr|teile-nr.|ersatzteilnummer|ident-nr.|materialnummer|ref. article|ref article
        |reference article|ref. produit|code produit|codigo producto|codigo del producto
        |codigo articulo|codigo nacional|cod. articulo|cod articulo|cod. articolo|cod articolo
        |codice prodotto|cod. produto|codigo produto|artikelnummer intern|productcode|artnr
        |art.nr|nr artykulu|numer katalogowy|symbol|kod towaru|kod urunu|urun no|商品番号
        |商品管理番号|管理番号|製品番号|型番|商品编码|상품코드|상품번호|listing id|varenr
        |varenr.|artikelnr leverantor|lagernummer|produktkode|katalognummer
        |商品管理番号(商品url)|商品sku|商家编码|规格编码|판매자상품코드|판매자 상품코드
        |plu|cod|cod.|자체 상품코드|자체상품코드|품번|رمز sku|الرمز|كود المنتج|מספר פריט|קוד מוצר
        |รหัสสินค้า|รหัส|κωδικος|κωδικος προϊοντος|एसकेयू|उत्पाद कोड""",
    "title": """title|name|product name|product title|item name|productname|product|item
        |product display name|productdisplayname|titel|bezeichnung|artikelbezeichnung
        |artikelname|produktname|produktbezeichnung|produkttitel|nom|nom du produit|titre
        |designation|libelle|nombre|nombre del producto|titulo|nome|nome prodotto
        |nome do produto|titolo|naam|productnaam|название|наименование|имя|имя товара|nazwa
        |اسم المنتج|שם המוצר
        |nazwa produktu|nazev|namn|navn|urun adi|商品名|名称|产品名称|composite title
        |номенклатура|название позиции|название товара|наименование товара|назва|назва товару
        |productline|product line|us title short|artikeltext|nombre del articulo|título
        |ürün ismi|item title|omschrijving artikel|artikelomschrijving|productomschrijving
        |nom produit|nom de l'article|nom article|intitule|nombre producto|nombre de producto
        |tytul|tytul produktu
        |nombre articulo|denominacion|denominazione|nome articolo|nome do artigo|nazwa towaru
        |urun ismi|製品名|商品タイトル|商品标题|상품명|제품명|benaming|benamning|varenavn
        |produktnavn|book title|buchtitel|bez|bez.|art.-bez.|artbez|artikelbez|artikelbez.
        |品名|宝贝名称|宝贝标题|품명|الاسم|שם|שם מוצר|שם פריט|ชื่อสินค้า|ชื่อ
        |ονομα|ονομα προϊοντος|ονομασια|τιτλος|उत्पाद का नाम|उत्पाद नाम|नाम""",
    "description": """description|product description|long description|full description
        |item description|about product|about this item|body|body html|body (html)|content
        |details|beschreibung|produktbeschreibung|artikelbeschreibung|langtext|langbeschreibung
        |description longue|descriptif|descripcion|descrizione|omschrijving|beschrijving
        |descricao|описание|opis|popis|beskrivning|beskrivelse|aciklama|商品説明|描述|опис
        |sales description|description sale|detailbeschreibung|descripcion larga
        |descripcion del producto|descrizione prodotto|descrizione estesa|descricao do produto
        |opis produktu|urun aciklamasi|detay|商品描述|商品详情|説明|商品紹介文|상품설명|상세설명
        |blurb|synopsis|summary|resume|klappentext|text lang|productbeschrijving
        |lange omschrijving
        |説明文|商品詳細|详情|상세|제품설명|الوصف|وصف المنتج|תיאור|תיאור מוצר
        |รายละเอียด|รายละเอียดสินค้า|คำอธิบาย|περιγραφη|περιγραφη προϊοντος|विवरण""",
    "category": """category|categories|category path|product category|product categories
        |product category tree|category name|category tree|breadcrumb|breadcrumbs|kategorie
        |kategorien|warengruppe|produktkategorie|rubrik|kategoriepfad|categorie
        |categorie produit|rubrique|rayon|categoria|categorias|categorie prodotto|productgroep
        |категория|категории|раздел|kategoria|kategori|カテゴリ|分类|категорія|группа
        |группа товаров|група|название группы|categoria prodotto|categoria producto|kategória
        |gruppe|artikelgruppe|kategorija|grupo|gruppo|groep|grupa|skupina|famille
        |famille de produits|familia|famiglia|subject|subjects|sachgruppe|kategori adi
        |القسم|الفئة|קטגוריה
        |urun grubu|urun kategorisi|カテゴリー|商品カテゴリ|ジャンル|商品分类|类目|카테고리
        |categorie produits|categoria de produto|categoria de producto|kategoria produktu
        |produktgruppe|varegruppe|varugrupp|rubro|departamento|reparto|abteilung|afdeling
        |seccion|departement|wgr text|wgr bez|wgr bez.|wgr bezeichnung|wgr name|wg text
        |wg bezeichnung|warengruppenbezeichnung|warengruppenname|warengruppe bezeichnung
        |warengruppe text|artikelgruppenbezeichnung|kategori tree|kategori agaci
        |kategori yolu|category hierarchy|sciezka|sciezka kategorii
        |類目|宝贝类目|상품분류|분류|التصنيف|التصنيفات|قسم|فئة|קטגוריות|หมวดหมู่|หมวดหมู่สินค้า
        |ประเภทสินค้า|κατηγορια|κατηγοριες|श्रेणी|वर्ग|группа номенклатуры|вид номенклатуры
        |номенклатурная группа""",
    "brand": """brand|brand name|brands|manufacturer|manufacturer name|maker|vendor|marke
        |hersteller|herstellername|markenname|marque|fabricant|marca|fabricante|produttore|merk
        |fabrikant|бренд|производитель|марка|marka|producent|vyrobce|znacka|varumarke|marke navn
        |العلامة التجارية|מותג
        |ブランド|品牌|виробник|brand title|marca prodotto|producător|výrobca|laboratorio
        |laboratorios|laboratoire|marchio
        |fabricante marca|domaine|maison|winery|weingut|bodega|cantina
        |メーカー|製造元|制造商|브랜드|제조사|uretici|firma|record company|marca fabricante
        |fornitore marca|merknaam|producer|herst|herst.|herstellerbezeichnung
        |الماركة|ماركة|יצרן|שם מותג|ยี่ห้อ|แบรนด์|μαρκα|κατασκευαστης|ब्रांड
        |торговая марка|торгова марка""",
    "color": """color|colour|color name|colour name|colors|colours|base colour|basecolour
        |base color|farbe|farben|farbname|couleur|couleurs|coloris|color principal|colores|colore
        |colori|kleur|kleuren|cor|cores|цвет|kolor|barva|farg|farve|farge|vari|renk|カラー|色|颜色
        |색상|لون
        |колір|цвет товара|rang|culoare|boja|szin|χρωμα|colour name english|frame color
        |frame colour|kleurnaam|nome da cor|nombre del color|renk adi|色名|colorway
        |カラー名|颜色分类|컬러|اللون|צבע|สี|χρωματα|रंग""",
    "size": """size|sizes|size name|shoe size|shoe-size|clothing size|groesse|grosse|große
        |schuhgroße|schuhgrosse|kleidergroße|taille|tailles|pointure|talla|tallas|tamano|taglia
        |taglie|misura|maat|maten|tamanho|размер|размеры|rozmiar|velikost|storlek|storrelse|koko
        |beden|サイズ|尺寸|尺码|사이즈|مقاس|розмір|marime|velicina|meret|eu size|uk size|us size
        |size eu|size uk|size us|talla eu|taglia eu|numeracao|rozmiar eu|konfektionsgroße
        |konfektionsgrosse|ebat|boyut|numara|ayakkabi numarasi
        |규격|치수|المقاس|מידה|גודל|ไซส์|ไซซ์|ขนาด|μεγεθος|νουμερο|आकार|साइज़""",
    "material": """material|materials|fabric|materiau|matiere|matieres|materialien|materiale
        |materiali|materiaal|материал|tkanina|materialet|malzeme|素材|材质|матеріал|materiál|kumas
        |kumas turu|kumas tipi|fabric type|stoff|stoffart|tessuto|tela|tecido
        |材料|面料|材質|소재|재질|الخامة|المادة|חומר|חומרים|วัสดุ|เนื้อผ้า|υλικο|सामग्री|कपड़ा""",
    "gender": """gender|sex|target gender|geschlecht|genre|sexe|genero|genere|geslacht|пол|plec
        |pohlavi|kon|cinsiyet|性別|性别|sexo|sesso|cinsiyeti|성별|doelgroep geslacht
        |适用性别|対象性別|대상성별|الجنس|מגדר|מין|เพศ|φυλο|लिंग|стать""",
    "price": """price|unit price|retail price|regular price|list price|selling price
        |current price|standard price|actual price|price incl. vat|price incl vat|price gross
        |gross price|msrp|rrp|amount|price amount|price value|price current|price current value
        |preis|verkaufspreis|vk|vk-preis|vk preis|vk brutto|bruttopreis|preis brutto|einzelpreis
        |prix|prix ttc|prix de vente|prix unitaire|precio|precio de venta|pvp|prezzo
        |prezzo di vendita|prijs|verkoopprijs|preco|цена|стоимость|cena|cena brutto|pris|fiyat
        |価格|价格|가격|start price|startprice|buy it now price|розничная цена|цена розничная
        |ціна|sales price|prezzo al pubblico|precio venta|precio con iva|standardprice
        |retailprice|brutto-vk|vk-brutto|brutto vk|preis inkl. mwst.|price vat
        |selling price incl. vat|vk preis brutto|ladenpreis|endpreis|prijs incl. btw
        |verkoopprijs incl. btw|consumentenprijs|precio venta publico|precio publico
        |prezzo vendita|preco de venda|preco venda|cena detaliczna|cena sprzedazy|satis fiyati
        |السعر|מחיר
        |販売価格|売価|定価|售价|零售价|판매가|판매가격|prix public|prix vente|prix de vente ttc
        |verkaufspreis brutto|prezzo ivato|unit price gross|pris inkl. moms|utpris
        |通常価格|价钱|销售价|单价|メーカー希望小売価格|参考価格|正価|建议零售价|吊牌价|정가|소비자가
        |소비자가격|سعر|السعر العادي|سعر البيع|מחיר רגיל|ราคา
        |ราคาขาย|τιμη|τιμη πωλησης|τιμη λιανικης|मूल्य|कीमत|विक्रय मूल्य|цена продажи
        |роздрібна ціна""",
    "sale_price": """sale price|special price|discount price|discounted price|offer price
        |promo price|promotional price|angebotspreis|aktionspreis|sonderpreis|prix promo
        |prix promotionnel|prix solde|precio de oferta|precio rebajado|prezzo scontato
        |prezzo in offerta|aanbiedingsprijs|preco promocional|цена со скидкой|акционная цена
        |cena promocyjna|reapris|セール価格|our price|web price|online price|shop price
        |unser preis|onlinepreis|webpreis|shop-preis|notre prix|prix web|nuestro precio
        |precio web|nostro prezzo|prezzo web|onze prijs|webprijs|nosso preco|nasza cena
        |preco com desconto|indirimli fiyat|特価|促销价|할인가|kampanjpris|precio promocional
        |prezzo promozionale|actieprijs|precio oferta
        |优惠价|活动价|할인가(pc)|세일가|سعر التخفيض|سعر العرض|מחיר מבצע|ราคาลด|ราคาโปรโมชั่น
        |τιμη προσφορας|छूट मूल्य|акційна ціна""",
    "price_before": """price before|compare at price|compare to price|compare-at price|compare price
        |old price|oldprice|was price|previous price|original price|strike price|streichpreis|uvp
        |alter preis
        |alter-preis|prix barre|ancien prix|precio anterior|precio tachado|prezzo precedente
        |prezzo barrato|oude prijs|van prijs|preco antigo|старая цена|stara cena|puvodni cena
        |prezzo originale|formerprice|former price|price old|old price incl. vat|ціна до знижки
        |pvp anterior|precio antes|prix avant|prix avant remise|preis vorher|bisheriger preis
        |price before promo|price before promotion|price before discount
        |prezzo prima|prijs voorheen|cena przed obnizka|cena przed rabatem|poprzednia cena
        |preco anterior|onceki fiyat|eski fiyat
        |prix d'origine|precio original|prix conseille|adviesprijs|van-prijs|precio recomendado
        |prezzo consigliato|piyasa fiyati|liste fiyati|市场价|原价
        |السعر قبل الخصم|מחיר קודם|מחיר לפני הנחה|ราคาเต็ม|ราคาปกติ|αρχικη τιμη|стара ціна""",
    "currency": """currency|currency code|price currency|price currency code
        |wahrung|waehrung|devise|monnaie|moneda
        |valuta|divisa|moeda|валюта|waluta|mena|para birimi|通貨|币种
        |货币|통화|العملة|מטבע|สกุลเงิน|νομισμα|मुद्रा""",
    "stock": """stock|stock quantity|stock level|stock qty|stock on hand|stockonhand|quantity
        |qty|inventory|inventory quantity|available quantity|on hand|in stock quantity|units
        |bestand|lagerbestand|lager|menge|anzahl|quantite|quantite en stock|existencias|cantidad
        |inventario|giacenza|quantita|disponibilita|voorraad|aantal|quantidade|estoque|остаток
        |остатки|количество|запас|запасы|stan magazynowy|ilosc|skladem|sklad|antal|lagersaldo
        |stok|stok miktari|在庫|在庫数|库存|الكمية|المخزون|מלאי|quantity on hand|qty available
        |stock quantity available|количество на складе|кількість|lagerbestand gesamt
        |verfugbarer bestand|остаток на складе|stock disponible|qty in stock|quantity in stock
        |stock quantity on hand|stock actual|stock fisico|stock total|aantal op voorraad
        |voorraad aantal|quantita in magazzino|quantita disponibile|cantidad disponible
        |cantidad en stock|qtd estoque|quantidade em estoque|stok adedi|stok adet|mevcut
        |在庫数量|库存数量|재고|재고수량|lagerantal|lagersaldo antal|magazzino|stueckzahl
        |stuckzahl|lagermenge|copies|inventory available|available stock|stock available
        |quantity available|available qty|available inventory
        |在庫個数|数量|商品库存|수량|כמות|כמות במלאי|สต็อก|สต๊อก|จำนวน|จำนวนสินค้า
        |คงเหลือ|αποθεμα|ποσοτητα|स्टॉक|मात्रा|наявність на складі|залишок|залишки""",
    "availability": """availability|availability status|availabilitystatus|stock status|in stock
        |in stock?|is in stock|instock|is available|verfugbarkeit|lieferbarkeit|disponibilite
        |disponibilidad
        |beschikbaarheid|наличие|доступность|dostepnosc|dostupnost|наявність|available
        |在庫状況|在庫状態|库存状态|재고상태|حالة المخزون|حالة التوفر|זמינות|สถานะสินค้า
        |διαθεσιμοτητα|उपलब्धता""",
    "active": """active|is active|enabled|is enabled|published|is published|visible|is visible
        |online|aktiv|sichtbar|veroffentlicht|actif|publie|visible en ligne|activo|publicado
        |attivo|pubblicato|actief|ativo|активен|опубликован|aktywny|aktivni|exibir na loja
        |mostrar en tienda|mostrar en la tienda|visible en la tienda|show in store
        |display on store""",
    "gtin": """gtin|gtin13|gtin14|gtin12|gtin8|ean|ean13|ean-13|ean code|ean-code|ean nummer|upc
        |barcode|bar code|isbn|isbn13|isbn-13|kod ean|jan|strichcode|code-barres|code barre
        |codigo de barras|codice a barre|штрихкод|штрих-код|kod kreskowy|carovy kod|barkod
        |バーコード|条码|eans|ean/barcode|ean / barcode|ean/gtin|gtin/ean|p:ean|p:upc|p:isbn
        |codice ean|codigo ean|kod ean/upc|штрихкод товара|upc/ean|product upc/ean|hauptbarcode
        |barcodes|jan code|janコード|jan/ean|ean13 code|codigo ean13|ean 13|isbn 13|isbn-nummer
        |isbn/ean|barkod no|kod paskowy|codigo barras|商品条码|바코드|gencod|gencode|code ean
        |ean/isbn
        |商品条形码|条形码|الباركود|باركود|ברקוד|บาร์โค้ด|γραμμωτος κωδικος|बारकोड""",
    "mpn": """mpn|manufacturer part number|manufacturer sku|manufacturer number|oem number|model
        |model number|model no|herstellernummer|herstellerartikelnummer|hersteller-nr
        |hersteller-artikelnummer|reference fabricant|referencia del fabricante
        |codice produttore|артикул производителя|модель|kod producenta|han|hans|part-nr
        |mfr part number|manufacturer code|vendor code|vendorcode|codice produttore prodotto
        |catalog number|catalogue number|catalogue no|catno|cat no|cat. no.""",
    "images": """images|image|image url|image urls|image link|image src|image file|images urls
        |picture|pictures|picture url|photo|photos|photo url|main image|main image url|img
        |img url|img link|thumbnail|image name|filename|bild|bilder|bild url|bild-url|bildname
        |abbildung|foto|fotos|image principale|photo produit|imagen|imagenes|immagine|immagini
        |afbeelding|afbeeldingen|imagem|imagens|изображение|изображения|картинка|картинки|фото
        |zdjecie|zdjecia|obrazek|obrazky|bilde|billede|resim|gorsel|画像|图片|item photo url
        |picurl|pic url|imageurls|media main image url|media gallery image url|link immagine
        |ссылка изображения|ссылка на изображение|посилання на зображення|hosted image urls
        |bildpfad|mediaassetlocation|media asset location|фото товара|productimageurl
        |product image url|url de imagen|url imagen|url de la imagen|immagine url|billedurl
        |cover image url|cover image|cover url|main picture|product image|bild 1 url|url image
        |url de l'image|url immagine|url da imagem|foto url|afbeelding url|zdjecie url
        |link do zdjecia|resim url|gorsel url|resim linki|gorsel linki|商品画像|画像url|商品图片
        |이미지|대표이미지|image link 1|imagenes url|media|gallery|resimler|gorseller
        |商品画像url|主图|商品主图|대표 이미지|이미지url|الصور|الصورة|رابط الصورة|תמונה|תמונות
        |รูปภาพ|รูปสินค้า|εικονα|εικονες|छवि|зображення|фотографія""",
    "variant_images": "variant images|variant image|variant image url",
    "group": """group|group id|item group|item group id|parent|parent sku|parent id|parent code
        |style number|style no|handle|url handle|master sku|model group|vaterartikel|vater-artikel
        |elternartikel|parent artikelnummer|sku parent|modele|id группы разновидностей
        |vaterartikelnummer|identifizierungsspalte vaterartikel|productreference|product reference
        |parent code sku|parent item number|varianten von|handleid|identificador url
        |identificador de url|url identifier|identificateur url""",
    "source_id": """source id|id|product id|item id|id produktu|id produit|id producto|id prodotto
        |produkt id|artikel id|productid|object id|objectid|uuid|entity id|pid
        |uniq id|unique id|urun karti id|urun id|varyasyon id|varyant id|variant id|variation id""",
    "url": """url|link|product url|product link|page url|permalink|deeplink|deep link|web address
        |adresse|produktlink|lien|lien produit|enlace|enlace del producto|link prodotto|ссылка
        |adres url|link all'offerta|link prodotto completo|ссылка на товар|посилання|produkt url
        |produkturl|url producto|url del producto|urun url|urun linki|urun link
        |商品ページurl|商品链接|상품url|رابط المنتج|קישור|ลิงก์|ลิงก์สินค้า|συνδεσμος""",
    "tags": """tags|tag|keywords|labels|schlagworte|schlagworter|stichworte|suchbegriffe|mots-cles
        |mots cles|etiquettes|etiquetas|palabras clave|parole chiave|etichette|trefwoorden|теги
        |метки|ключевые слова|slowa kluczowe|tagi|поисковые запросы|product tags|search terms
        |search keywords
        |タグ|キーワード|标签|关键词|태그|검색어|검색어설정|الوسوم|תגיות|แท็ก|ετικετες""",
    "rating": """rating|rating rate|rating average|rating value|ratings average
        |average rating|avg rating|review rating|stars|bewertung|note moyenne
        |valoracion|valutazione|рейтинг|ocena""",
    "rating_count": """rating count|rating number|ratings count|rating votes
        |review count|reviews count|number of reviews|num reviews
        |reviews number|anzahl bewertungen|nombre d'avis|numero de valoraciones""",
    "popularity": "popularity|popularity score|sales rank score|sales count|units sold|beliebtheit",
    "published": """published at|published on|publish date|release date|created|created at
        |creation date|date added|erscheinungsdatum|erstellt am|date de parution|date de creation
        |fecha de creacion|data di creazione|дата создания|open date|publication date|pub date
        |date published|erscheinungstermin|date de publication|fecha de publicacion
        |data di pubblicazione|data de publicacao|data wydania|дата выхода|発売日|出版日""",
    "sale_from": "sale from|sale price from|sale start|sale start date|special price from",
    "sale_to": "sale to|sale price to|sale end|sale end date|special price to",
    "alt": "alt|image alt|image alt text|alt text|alternativtext",
    "delete": "delete|remove|loschen",
}
# Prices that the maker names: what a thing costs is beside them, where there is a column of that.
MAKERS = """msrp|rrp|list price|定価|正価|参考価格|メーカー希望小売価格|建议零售价|吊牌价|정가
    |소비자가|소비자가격"""
RECOMMENDED = frozenset(map(key, MAKERS.split("|")))
# Names of products that are their texts, where another column has the name.
TEXTS = frozenset(
    (
        *("artikeltext", "omschrijving artikel", "artikelomschrijving"),
        *("productomschrijving", "omschrijving product"),
    )
)
# What stands in for a column where none is called it: a German "Artikel" may be name or number.
INSTEAD = {
    "description": """text|texte|texto|testo|tekst|short description|kurzbeschreibung
        |description courte|descripcion corta|descrizione breve|descricao curta|korte omschrijving
        |krotki opis|opis krotki|opis skrocony|skrocony opis|краткое описание|короткое описание
        |short desc|short text|kurztext|beschreibung kurz|texte court|resume|resumen|resumo
        |riepilogo
        |korte beschrijving|kort beskrivning|kort beskrivelse|kisa aciklama|kratky popis
        |وصف مختصر|وصف قصير|簡単な説明|간단 설명
        |tasting notes|tasting note|verkostungsnotiz|notes de degustation|note de degustation
        |notas de cata|nota de cata|note degustazione|note di degustazione|notas de prova
        |proefnotitie|nota degustacyjna
        |about|about the product|ficha|scheda|fiche
        |marketing copy|romance copy|product copy|web copy|sales copy|copy|marketing text
        |werbetext|marketingtext|product overview|overview|product story""",
    "category": """wgr|warengr|warengr.
        |type|product type|item type|kind|typ|art|sorte|produktart|artikelart|produkttyp
        |type de produit|type produit|type d'article|tipo|tipo de producto|tipo producto
        |tipo de articulo|tipologia|tipologia prodotto|tipo prodotto|tipo di prodotto
        |tipo de produto|soort|type product|producttype|productsoort|rodzaj|rodzaj produktu
        |typ produktu|тип|вид|тип товара|вид товара|tur|urun tipi|种类|種類|종류
        |department|section|aisle|product range|univers|sezione|secao|dzial|oddeleni|avdelning
        |hauptgruppe|bolum|отдел""",
    "brand": "make|made by",
    "color": """shade|tint|teinte|nuance|tono|tonalidad|tonalita|tonalidade|farbton|odcien|odstin
        |оттенок""",
    "size": "tallaje|sizing|großen|grossen|rozmiarowka",
    "material": "werkstoff|made of|made from|wykonanie|gefertigt aus|vervaardigd van",
    "title": """produkt|produit|producto|prodotto|produto|artikel|articulo|articolo|article
        |artykul|towar|urun|товар|商品""",
}
OURS = {key(name): ours for ours, names in NAMES.items() for name in names.split("|")}
STAND_INS = {key(name): ours for ours, names in INSTEAD.items() for name in names.split("|")}
OPTIONS = ("color", "size")
# Of what a product is, where a format lists it among free attributes.
FACTS = ("brand", "material", "gender", "gtin", "mpn")
NAME_LENGTH = 60
HINTS = re.compile(r"\s*(\((x\Wy|0\W[^()]{0,20}\b1\b)[^()]*\)|#)\s*\*?$")


def ours(name: str) -> str:
    """The column here of a column with that name there, or nothing."""
    return OURS.get(key(name), "")


def spaced(name: str) -> str:
    """A name in words: "PriceAmount" -> "Price Amount", "rating.ratingCount" -> three words."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.replace(".", " "))


def without_hints(name: str) -> str:
    """A name without what says how to fill it in: "Tags (x,y,z...)", "Active (0/1)", "Ref #"."""
    return HINTS.sub("", name).strip()


def numbered(name: str) -> str:
    """The column of a numbered name, such as "Image 2", or nothing."""
    return ours(key(name).rstrip("0123456789#").strip())


@lru_cache(maxsize=4096)
def option_column(name: str) -> str:
    """ "Farbe" is the colour, whichever language it is in; other options keep their names."""
    column = OURS.get(key(name), "")
    return column if column in OPTIONS else OPTION + " ".join(name.split())[:NAME_LENGTH]


def put_option(cells: Cells, name: str, value: str) -> None:
    """What a variant is by one of its options."""
    column = option_column(name)
    if column in OPTIONS and len(value) > LENGTHS[column]:
        column = OPTION + name[:NAME_LENGTH]
    if column in OPTIONS and cells.get(column, value) not in ("", value):
        column = OPTION + name  # a second colour
    if name.strip():
        cells[column] = value


@lru_cache(maxsize=4096)
def attribute_column(name: str) -> str:
    column = OURS.get(key(name), "")
    if column in (*FACTS, *OPTIONS):
        return column
    return ATTRIBUTE + " ".join(name.split())[:NAME_LENGTH]


def put_attribute(cells: Cells, name: str, value: str) -> None:
    """What a product is by a free attribute: its brand, colour ..., or one of the shop's own."""
    column = attribute_column(name)
    if column in OPTIONS:
        value = value.replace(SEPARATOR, "/")  # a variant has one colour: "black/red"
    if name.strip() and value and not (cells.get(column) and column[:5] != ATTRIBUTE):
        cells[column] = value
