"""Chinese, in simplified characters; the traditional ones are made of them (`chinese_forms`)."""

from __future__ import annotations

from search.understanding.lexicon.chinese_forms import rows_with_traditional, with_traditional
from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """价格, 价位, 价钱, 价格在""",
    "service": "包邮, 免运费",
    "under": """低于, 不超过, 最多, 少于, 预算, 预算在""",
    "over": "高于, 超过, 至少, 最少",
    "about": "大约, 左右, 约",
    "to": "到, 至",
    "or less": "以下, 以内",
    "or more": "以上, 起",
    "cheap": "便宜, 便宜的, 实惠, 平价",
    "half": "半",
    "in stock": "有货, 现货",
    "not": """不要, 没有, 不带, 除了, 不是, 不想要, 别, 不含, 不加, 无, 不含有""",
    "only": "只, 只要, 仅",
    "preferably": "最好是, 最好, 优先",
    "size": "尺码, 码",
    "size behind": "码, 号",
    "or": "或, 或者, 还是",
    "and": "和, 与, 及",
    "small": "的, 我, 想要, 想买, 要, 买, 找, 请, 一个, 一件, 一条, 一双, 这, 那, 是",
    "something": "什么东西, 某样东西, 东西",
    "for": "给, 适合, 用于",
    "mine": "我的",
    "article": "一个, 一件, 一条, 一双, 两个, 三个",
    "shade": "浅, 淡, 深",
    "counted": "个, 件, 条, 双, 只, 套, 人, 岁",
    "cheapest": "最便宜, 最便宜的, 最低价, 价格最低, 价格最低的",
    "dearest": "最贵, 最贵的, 价格最高, 价格最高的",
    "newest": "最新, 最新的, 最新款, 新品, 新到货",
    "most popular": """最受欢迎, 最受欢迎的, 最畅销, 最畅销的, 最热门, 最热门的,
        畅销, 热销, 热卖, 销量最高, 销量最高的, 评价最好, 评价最好的""",
    "most reduced": "折扣最大, 折扣最大的, 降价最多, 降价最多的",
    "on sale": """打折, 打折的, 特价, 特价的, 促销, 促销的, 优惠, 降价, 降价的,
        折扣""",
    "plain": "纯色, 纯色的, 单色, 单色的, 素色, 素色的",
    "aspect": "颜色, 材质, 材料, 品牌",
}

COLORS = """
beige: 米色, 米黄色, 杏色
black: 黑色, 黑, 黑色的
blue: 蓝色, 蓝, 蓝色的, 兰色, 兰
brown: 棕色, 褐色, 咖啡色, 棕
burgundy: 酒红色, 酒红
cream: 奶油色, 奶白色
dark blue: 深蓝色, 深蓝
dark green: 深绿色, 墨绿色, 深绿
gold: 金色
green: 绿色, 绿, 绿色的
grey: 灰色, 灰, 灰色的
khaki: 卡其色
lavender: 薰衣草色
light blue: 浅蓝色, 天蓝色, 淡蓝色, 浅蓝
light green: 浅绿色
light pink: 浅粉色, 淡粉色
mint: 薄荷绿
multicoloured: 彩色, 多色
mustard: 芥末黄
navy: 藏青色, 海军蓝, 藏蓝色
olive: 橄榄绿, 橄榄色
orange: 橙色, 橘色, 橙
pink: 粉色, 粉红色, 粉红
purple: 紫色, 紫
red: 红色, 红, 红色的, 大红色
silver: 银色
teal: 蓝绿色, 青色
transparent: 透明
turquoise: 绿松石色
white: 白色, 白, 白色的
yellow: 黄色, 黄, 黄色的
"""

GENDERS = {
    "man": "男, 男士, 男式, 男人, 男款, 男装, 男性",
    "woman": "女, 女士, 女式, 女人, 女款, 女装, 女性",
    "boy": "男孩, 男童",
    "girl": "女孩, 女童",
    "kid": "儿童, 孩子, 小孩, 童装",
    "baby": "婴儿, 宝宝",
    "unisex": "中性, 男女通用",
}

LEXICON = Lexicon(
    language="zh",
    grammar={part: with_traditional(words) for part, words in GRAMMAR.items()},
    people="2 双人, 2 雙人, 2 两人, 2 兩人, 2 二人, 3 三人, 4 四人, 6 六人",
    numbers="两, 三, 四, 五, 六, 七, 八",
    gifts=with_traditional("礼物, 礼品"),
    colors=rows_with_traditional(COLORS),
    genders={name: with_traditional(words) for name, words in GENDERS.items()},
    things="",  # in words/zh.txt
    letters="\u3400-\u9fff",
    occasions="生日, 圣诞, 圣诞节, 纪念日",
    relatives={
        "man": "爸爸, 父亲, 老公, 丈夫, 男朋友, 男友, 爷爷",
        "woman": "妈妈, 母亲, 老婆, 妻子, 女朋友, 女友, 奶奶",
    },
    unspaced=True,
)
