"""Korean."""

from __future__ import annotations

from search.understanding.lexicon.entry import Lexicon

GRAMMAR = {
    "price": """가격, 가격대, 가격이""",
    "band": """대, 대의""",
    "service": "무료배송, 무료 배송",
    "under": """최대, 예산, 예산은""",
    "over": "최소, 최저",
    "about": "약, 대략, 정도",
    "to": "부터, 까지, 에서",
    "or less": "이하, 까지, 미만, 이내",
    "or more": "이상, 부터",
    "cheap": "싼, 저렴한, 값싼, 저렴, 가성비",
    "half": "반",
    "in stock": "재고 있음, 재고",
    "not behind": "말고, 제외, 아닌, 이 아닌, 가 아닌, 없는, 없이, 빼고",
    "only": "만, 오직",
    "preferably": "가능하면, 가급적, 되도록",
    "size": "사이즈, 치수",
    "size behind": "사이즈, 호",
    "or": "또는, 이나, 혹은",
    "and": "와, 과, 그리고, 하고, 랑",
    "small": """를, 을, 은, 는, 이, 가, 의, 에, 로, 으로, 도, 한, 하나, 사고, 싶어요, 찾아요,
        주세요, 용, 색, 사이, 사이의""",
    "something": "무언가, 뭔가, 것, 거",
    "for behind": "위한, 용, 전용",
    "mine": "나의, 내, 제",
    "article": "한, 두, 세, 네",
    "shade": "연한, 밝은, 진한, 어두운, 짙은",
    "counted": "개, 장, 켤레, 벌, 인용, 세트, 살",
    "cheapest": "가장 싼, 제일 싼, 가장 저렴한, 제일 저렴한, 최저가",
    "dearest": "가장 비싼, 제일 비싼, 최고가",
    "newest": "최신, 신상, 신상품, 신제품, 가장 새로운",
    "most popular": """인기, 인기 있는, 가장 인기 있는, 제일 인기 있는, 베스트셀러,
        가장 많이 팔린, 잘 팔리는, 평점 높은""",
    "most reduced": "할인율 높은, 가장 많이 할인된",
    "on sale": "세일, 세일 중, 할인, 할인 중, 할인된, 특가, 할인 상품",
    "plain": "무지, 단색, 민무늬",
    "aspect": "색깔, 색상, 소재, 브랜드",
}

COLORS = """
beige: 베이지, 베이지색
black: 검은, 검은색, 검정, 검정색, 블랙, 까만
blue: 파란, 파란색, 파랑, 블루, 푸른
brown: 갈색, 브라운, 밤색
burgundy: 와인색, 버건디, 자주색
cream: 크림색, 아이보리
dark blue: 진한 파란색, 다크블루
dark green: 진녹색, 다크그린
gold: 금색, 골드, 황금색
green: 초록, 초록색, 녹색, 그린
grey: 회색, 그레이
khaki: 카키, 카키색
lavender: 라벤더
light blue: 하늘색, 연한 파란색, 라이트블루
light green: 연두색, 연두, 라이트그린
light pink: 연분홍, 연핑크
mint: 민트, 민트색
multicoloured: 알록달록, 멀티컬러, 여러 색
mustard: 겨자색, 머스터드
navy: 남색, 네이비, 감색
olive: 올리브, 올리브색
orange: 주황, 주황색, 오렌지, 오렌지색
pink: 분홍, 분홍색, 핑크, 핑크색
purple: 보라, 보라색, 퍼플
red: 빨간, 빨간색, 빨강, 붉은, 레드
silver: 은색, 실버
teal: 청록색, 틸
transparent: 투명, 투명한
turquoise: 터키색, 청록
white: 하얀, 하얀색, 흰, 흰색, 하양, 화이트
yellow: 노란, 노란색, 노랑, 옐로
"""

GENDERS = {
    "man": "남성, 남자, 남성용, 남자용, 신사",
    "woman": "여성, 여자, 여성용, 여자용, 숙녀",
    "boy": "남자아이, 남아, 소년",
    "girl": "여자아이, 여아, 소녀",
    "kid": "아이, 어린이, 아동, 유아, 키즈",
    "baby": "아기, 베이비",
    "unisex": "남녀공용, 유니섹스",
}

LEXICON = Lexicon(
    language="ko",
    grammar=GRAMMAR,
    people="2 이인용, 3 삼인용, 4 사인용",
    numbers="두, 세, 네, 다섯, 여섯, 일곱, 여덟",
    gifts="선물",
    occasions="생일, 크리스마스, 기념일",
    relatives={
        "man": "아빠, 아버지, 남편, 남자친구, 할아버지",
        "woman": "엄마, 어머니, 아내, 여자친구, 할머니",
    },
    colors=COLORS,
    genders=GENDERS,
    things="",  # in words/ko.txt
    letters="\uac00-\ud7af",
    unspaced_at_times=True,
)
