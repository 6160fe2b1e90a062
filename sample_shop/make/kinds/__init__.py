"""Every kind of product of the sample shop, by department."""

from __future__ import annotations

from .bags import KINDS as BAGS
from .bottoms import KINDS as BOTTOMS
from .electronics import KINDS as ELECTRONICS
from .furniture import KINDS as FURNITURE
from .headwear import KINDS as HEADWEAR
from .kind import Design, Kind, Look, surfaces
from .kitchen import KINDS as KITCHEN
from .lamps import KINDS as LAMPS
from .living import KINDS as LIVING
from .outdoors import KINDS as OUTDOORS
from .prints import KINDS as PRINTS
from .seating import KINDS as SEATING
from .shoes import KINDS as SHOES
from .tableware import KINDS as TABLEWARE
from .tops import KINDS as TOPS

KINDS: tuple[Kind, ...] = (
    *SHOES,
    *TOPS,
    *BOTTOMS,
    *HEADWEAR,
    *BAGS,
    *SEATING,
    *FURNITURE,
    *LAMPS,
    *LIVING,
    *TABLEWARE,
    *KITCHEN,
    *OUTDOORS,
    *ELECTRONICS,
    *PRINTS,
)
__all__ = ["KINDS", "Design", "Kind", "Look", "surfaces"]
