"""Words and signs for money, of the languages that shoppers write."""

from __future__ import annotations

from search.understanding.lexicon.entry import listed

CURRENCIES = {
    "EUR": """euro, euros, eur, €, avro, euroya, eurodan, euronun, euroluk, avroya, avrodan, евро,
        欧元, 歐元, ユーロ, 유로, يورو, ยูโร""",
    "USD": """dollar, dollars, dolares, dollari, usd, bucks, $, us$, dolar, dolara, dolardan,
        dolarin, доллар, доллара, долларов, 美元, 美金, ドル, 달러, دولار, دولارا, ดอลลาร์""",
    "GBP": "pound, pounds, gbp, quid, £, фунтов, 英镑, ポンド, 파운드, جنيه",
    "CHF": "chf, franken, francs, franchi",
    "PLN": "pln, zl, zloty, zlotych, zlote",
    "BRL": "brl, reais, r$",
    "SEK": "sek, kronor, krona, kr",
    "NOK": "nok",
    "DKK": "dkk, kroner",
    "CZK": "czk, korun",
    "HUF": "huf, forint",
    "RON": "ron, lei",
    "TRY": "lira, liras, tl, ₺, liraya, liradan, liranin, liralik",
    "UAH": "uah, ₴, гривен, грн",
    "RUB": "rub, roubles, rubles, ₽, рубль, рубля, рублей, рублях, руб, р",
    "JPY": "jpy, yen, ¥, 円, 日元, เยน",
    "CNY": "cny, rmb, yuan, 元, 块, 塊, 块钱, 塊錢, 元钱, 人民币, 人民幣, юаней",
    "KRW": "krw, won, ₩, 원, 韩元",
    "INR": "inr, rupees, ₹",
    "CAD": "cad, c$, ca$",
    "AUD": "aud, a$, au$",
    "MXN": "mxn, mx$",
    "NZD": "nzd, nz$",
    "SGD": "sgd, s$",
    "HKD": "hkd, hk$",
    "TWD": "twd, nt$",
    "THB": "thb, baht, ฿, บาท",
    "SAR": "sar, ريال",
    "AED": "aed, درهم",
}
CURRENCY_OF = {word: code for code, words in CURRENCIES.items() for word in listed(words)}
