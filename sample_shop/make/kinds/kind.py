"""What a kind of product is: its shape, designs, looks, views, prices and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..materials import Surface
from ..mesh import Part
from ..studio import View

COLORFUL = (
    "black",
    "white",
    "grey",
    "navy",
    "blue",
    "teal",
    "green",
    "olive",
    "yellow",
    "orange",
    "red",
    "burgundy",
    "pink",
    "purple",
    "brown",
    "beige",
)
FLAT = (View(0, 79), View(13, 62, zoom=1.3, shift=(0.0, 0.12)), View(-16, 62))
STANDING = (View(-30, 16), View(35, 24), View(-65, 12))
LOW = (View(-30, 30), View(25, 46), View(-60, 20))
SHOES = (View(-38, 22), View(0, 10), View(-130, 26))


@dataclass(frozen=True)
class Design:
    """One form of a kind: what it is called, its parameters, and what is true of it."""

    noun: str
    params: Mapping[str, Any]
    fact: str
    spec: Mapping[str, str] = field(default_factory=dict)
    dearer: float = 1.0


@dataclass(frozen=True)
class Look:
    """A material with the colours it comes in; patterns are drawn from `patterns`."""

    material: str
    colors: tuple[str, ...]
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of product; `roles` dresses each role of the shape (see `surfaces`)."""

    key: str
    category: str
    shape: Callable[[Mapping[str, Any]], list[Part]]
    designs: tuple[Design, ...]
    looks: tuple[Look, ...]
    roles: Mapping[str, str]
    price: tuple[int, int]
    uses: tuple[str, ...]
    span_cm: float
    views: tuple[View, ...] = STANDING
    sizes: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    second: tuple[str, ...] = ("white", "black", "navy", "beige")
    repeat: float = 0.45
    patterned: float = 0.6
    count: int = 9
    flat: bool = False


def surfaces(
    roles: Mapping[str, str], main: Surface, second: str, images: Mapping[str, Any]
) -> dict[str, Surface]:
    """Resolve roles written as "material colour tint".

    "." keeps the main material or colour, "second" is the accent, "image" a drawn picture; "*"
    is the main surface with its pattern.
    """
    dressed = {"body": main}
    for role, text in roles.items():
        words = text.rsplit(" ", 2) if text.count(" ") >= 2 and _number(text) else None
        if text == "*":
            dressed[role] = main
            continue
        if text == "image":
            dressed[role] = Surface("screen", "white", image=images.get(role))
            continue
        material, color, tint = words if words else (*text.rsplit(" ", 1), "1")
        dressed[role] = Surface(
            main.material if material == "." else material,
            {".": main.color, "second": second}.get(color, color),
            tint=float(tint),
        )
    return dressed


def _number(text: str) -> bool:
    return text.rsplit(" ", 1)[1].replace(".", "", 1).isdigit()
