"""Which products the shop has: drawn from the kinds, the same ones every time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from .kinds import KINDS, Design, Kind, Look

BRANDS: dict[str, tuple[str, ...]] = {
    "Shoes": ("Harrowlane", "Pedrova", "Strideck", "Oldmarl"),
    "Clothing": ("Linnet & Moss", "Averby", "Korrin", "Wrenfold", "Solvane"),
    "Bags": ("Portwick", "Tammerlo", "Brindcase"),
    "Furniture": ("Haldenrum", "Oakmere Works", "Stuvik"),
    "Home": ("Glimholt", "Pottersway", "Ostrelle", "Mossgrave"),
    "Kitchen": ("Kessenhus", "Brambleware", "Tidewell"),
    "Sport & outdoors": ("Ravnpeak", "Gustline", "Skaldoor"),
    "Electronics": ("Ondavox", "Nimbek", "Tyrsound", "Kelvio"),
}
THIRD_VIEW, SECOND_COLOR = 0.06, 0.1
NO_DESCRIPTION, NO_PHOTO, SOLD_OUT, ROW_SOLD_OUT = 0.05, 0.012, 0.04, 0.1


@dataclass(frozen=True)
class Colorway:
    """One colour of a product and how many photos show it."""

    color: str
    second: str
    views: int


@dataclass(frozen=True)
class Product:
    """One product with its colourways; `number` counts through the whole shop."""

    number: int
    key: str
    kind: Kind
    design: Design
    material: str
    pattern: str
    colorways: tuple[Colorway, ...]
    brand: str
    gender: str
    price: float
    described: bool
    sold_out: bool

    @property
    def color(self) -> str:
        return self.colorways[0].color

    @property
    def department(self) -> str:
        return self.kind.category.split(" > ")[0]

    def photo(self, way: Colorway, view: int) -> str:
        """The file name of one view of one colour."""
        return f"{self.key}-{way.color}-{view + 1}.webp"

    def sku(self, way: Colorway, size: str) -> str:
        tail = f"-{size.upper().replace(' ', '')}" if size else ""
        return f"{self.key.upper()}-{way.color.upper()}{tail}"

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes it comes in; shoes for women and men cover their own half of the range."""
        if self.department == "Shoes" and self.gender in ("women", "men"):
            return self.kind.sizes[:5] if self.gender == "women" else self.kind.sizes[3:]
        return self.kind.sizes or ("",)

    def skus(self, way: Colorway) -> list[str]:
        return [self.sku(way, size) for size in self.sizes]

    def stock(self, way: Colorway, size: str) -> int:
        chance = Random(f"stock {self.sku(way, size)}")
        if self.sold_out or chance.random() < ROW_SOLD_OUT:
            return 0
        return chance.randint(1, 40)


def options(kind: Kind, chance: Random) -> Iterator[tuple[Design, Look, str, str]]:
    """Every (design, look, colour, pattern) of a kind, designs taking turns, no colour twice
    in a row for one design until all have been used."""
    queues: list[list[tuple[Design, Look, str, str]]] = []
    for design in kind.designs:
        queue = []
        for look in kind.looks:
            for color in look.colors:
                patterned = look.patterns and not design.params.get("plain")
                pattern = (
                    chance.choice(look.patterns)
                    if patterned and chance.random() < kind.patterned
                    else ""
                )
                queue.append((design, look, color, pattern))
        chance.shuffle(queue)
        queues.append(queue)
    while any(queues):
        for queue in queues:
            if queue:
                yield queue.pop()


def _price(kind: Kind, design: Design, look: Look, chance: Random) -> float:
    """A price within the kind's range, dearer for leather or walnut, ending as prices do."""
    low, high = kind.price
    precious = look.material in ("leather", "walnut", "silk", "brass", "wool", "velvet")
    share = min(1.0, chance.random() * 0.75 + 0.25 * precious)
    whole = max(3, round((low + (high - low) * share) * design.dearer))
    return whole - chance.choice((0.01, 0.05, 0.1, 0.5, 1.0)) if whole < 200 else whole - 1.0


def _colorways(
    kind: Kind, look: Look, color: str, pattern: str, chance: Random
) -> tuple[Colorway, ...]:
    def accent(ground: str) -> str:
        fitting = [name for name in kind.second if name != ground]
        return chance.choice(fitting or ["white"])

    ways = [
        Colorway(
            color, accent(color), 3 if chance.random() < THIRD_VIEW and len(kind.views) > 2 else 2
        )
    ]
    spare = [name for name in look.colors if name != color]
    if spare and not pattern and chance.random() < SECOND_COLOR:
        other = chance.choice(spare)
        ways.append(Colorway(other, accent(other), 1))
    return tuple(ways)


def products() -> list[Product]:
    """The whole catalogue, in the order of the departments."""
    found: list[Product] = []
    for kind in KINDS:
        chance = Random(f"kind {kind.key}")
        drawn = options(kind, chance)
        for index in range(kind.count):
            chosen = next(drawn, None)
            if chosen is None:
                break
            design, look, color, pattern = chosen
            department = kind.category.split(" > ")[0]
            product = Product(
                number=len(found) + 1,
                key=f"{kind.key}-{index + 1:02d}",
                kind=kind,
                design=design,
                material=look.material,
                pattern=pattern,
                colorways=_colorways(kind, look, color, pattern, chance),
                brand=chance.choice(BRANDS[department]),
                gender=chance.choice(kind.genders) if kind.genders else "",
                price=round(_price(kind, design, look, chance), 2),
                described=chance.random() >= NO_DESCRIPTION,
                sold_out=chance.random() < SOLD_OUT,
            )
            if chance.random() < NO_PHOTO:
                bare = tuple(replace(way, views=0) for way in product.colorways)
                product = replace(product, colorways=bare)
            found.append(product)
    return found


def alike(product: Product, other: Product) -> bool:
    """Whether two products share one shape: a hard negative in another colour or material."""
    return product.design is other.design
