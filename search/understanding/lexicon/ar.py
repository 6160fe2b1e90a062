"""Arabic."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "service": "توصيل مجاني, شحن مجاني",
    "under": "أقل من, تحت, حتى, لا يزيد عن, بأقل من, أرخص من",
    "over": "أكثر من, أغلى من, فوق, على الأقل, لا يقل عن",
    "between": "بين",
    "about": "حوالي, تقريبا",
    "from": "من",
    "to": "إلى, و",
    "or less": "أو أقل, فأقل",
    "or more": "أو أكثر, فأكثر",
    "cheap": "رخيص, رخيصة, أرخص, اقتصادي",
    "half": "نصف",
    "in stock": "متوفر, متوفرة, في المخزون",
    "not": "بدون, بلا, من غير, ليس, عدا, ما عدا, غير, ليست, لا أريد",
    "only": "فقط",
    "preferably": "يفضل, ويفضل, إن أمكن",
    "size": "مقاس, قياس, بمقاس",
    "in": "في",
    "or": "أو",
    "and": "و",
    "small": "من, في, على, مع, و, هذا, هذه, أريد, أبحث, عن, لون, باللون",
    "something": "شيء, شيئا",
    "for": "لأجل, من أجل",
    "with": "مع",
    "place": "في, على, تحت, فوق",
    "mine": "لي",
    "article": "واحد, واحدة",
    "shade": "فاتح, فاتحة, غامق, غامقة, داكن, داكنة",
    "counted": "قطعة, قطع, زوج, أشخاص, سنوات",
}

COLORS = """
beige: بيج
black: أسود, سوداء
blue: أزرق, زرقاء
brown: بني, بنية
burgundy: عنابي, عنابية, خمري
cream: كريمي, كريمية, عاجي
dark blue: أزرق غامق, أزرق داكن
dark green: أخضر غامق, أخضر داكن
gold: ذهبي, ذهبية
green: أخضر, خضراء
grey: رمادي, رمادية
khaki: كاكي
lavender: لافندر
light blue: أزرق فاتح, سماوي, سماوية
light green: أخضر فاتح
light pink: وردي فاتح
mint: نعناعي
multicoloured: متعدد الألوان, ملون
mustard: خردلي
navy: كحلي, كحلية
olive: زيتي, زيتوني
orange: برتقالي, برتقالية
pink: وردي, وردية, زهري, زهرية
purple: بنفسجي, بنفسجية, أرجواني
red: أحمر, حمراء
silver: فضي, فضية
teal: أزرق مخضر
transparent: شفاف, شفافة
turquoise: فيروزي, تركواز
white: أبيض, بيضاء
yellow: أصفر, صفراء
"""

GENDERS = {
    "man": "رجال, رجالي, رجالية, رجل",
    "woman": "نساء, نسائي, نسائية, امرأة, سيدات, حريمي",
    "boy": "ولد, أولاد, ولادي",
    "girl": "بنات, بناتي, فتاة, فتيات",
    "kid": "أطفال, طفل, للأطفال, طفولي",
    "baby": "رضيع, رضع, مواليد",
    "unisex": "للجنسين",
}

LEXICON = Lexicon(
    language="ar",
    grammar=GRAMMAR,
    people="2 لشخصين, 2 شخصين, 2 شخصان",
    numbers="اثنان, ثلاثة, أربعة, خمسة, ستة, سبعة, ثمانية",
    gifts="هدية, هدايا",
    occasions="عيد, ميلاد, فكرة, أفكار, مفاجأة",
    relatives={
        "man": "أبي, والدي, زوجي, أخي, جدي",
        "woman": "أمي, والدتي, زوجتي, أختي, جدتي",
    },
    colors=COLORS,
    genders=GENDERS,
    things="",  # in words/ar.txt
    letters="\u0600-\u06ff",
    head_first=True,
    prefixes=("وال", "بال", "كال", "لل", "ال", "ول", "وب", "و", "ب", "ل"),
)
