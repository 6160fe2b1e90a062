"""The traditional characters of words that a dictionary has in simplified ones.

What is written "沙发" on the mainland is "沙發" in Taiwan. Some simplified characters stand for two
traditional ones ("表" for a surface and for a watch): both forms of such words are known.
"""

from __future__ import annotations

from search.understanding.lexicon.entry import listed, rows

SIMPLIFIED = """
东丝两个丽乐乡书买亚亲仅伞侣关内册写军冲凉击办动华单卧卫厅压厨双发叠叶号员响哑喷团园围国图圆坚坠垫墙声壳壶
头夹妆妈婴学宝实宠宽对尔尘层屉属岁师帐带帮开当懒戏户扫扬护报搁搅携摆摇无显条枫柠标样桦椭榄榉橱欧毡汤没沥浅
涤渔温滩灯炉点烛烧热爱爷牵猫环现珐电画盐盖盘着码礼积窝笔笼筝简篮粮紧红纤约纯纱纳纶纸纹纽线练织经绒结绗给绣
续绳维绵绸绿缆缎编缝罗胶脏脑脚脸艺节营萨蓝衬袜装裤视觉计训记话诞请读调贝货质购贺车转轮软轻边过运还这远连遥
酱针钉钟钢钥钩钱钳钻铁铃铅铜铝铲银铸铺链锅锈锋锤键锯镜镯长门闪闲闹阅阳际随韩顶项领颜风飞饪饭饮饰饼马鱼鲜鸡
鸭鹅黄齿龙
"""
TRADITIONAL = """
東絲兩個麗樂鄉書買亞親僅傘侶關內冊寫軍衝涼擊辦動華單臥衛廳壓廚雙發疊葉號員響啞噴團園圍國圖圓堅墜墊牆聲殼壺
頭夾妝媽嬰學寶實寵寬對爾塵層屜屬歲師帳帶幫開當懶戲戶掃揚護報擱攪攜擺搖無顯條楓檸標樣樺橢欖櫸櫥歐氈湯沒瀝淺
滌漁溫灘燈爐點燭燒熱愛爺牽貓環現琺電畫鹽蓋盤著碼禮積窩筆籠箏簡籃糧緊紅纖約純紗納綸紙紋紐線練織經絨結絎給繡
續繩維綿綢綠纜緞編縫羅膠髒腦腳臉藝節營薩藍襯襪裝褲視覺計訓記話誕請讀調貝貨質購賀車轉輪軟輕邊過運還這遠連遙
醬針釘鐘鋼鑰鉤錢鉗鑽鐵鈴鉛銅鋁鏟銀鑄鋪鏈鍋鏽鋒錘鍵鋸鏡鐲長門閃閒鬧閱陽際隨韓頂項領顏風飛飪飯飲飾餅馬魚鮮雞
鴨鵝黃齒龍
"""
ALWAYS = str.maketrans("".join(SIMPLIFIED.split()), "".join(TRADITIONAL.split()))
AT_TIMES = str.maketrans("发面表制柜台里干折卷松", "髮麵錶製櫃檯裡乾摺捲鬆")


def forms(word: str) -> list[str]:
    """`forms("沙发") == ["沙发", "沙發", "沙髮"]`."""
    return list(dict.fromkeys([word, word.translate(ALWAYS), word.translate(ALWAYS | AT_TIMES)]))


def with_traditional(words: str) -> str:
    """A list of words with all their forms."""
    return ", ".join(form for word in listed(words) for form in forms(word))


def rows_with_traditional(text: str) -> str:
    """Lines of "red: 红色" likewise."""
    told = {name: ", ".join(words) for name, words in rows(text).items()}
    return "\n".join(f"{name}: {with_traditional(words)}" for name, words in told.items())
