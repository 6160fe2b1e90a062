"""Columns of plain tables that say what a product is, in the languages of shops.

They become attributes under their own names. Any other unknown column may hold what no shopper
is to see, a purchase price or a supplier, so it is left out unless that is asked for.
"""

from __future__ import annotations

import re

from catalog.importing.formats.format import key

NAMES = """
    author|authors|autor|autoren|auteur|auteurs|autore|autori|autores|schrijver|автор|作者|著者
    |artist|artists|kunstler|interpret|artiste|artista|artiest|исполнитель|アーティスト
    |publisher|verlag|editeur|editorial|editore|editora|uitgever|uitgeverij|wydawnictwo|wydawca
    |издательство|出版社|record label|illustrator|narrator|translator|series|serie|reihe|collana
    |coleccion|collection|kollektion|collezione|colecao|collectie|kolekcja|коллекция|koleksiyon
    |subtitle|untertitel|sous-titre|subtitulo|sottotitolo|label|format|formato|binding|einband|reliure
    |encuadernacion|rilegatura|encadernacao|oprawa|edition|auflage|ausgabe|pages|page count
    |number of pages|seiten|seitenzahl|pages count|paginas|numero de paginas|pagine|bladzijden
    |liczba stron|количество страниц|ページ数|language|sprache|langue|idioma|lingua|taal|jezyk|язык
    |dil|言語|musical genre|style|stil|estilo|stile|stijl|styl|стиль|tarz
    |region|herkunft|herkunftsland|country|country of origin|origin|land|pays|pays d'origine
    |origine|pais|pais de origen|origen|paese|paese di origine|provenienza|pais de origem|origem
    |kraj pochodzenia|страна|страна производства|страна производитель|mensei|mense ulke|原産国|产地
    |appellation|denominacion de origen|denominazione|cepage|cepages|grape|grapes|grape variety
    |rebsorte|rebsorten|uva|variedad de uva|vitigno|vintage|millesime|jahrgang|anada|annata|year
    |jahr|baujahr|erscheinungsjahr|year of publication|publication year|release year
    |annee de parution
    |ano de publicacion|ano de publicacao|anno di pubblicazione|jaar van uitgave|rok wydania
    |год издания|basim yili|発行年|playing time|running time|spieldauer|laufzeit|duree|duracion
    |durata|duracao|speelduur|czas trwania|продолжительность|sure|再生時間|speed
    |geschwindigkeit|annee|ano|anno|jaar|rok|год|yil|alcohol|abv|alcohol content|alkohol
    |alkoholgehalt|alcool|degre alcool|degre d'alcool|graduacion|graduacion alcoholica
    |alcoholgehalte|diet|dieta|bio|organic|biologique|ecologico|biologico|vegan|vegano|vegetarian
    |fair trade|gluten free|glutenfrei|sans gluten|sin gluten|senza glutine
    |glutenvrij|bezglutenowy|sem gluten|lactose free|laktosefrei|sans lactose|sin lactosa
    |senza lattosio|lactosevrij|sem lactose|ingredients|inhaltsstoffe|zutaten
    |ingredienti|ingredientes
    |ingrediënten|skladniki|состав|icindekiler|成分|allergens|allergene|allergenes|alergenos
    |flavour|flavor|geschmack|geschmacksrichtung|saveur|gout|sabor|gusto|smaak|smak|вкус
    |scent|fragrance|duft|parfum|senteur|aroma|profumo|fragranza|geur|zapach|аромат|koku|香り
    |rodzaj skory|typ skory|typ cery|cilt tipi|tipo de pele|type de cheveux|tipo de cabello
    |tipo di capelli|haartype|typ wlosow|rodzaj wlosow|sac tipi|tipo de cabelo|тип волос
    |weganski|weganskie|bez zapachu|sans parfum|sin perfume|senza profumo|sem perfume|parfumfrei
    |unscented|fragrance free
    |skin type|hauttyp|type de peau|tipo de piel|tipo di pelle|huidtype|rodzaj cery|тип кожи
    |hair type|haartyp|finish|spf|volume|volumen|contents|net content|inhalt|fullmenge|contenance
    |contenido|contenuto|inhoud|pojemnosc|objetosc|объем|объём|hacim|容量|capacity|kapazitat
    |fassungsvermogen|capacite|capacidad|capacita|capaciteit|емкость
    |width|breite|largeur|anchura|ancho|larghezza|largura|breedte|szerokosc|ширина|genislik|幅
    |height|hohe|hoehe|hauteur|altura|alto|altezza|hoogte|wysokosc|высота|yukseklik|高さ
    |length|lange|laenge|longueur|longitud|largo|lunghezza|comprimento|lengte|dlugosc|длина
    |uzunluk|長さ|depth|tiefe|profondeur|profundidad|fondo|profondita|profundidade|diepte
    |glebokosc|глубина|derinlik|diameter|durchmesser|diametre|diametro|srednica|диаметр|cap
    |thickness|dicke|starke|epaisseur|grosor|spessore|espessura|dikte|grubosc|толщина|kalinlik
    |dimensions|dimension|measurements|masse|abmessung|abmessungen|maße|medidas|dimensiones|dimensioni
    |dimensoes|afmetingen|wymiary|размеры (дхшхв)|габариты|olculer|ebat|ebatlar|寸法|规格
    |weight|gewicht|poids|peso|waga|вес|agirlik|重量
    |wheel size|laufradgroße|radgroße|taille de roue|screen size|bildschirmgroße|diagonal
    |bildschirmdiagonale|lens width|bridge width|temple length|glasbreite|stegbreite|bugellange
    |glasbreedte|heel height|absatzhohe|hauteur de talon|tacco|altura del tacon|shaft height
    |sleeve|sleeve length|armellange|neckline|ausschnitt|fit|passform|coupe|pattern|muster|motif
    |estampado|fantasia|patroon|wzor|узор|desen|柄|occasion|anlass|season|saison|temporada|stagione
    |estacao|seizoen|sezon|сезон|季節|composition|zusammensetzung|composicion|composizione
    |composicao|samenstelling|sklad|fabric composition|lining|futter|sole|sohle|closure|verschluss
    |fermeture|cierre|chiusura|sluiting|застежка|shape|form|forme|forma|vorm|ksztalt|форма|sekil
    |power|leistung|puissance|potencia|potenza|vermogen|moc|мощность|voltage|spannung|tension
    |voltaje|voltaggio|spanning|napiecie|напряжение|wattage|energy class|energieklasse
    |energieeffizienzklasse|classe energetique|socket|fassung|culot|light color|lichtfarbe
    |colour temperature|color temperature|ram|memory|arbeitsspeicher|memoire|memoria|storage
    |speicher|speicherplatz|stockage|almacenamiento|operating system|betriebssystem|connectivity
    |resolution|auflosung|compatibility|compatible with|kompatibilitat|kompatibel mit|passend fur
    |compatibilite|compatible avec|compatibilidad|compatibile con|compatibilita|geschikt voor
    |совместимость|fitment|fits|vehicle|fahrzeug|vehicule|thread|gewinde|filetage|drive|antrieb
    |vehicle make|vehicle model|car make|car model|make and model|fahrzeugmarke|fahrzeugmodell
    |automarke|automodell|marque vehicule|marque du vehicule|modele vehicule|modele du vehicule
    |marca del vehiculo|modelo del vehiculo|marca coche|modelo coche|marca veicolo|modello veicolo
    |marca auto|modello auto|marca do veiculo|modelo do veiculo|automerk|voertuigmerk
    |marka pojazdu|model pojazdu|marka samochodu|model samochodu|марка автомобиля|марка авто
    |модель автомобиля|модель авто|arac markasi|arac modeli|bilmarke|bilmodell
    |side|fitting side|fitting position|placement on vehicle|seite|einbauseite|einbauort|cote
    |cote de montage|lado|lado de montaje|lato|lato di montaggio|lado de montagem|zijde
    |inbouwplaats|strona|strona zabudowy|strona montazu|сторона|сторона установки|yon
    |age group|age|ages|recommended age|alter|altersgruppe|altersempfehlung|age conseille|edad
    |edad recomendada|eta|eta consigliata|idade|faixa etaria|leeftijd|wiek|возраст|yas|対象年齢
    |number of players|players|spieleranzahl|nombre de joueurs|pieces|number of pieces|teile
    |teileanzahl|breed|animal|tierart|for animal|plant type|hardness|harte|line width|ink color
    |media condition|sleeve condition|condition|zustand|etat|condicion|condizione|conditie
    |состояние|warranty|garantie|garantia|garanzia|gwarancja|гарантия|garanti
    |regione|regiao|streek|regio|bodem|gradazione|gradazione alcolica|titolo alcolometrico
    |teor alcoolico|graduacao alcoolica|zawartosc alkoholu|pairing|food pairing|pairings
    |speiseempfehlung|passt zu|accords|accords mets|maridaje|abbinamento|abbinamenti|harmonizacao
    |serving temperature|trinktemperatur|temperature de service|temperatura di servizio
    |race|razza|rasse|raza|raca|ras|species|specie|especie|espece|diersoort|gatunek|porte
    |flowering time|blutezeit|floraison|floracion|fioritura|floracao|bloeitijd|standort|exposition
    |exposicion|esposizione|exposicao|standplaats|stanowisko|hardiness|winterhart|winterharte
    |winterhard|rusticite|active ingredient|active ingredients|wirkstoff|principe actif
    |principio activo|principio attivo|principio ativo|werkzame stof|substancja czynna|dosage
    |dosierung|dosaggio|dosis|dosagem|dosering|dawka|dosage form|darreichungsform|forme galenique
    |forma farmaceutica|toedieningsvorm|postac|ruling|lineatur|lignage|rigatura|liniatuur
    |paper size|papierformat|format papier|formato carta|papierformaat|format papieru
    |paper weight|grammatur|grammage|grammatura|gramaje|gramagem|gramatura|nib|nib size|federstarke
    |frame size|rahmenhohe|rahmengroße|taille de cadre|talla de cuadro|framemaat|rozmiar ramy|gears
    |gange|vitesses|marce|velocidades|versnellingen
    |gemstone|gemstones|edelstein|edelsteine|pierre|pierres|piedra|piedras|pietra|pietre|pedra
    |edelsteen|kamien|kamienie|karat|carat|purity|fineness|feingehalt|proba|masa
    |lumens|lichtstrom|lumen|watt|base type|bulb type|color temperature|pile height|thread count
    |care|pflege|pflegehinweis|entretien|lavaggio|certification|zertifikat|certificat
"""
FACTS = frozenset(key(name) for name in NAMES.split("|"))
MORE = re.compile(r"\(\w{1,2}\)$")  # "Author(s)"
# Of which part it is stands before it in English: "Shade Material", "Seat Height".
OF_PARTS = re.compile(
    r"(?!.*\b(?:ship|shipping|shipped|pack|package|packaging|packed|box|carton|pallet|parcel|net|gross)\b)"
    r"(?:[\w-]+ ){1,2}(?:height|width|length|depth|diameter|thickness|weight|capacity|material"
    r"|fabric|colou?r|shape|style|pattern|finish|type)"
    r"|number of (?!reviews|ratings|votes|orders|sales|views)[\w ]+"
)
TYPES = re.compile(
    r"(?:.* )?(?:product|item|article|tax|price|stock|record|row|order|post|file|customer) type"
)


def is_fact(name: str) -> bool:
    """Whether a column of that name, without its unit, says what a product is.

    Be it in two names for one thing ("Author / Artist", "einband_format").
    """
    plain = key(MORE.sub("", name))
    both = [each.strip() for each in plain.split("/" if "/" in plain else " ")]
    return (
        plain in FACTS
        or bool(OF_PARTS.fullmatch(plain) and not TYPES.fullmatch(plain))
        or (len(both) > 1 and FACTS.issuperset(both))
    )
