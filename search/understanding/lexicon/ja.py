"""Japanese."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """価格, 値段, お値段, 値段が""",
    "band": """台, 台の""",
    "service": "送料無料",
    "under": """最大, 最高, 予算, 予算は""",
    "over": "最低",
    "about": "約, およそ, くらい, ぐらい",
    "to": "から, まで",
    "or less": "以下, 以内, まで, 未満",
    "or more": "以上, から",
    "cheap": "安い, 安価, 安価な, 高くない, 高すぎない, お得, お得な, プチプラ",
    "half": "半",
    "in stock": "在庫あり, 在庫",
    "not behind": """以外, ではない, じゃない, なし, なしの, 無し, のない, がない, 抜き,
        以外の, くない""",
    "only": "だけ, のみ",
    "preferably": "できれば, できたら, なるべく",
    "size": "サイズ",
    "size behind": "サイズ, 号",
    "or": "または, か, もしくは",
    "and": "と, および",
    "small": """の, な, を, が, に, で, へ, は, も, と, 欲しい, ほしい, ください, 探している,
        探しています, 一つ, 間, 間の""",
    "something": "何か, なにか, もの, 物, グッズ, 用品",
    "for behind": "用, 向け, のための",
    "mine": "私の, 自分の",
    "article": "一つ, 二つ, 三つ",
    "shade": "薄い, 淡い, 濃い, 明るい, 暗い",
    "counted": "個, 枚, 本, 足, 人用, 人, 歳, セット",
    "cheapest": "一番安い, いちばん安い, 最も安い, 最安, 最安値, 最安値の",
    "dearest": "一番高い, いちばん高い, 最も高い, 最高値",
    "newest": "最新, 最新の, 新着, 新着の, 新作, 新作の, 一番新しい",
    "most popular": """一番人気, 一番人気の, 人気の, 人気, 売れ筋, ベストセラー,
        一番売れている, 最も人気のある, 高評価, 高評価の""",
    "most reduced": "最大割引, 割引率が高い, 一番値下げされた",
    "on sale": """セール, セール中, セール中の, 割引, 割引の, 値下げ, 値下げした, 特価,
        特価の, お買い得""",
    "plain": "無地, 無地の, 単色, 単色の",
    "aspect": "色, 素材, ブランド",
}

COLORS = """
beige: ベージュ
black: 黒, 黒い, 黒色, ブラック
blue: 青, 青い, 青色, ブルー
brown: 茶色, 茶色い, ブラウン, 茶
burgundy: ワインレッド, ワイン色, バーガンディ
cream: クリーム色, アイボリー
dark blue: 濃い青, ダークブルー
dark green: 深緑, ダークグリーン
gold: 金色, ゴールド
green: 緑, 緑色, グリーン, 緑の
grey: 灰色, グレー, 鼠色
khaki: カーキ, カーキ色
lavender: ラベンダー
light blue: 水色, 薄い青, ライトブルー, 空色
light green: 黄緑, ライトグリーン
light pink: 薄いピンク, ライトピンク
mint: ミント, ミントグリーン
multicoloured: マルチカラー, 多色
mustard: マスタード, からし色
navy: 紺, 紺色, ネイビー
olive: オリーブ, オリーブ色
orange: オレンジ, オレンジ色
pink: ピンク, 桃色, ピンク色
purple: 紫, 紫色, パープル
red: 赤, 赤い, 赤色, レッド
silver: 銀色, シルバー
teal: 青緑, ティール
transparent: 透明, 透明な, クリア
turquoise: ターコイズ
white: 白, 白い, 白色, ホワイト
yellow: 黄色, 黄色い, イエロー
"""

GENDERS = {
    "man": "男性, 男性用, メンズ, 紳士, 紳士用, 男",
    "woman": "女性, 女性用, レディース, 婦人, 婦人用, 女",
    "boy": "男の子, 男児, ボーイズ",
    "girl": "女の子, 女児, ガールズ",
    "kid": "子供, 子ども, こども, キッズ, 子供用",
    "baby": "赤ちゃん, ベビー",
    "unisex": "男女兼用, ユニセックス",
}

LEXICON = Lexicon(
    language="ja",
    grammar=GRAMMAR,
    people="2 二人用, 3 三人用, 4 四人用, 2 二人掛け, 3 三人掛け",
    numbers="二, 三, 四, 五, 六, 七, 八",
    gifts="プレゼント, ギフト, 贈り物",
    occasions="誕生日, クリスマス, 記念日, アイデア",
    relatives={
        "man": "お父さん, 父, パパ, 夫, 彼氏, おじいちゃん, 祖父",
        "woman": "お母さん, 母, ママ, 妻, 彼女, おばあちゃん, 祖母",
    },
    colors=COLORS,
    genders=GENDERS,
    things="",  # in words/ja.txt
    letters="\u3040-\u30ff\u3400-\u9fff\uff66-\uff9d",
    unspaced=True,
)
