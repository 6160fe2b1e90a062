"""Things that an emoji shows, in English: by the short names of Unicode's CLDR, as shops say them.

Only what is sold, and only where a query is nothing else: beside words an emoji mostly decorates.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# From what a shop may call it to what is wider: the first that it has is meant.
NAMES = """
👟 sneakers, running shoes, trainers, shoes | 👞 dress shoes, shoes | 🥾 hiking boots, boots, shoes
👢 boots, shoes | 👠 high heels, pumps, heels, shoes | 👡 sandals, shoes | 🥿 ballet flats, shoes
🩴 flip flops, sandals | 👗 dresses | 👕 t-shirts, shirts | 👔 ties, shirts | 👖 jeans, trousers
🩳 shorts | 👚 blouses, tops | 👘 kimonos | 🥻 saris | 🩱 swimsuits, swimwear
👙 bikinis, swimwear | 🩲 briefs, underwear | 🧥 coats, jackets | 🦺 vests | 🧦 socks
🧤 gloves | 🧣 scarves | 👒 hats | 🎩 hats | 🧢 caps, hats | 🪖 helmets | 👓 glasses
🕶 sunglasses | 🥽 goggles | 👜 handbags, bags | 👝 pouches, bags | 👛 purses, wallets
🎒 backpacks, bags | 💼 briefcases, bags | 🧳 suitcases, luggage | 🛍 shopping bags, bags
☂ umbrellas | ☔ umbrellas | 🌂 umbrellas | 💍 rings, jewelry | 📿 beads, necklaces, jewelry
⌚ watches | 💄 lipsticks, makeup | 💅 nail polish | 🧴 lotions, creams | 🧼 soaps
🪥 toothbrushes | 🪮 combs | 🪞 mirrors | 🧻 toilet paper | 🧽 sponges | 🧹 brooms
🪣 buckets | 🛁 bathtubs | 🛏 beds | 🛋 sofas | 🪑 chairs | 🚪 doors | 🖼 pictures, frames
🕯 candles | 💡 light bulbs, lamps | 🔦 torches, flashlights | 🏮 lanterns | ⏰ alarm clocks, clocks
🕰 clocks | 🏺 vases | 🪴 plants | 🌵 cacti, plants | 💐 bouquets, flowers | 🌹 roses, flowers
🌷 tulips, flowers | 🌻 sunflowers, flowers | 🍵 tea, teacups, cups, mugs | ☕ coffee, cups, mugs
🫖 teapots | 🍶 sake | 🍷 wine, wine glasses, glasses | 🍾 sparkling wine, champagne, wine
🍺 beer, beer glasses | 🥂 champagne glasses, glasses
🥃 whisky, tumblers, glasses | 🍸 cocktail glasses, glasses
🥛 milk, glasses | 🧃 juice | 🫙 jars | 🍼 baby bottles | 🍽 plates | 🥄 spoons | 🍴 cutlery
🥢 chopsticks | 🔪 knives | 🥣 bowls | 🍳 frying pans, pans | 🥘 pans | 🍲 pots | 🧂 salt
🍫 chocolate | 🍬 sweets, candy | 🍪 biscuits, cookies | 🍯 honey | 🧀 cheese | 🍞 bread
🍝 pasta | 🍚 rice | 🍜 noodles | 🫒 olives, olive oil | 🍎 apples | 🍌 bananas | 🍇 grapes
🍓 strawberries | 🍅 tomatoes | 🥜 nuts, peanuts | 🥚 eggs | 🥩 meat | 🐟 fish
📱 smartphones, mobile phones, phones | 💻 laptops, notebooks | 🖥 monitors, computers
⌨ keyboards | 🖱 mice | 🖨 printers | 🎧 headphones | 🎤 microphones | 📷 cameras
📺 televisions | 🔋 batteries | 🎮 game controllers, games | 🔊 speakers | 📻 radios
🎸 guitars | 🎻 violins | 🎹 pianos, keyboards | 🥁 drums | 🎺 trumpets | 🎷 saxophones
🪗 accordions | 🪕 banjos | 🪈 flutes | 🧸 teddy bears, soft toys, toys | 🪀 yo-yos, toys
🧩 puzzles | 🎲 dice, board games, games | ♟ chess | 🪁 kites | 🪆 dolls, toys
📚 books | 📖 books | 📓 notebooks | 📔 notebooks | 🖊 pens | 🖋 fountain pens, pens
✏ pencils | 🖍 crayons | 🖌 paint brushes, brushes | ✂ scissors | 📏 rulers | 📎 paper clips
📅 calendars | ✉ envelopes | 🚲 bicycles, bikes | 🛴 scooters | 🛹 skateboards | 🛼 roller skates
⛸ ice skates | 🎿 skis | 🏂 snowboards | ⛺ tents | 🎣 fishing rods | ⚽ footballs, balls
🏀 basketballs, balls | 🏐 volleyballs, balls | 🎾 tennis balls, balls | 🏸 badminton
🥊 boxing gloves | 🏋 dumbbells | 🧘 yoga mats | 🔨 hammers | 🪛 screwdrivers | 🔧 wrenches
🪚 saws | 🪜 ladders | 🔩 screws | 🧰 tool boxes, tools | 🧵 threads, yarn | 🧶 yarn, wool
🪡 needles | 🧷 safety pins | 🪢 ropes | 🐶 dogs | 🐕 dogs | 🐱 cats | 🐈 cats
"""
DRESSING = re.compile("[\ufe0f\u200d\U0001f3fb-\U0001f3ff\\s]")  # presentation, skin, spaces


@cache
def names() -> dict[str, tuple[str, ...]]:
    entries = (
        entry.split(maxsplit=1) for line in NAMES.strip().splitlines() for entry in line.split("|")
    )
    return {sign: tuple(each.strip() for each in said.split(",")) for sign, said in entries}


def shown_by(text: str) -> tuple[str, ...]:
    """What the one emoji that is all of `text` may be called; () where it is anything else."""
    signs = set(DRESSING.sub("", unicodedata.normalize("NFC", text)))
    return names().get(signs.pop(), ()) if len(signs) == 1 else ()
