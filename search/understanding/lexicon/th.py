"""Thai."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """ราคา, ในราคา""",
    "service": "ส่งฟรี, จัดส่งฟรี",
    "under": """ไม่เกิน, ต่ำกว่า, น้อยกว่า, ถูกกว่า, งบ, งบประมาณ, งบไม่เกิน""",
    "over": "มากกว่า, เกิน, อย่างน้อย, สูงกว่า",
    "between": "ระหว่าง",
    "about": "ประมาณ, ราวๆ",
    "to": "ถึง",
    "or less": "ลงไป",
    "or more": "ขึ้นไป",
    "cheap": "ถูก, ราคาถูก, ราคาประหยัด",
    "half": "ครึ่ง",
    "in stock": "มีสินค้า, พร้อมส่ง",
    "not": "ไม่มี, ไม่, ยกเว้น, ไม่เอา, ไม่ใช่",
    "only": "เท่านั้น, เฉพาะ",
    "preferably": "ถ้าเป็นไปได้",
    "size": "ไซส์, ขนาด, เบอร์",
    "or": "หรือ",
    "and": "และ, กับ",
    "small": "ที่, ของ, แบบ, ตัว, ใบ, คู่, อยากได้, อยากซื้อ, หา, สี, ทรง",
    "something": "อะไรสักอย่าง, สิ่งที่",
    "for": "สำหรับ, เพื่อ",
    "with": "พร้อม, มี",
    "mine": "ของฉัน",
    "article": "หนึ่ง, สอง, สาม",
    "shade": "อ่อน, เข้ม",
    "counted": "ชิ้น, ตัว, คู่, ใบ, คน, ขวบ",
}

COLORS = """
beige: สีเบจ, เบจ
black: สีดำ, ดำ
blue: สีน้ำเงิน, น้ำเงิน
brown: สีน้ำตาล, น้ำตาล
burgundy: สีแดงเลือดหมู, สีเบอร์กันดี
cream: สีครีม
dark blue: สีน้ำเงินเข้ม
dark green: สีเขียวเข้ม
gold: สีทอง
green: สีเขียว, เขียว
grey: สีเทา, เทา
khaki: สีกากี
lavender: สีลาเวนเดอร์
light blue: สีฟ้า, ฟ้า, สีฟ้าอ่อน
light green: สีเขียวอ่อน
light pink: สีชมพูอ่อน
mint: สีมิ้นต์
multicoloured: หลากสี, หลายสี
mustard: สีเหลืองมัสตาร์ด
navy: สีกรมท่า, กรมท่า
olive: สีเขียวมะกอก
orange: สีส้ม, ส้ม
pink: สีชมพู, ชมพู
purple: สีม่วง, ม่วง
red: สีแดง, แดง
silver: สีเงิน
teal: สีเขียวหัวเป็ด
transparent: ใส, โปร่งใส
turquoise: สีเทอร์ควอยซ์
white: สีขาว, ขาว
yellow: สีเหลือง, เหลือง
"""

GENDERS = {
    "man": "ผู้ชาย, ชาย, บุรุษ",
    "woman": "ผู้หญิง, หญิง, สตรี",
    "boy": "เด็กผู้ชาย, เด็กชาย",
    "girl": "เด็กผู้หญิง, เด็กหญิง",
    "kid": "เด็ก, เด็กๆ",
    "baby": "ทารก, เบบี้, เด็กอ่อน",
    "unisex": "ยูนิเซ็กส์",
}

LEXICON = Lexicon(
    language="th",
    grammar=GRAMMAR,
    numbers="สอง, สาม, สี่, ห้า, หก, เจ็ด, แปด",
    gifts="ของขวัญ",
    occasions="วันเกิด, คริสต์มาส",
    relatives={
        "man": "พ่อ, คุณพ่อ, สามี",
        "woman": "แม่, คุณแม่, ภรรยา",
    },
    colors=COLORS,
    genders=GENDERS,
    things="",  # in words/th.txt
    letters="\u0e00-\u0e7f",
    unspaced=True,
    head_first=True,
)
