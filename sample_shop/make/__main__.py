"""Make the sample shop again: `python -m sample_shop.make photos|shopper|texts|training`.

`photos`, `shopper` and `training` take up where they stopped; `texts` writes the catalogue, the
judgements and the showcase. All need Blender's Python module (see sample_shop/README.md).
"""

from __future__ import annotations

import argparse
from pathlib import Path

SHOP = Path(__file__).resolve().parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sample_shop.make")
    parser.add_argument("what", choices=("photos", "shopper", "texts", "training"))
    parser.add_argument("--pixels", type=int, default=320)
    parser.add_argument("--samples", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--share", type=int, default=0, help="which part of the work to do")
    parser.add_argument("--shares", type=int, default=1, help="into how many parts it is split")
    parser.add_argument("--views", type=int, default=3, help="photos of a product at most")
    parser.add_argument("--out", type=Path, help="where pictures for training go")
    parser.add_argument("--count", type=int, default=4000, help="how many of them")
    chosen = parser.parse_args()
    settings = {
        "pixels": chosen.pixels,
        "samples": chosen.samples,
        "threads": chosen.threads,
        "share": chosen.share,
        "shares": chosen.shares,
    }
    if chosen.what == "photos":
        from .render import photograph

        photograph(SHOP / "photos", views=chosen.views, **settings)
    elif chosen.what == "shopper":
        from .shopper import photograph_as_shoppers

        photograph_as_shoppers(SHOP / "shopper_photos", **settings)
    elif chosen.what == "training":
        from .training import photograph_for_training

        if not chosen.out:
            parser.error("pictures for training are not part of the shop: give a folder with --out")
        photograph_for_training(chosen.out, count=chosen.count, **settings)
    else:
        from .catalogue import write_catalogue
        from .judgements import write_judgements

        write_catalogue(SHOP)
        write_judgements(SHOP)


main()
