"""Units of measure in the sixteen languages that searches are written in."""

from __future__ import annotations

from decimal import Decimal

from catalog.folding import fold

PEOPLE, AGE = "people", "age"
YEAR = "year"

# By what is measured, the words of each unit and how many of the first one it is.
UNITS: dict[str, dict[str, str]] = {
    "volume": {
        """ml millilitre millilitres milliliter milliliters mililitros mililitri mililitr mililitre
        мл миллилитр миллилитра миллилитров مل ملليلتر مليلتر
        毫升 ミリリットル 밀리리터 มล มิลลิลิตร""": "1",
        """cl centilitre centilitres centiliter centiliters zentiliter centilitros centilitri
        centylitr centylitrow santilitre сл сантилитр""": "10",
        """dl decilitre decilitres deciliter deciliters deziliter decilitros decilitri decylitr
        desilitre дл децилитр""": "100",
        """l lt ltr litre litres liter liters litern litro litros litri litr litra litry litrow
        litrelik л литр литра литров لتر لترات ليتر ليترات 升 公升 リットル 리터 ลิตร""": "1000",
        "gallon gallons": "3785",
    },
    "weight": {
        "mcg µg microgram micrograms mikrogramm microgrammes microgramos microgrammi": "0.000001",
        """mg milligram milligrams milligramm milligrammes miligramos miligramas milligrammi
        miligram miligramow miligrama мг миллиграмм миллиграмма миллиграммов""": "0.001",
        """g gram grams gramm gramme grammes gramos grammi gramow gramas gramlik
        г гр грамм грамма граммов جرام غرام 克 公克 グラム 그램 กรัม""": "1",
        """kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos kilogramow quilo quilos
        kiloluk kilogramlik кг кило килограмм килограмма килограммов كجم كغ كيلو كيلوغرام كيلوجرام
        公斤 千克 キロ キログラム 킬로 킬로그램 กก กิโล กิโลกรัม""": "1000",
        "oz ounce ounces": "28.35",
        "lb lbs": "453.6",
    },
    "length": {
        """mm millimetre millimetres millimeter millimeters milimetros milimetri milimetre
        milimetrow мм миллиметр миллиметра миллиметров مم ملم مليمتر 毫米 ミリ ミリメートル 밀리미터
        มม มิลลิเมตร""": "1",
        """cm centimetre centimetres centimeter centimeters centimetros centimetri centimetrow
        zentimeter santim santimetre santimlik см сантиметр сантиметра сантиметров سم سنتيمتر سنتمتر
        厘米 公分 センチ センチメートル 센티 센티미터 ซม เซนติเมตร เซน""": "10",
        """m metre metres meter meters metros metri metr metry metrow metrelik м метр метра метров
        متر أمتار 米 公尺 メートル 미터 เมตร""": "1000",
        """" ″ inch inches zoll pouce pouces pulgadas pollici polegadas cali inc дюйм дюйма дюймов
        بوصة بوصات 英寸 寸 インチ 인치 นิ้ว""": "25.4",
        "ft foot feet": "304.8",
    },
    "storage": {
        "mb мб": "0.001",
        """gb gigabyte gigabytes gib go гб гигабайт гигабайта جيجا جيجابايت غيغابايت
        ギガ ギガバイト 기가 기가바이트 กิกะไบต์""": "1",
        "tb terabyte terabytes тб терабайт 테라 テラ": "1000",
    },
    "power": {
        "w watt watts vatios vatio wat watow вт ватт واط وات 瓦 ワット 와트 วัตต์": "1",
        "kw kilowatt квт": "1000",
    },
    "voltage": {"v volt volts вольт فولت 伏 ボルト 볼트 โวลต์": "1"},
    "energy": {"wh": "1", "kwh": "1000"},
    "charge": {"mah мач": "1", "ah": "1000"},
    "frequency": {"hz гц": "1", "khz": "1000", "mhz": "1000000", "ghz ггц": "1000000000"},
    "time": {
        """min mins minute minutes minuten minuti minutos minuto minut minuty dakika dakikalik минут
        минуты minuter دقيقة دقائق 分钟 分間 분 นาที""": "1",
        """h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur uren godzina
        godziny godzin godz saat saatlik час часа часов ساعة ساعات 小时 時間 시간 ชั่วโมง""": "60",
        """day days tag tage tagen jour jours dia dias giorno giorni dag dagen dzien dni gun gunluk
        день дня дней يوم أيام""": "1440",
    },
    # Of an oven as of a wine ("14% vol"): what is more or less of it is no price.
    "degrees": {
        """degree degrees grad gradi grado grados degre degres grau graus graden stopien stopnie
        stopni derece градус градуса градусов vol abv""": "1"
    },
    "paper": {"gsm": "1"},
    # Of people, wine and guarantees: "from 3 years", "18 Monate".
    AGE: {
        """month months mths mth monat monate monaten mois mes meses mese mesi maand maanden
        miesiac miesiace miesiecy ay aylik месяц месяца месяцев""": "1",
        """year years yr yrs jahr jahre jahren an ans ano anos anno anni jaar jaren rok lat lata yil
        yillik yas ar год года лет 岁 歳 살 ปี""": "12",
    },
    "light": {"lm lumen lumens люмен": "1"},
    "resolution": {"mp megapixel megapixels": "1"},
    # For how many: of what is slept in, sat on or eaten at.
    PEOPLE: {
        """people person persons pers sleeps seats seat seater seaters berth berths
        personen schlafplatze sitzplatze sitze sitzer personnes personne places couchages
        personas persona plazas plaza persone posti pessoas pessoa lugares lugar osob osoby osobowy
        osobowa osobowe osoba zits persoons persoon zitplaatsen slaapplaatsen zitter sitzig man mann
        kisi kisilik kisiye personer человек человека персон местный местная местное أشخاص شخص أفراد
        人 人用 人掛け 人座 名用 명 인 인용 คน""": "1"
    },
}
UNIT = {
    fold(word): (dimension, Decimal(factor))
    for dimension, rows in UNITS.items()
    for words, factor in rows.items()
    for word in words.split()
}


def is_amount(number: str, unit: str) -> bool:
    """Whether two words that follow each other are one: the "32 inch" of a monitor."""
    return number.isdecimal() and unit in UNIT


# Words for how old somebody is, as queries and names of attributes have them: "Alter: 6-10".
AGE_WORDS = """age ages aged alter âge âges edad edades età idade leeftijd wiek возраст yaş 年齢"""
AGES = frozenset(fold(AGE_WORDS).split())
