"""What an encoder of ours sees with one trunk or both, at other sizes, and with several looks.

    python -m benchmarks.encoder.looks ENCODER_FOLDER DATA [--crops]

`DATA` has fashion/ and photos/ with their manifests and zip files. Held-out products are searched
by title; of the three other sources the names of the kinds are searched, which is R-precision on
strangers only if the encoder was trained with `--hold-out` of all three. `--crops` adds the mean
of the whole picture, its mirror image and four crops.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import django
import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()  # the thesaurus lives in one of its apps; no database is asked

# ruff: noqa: E402
from benchmarks.encoder.fashion import title_to_picture
from benchmarks.encoder.variants import STRANGERS, corpora
from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder
from search.training.captions import TextVectors
from search.training.image_store import PictureStore
from search.training.pairs import Pair
from search.training.trunk import fuse, trunk_in_bfloat16
from search.training.validation import kind_of, r_precisions

MOST = 1500  # pictures of a source
SIDES = {"trained": (112, 128, 144), "kept": (160, 192, 224)}
BATCH = 50
Item = tuple[PictureStore, Pair]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("encoder", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--crops", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = VitrineDualEncoder.from_pretrained(options.encoder, dtype=torch.float32).eval()
    looks = Looks(model, sources(options.data))
    for name, see in settings(options.crops).items():
        values = looks.measure(see)
        print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |", flush=True)


def settings(crops: bool) -> dict[str, Callable[[Looks, str], Tensor]]:
    def one(trunk: str, side: int) -> Callable[[Looks, str], Tensor]:
        return lambda looks, source: looks.seen(source, trunk, side)

    def both(trained: int, kept: int, share: float = 0.5) -> Callable[[Looks, str], Tensor]:
        return lambda looks, source: (
            share * looks.seen(source, "trained", trained)
            + (1 - share) * looks.seen(source, "kept", kept)
        )

    found = {f"{trunk}, {side} px": one(trunk, side) for trunk in SIDES for side in SIDES[trunk]}
    found |= {
        f"both, {trained} and {kept} px": both(trained, kept)
        for trained in SIDES["trained"]
        for kept in SIDES["kept"]
    }
    found |= {f"both, {share:.0%} trained": both(112, 224, share) for share in (0.35, 0.65)}
    if crops:
        found["both, 112 and 224 px, six looks"] = lambda looks, source: sum(
            (
                looks.seen(source, "trained", 112, look) + looks.seen(source, "kept", 224, look)
                for look in LOOKS
            ),
            torch.zeros(()),
        )
    return found


def sources(data: Path) -> dict[str, list[Item]]:
    """By name of the source; of the shop that was trained on, what was held out."""
    found: dict[str, list[Item]] = {"held out": []}
    for corpus in corpora(data):
        for pair in corpus.pairs:
            if pair.source in STRANGERS:
                found.setdefault(pair.source, []).append((corpus.store, pair))
            elif pair.split == "validation":
                found["held out"].append((corpus.store, pair))
    random = np.random.default_rng(0)
    for name in STRANGERS:
        chosen = random.permutation(len(found[name]))[:MOST]
        found[name] = [found[name][number] for number in sorted(chosen)]
    return found


def corner(left: float, top: float) -> Callable[[Image.Image], Image.Image]:
    def look(picture: Image.Image) -> Image.Image:
        width, height = picture.size
        return picture.crop(
            (left * width, top * height, (left + 0.8) * width, (top + 0.8) * height)
        )

    return look


LOOKS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "": lambda picture: picture,
    "mirror": lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    **{f"{x} {y}": corner(x, y) for x in (0, 0.2) for y in (0, 0.2)},
}


class Looks:
    """Unit rows of every source, seen by one trunk at one size, each computed once."""

    def __init__(self, model: VitrineDualEncoder, items: dict[str, list[Item]]) -> None:
        self.model, self.items = model, items
        self.encode = TextVectors(cast(VitrineConfig, model.config))
        self.trunks = {
            "trained": (trunk_in_bfloat16(fuse(model.vision_model)), model.image_head),
            "kept": (trunk_in_bfloat16(fuse(model.kept_model)), model.kept_head),
        }
        self.seen = cache(self._seen)

    @torch.inference_mode()
    def _seen(self, source: str, trunk: str, side: int, look: str = "") -> Tensor:
        module, head = self.trunks[trunk]
        parts = []
        for start in range(0, len(self.items[source]), BATCH):
            batch = [
                np.asarray(LOOKS[look](store.open(pair.image)).resize((side, side)))
                for store, pair in self.items[source][start : start + BATCH]
            ]
            pixels = torch.from_numpy(np.stack(batch)).permute(0, 3, 1, 2).float() / 127.5 - 1
            values = pixels.to(torch.bfloat16).contiguous(memory_format=torch.channels_last)
            pooled = module(pixel_values=values).pooler_output.flatten(1).float()
            parts.append(functional.normalize(head(pooled), dim=-1))
        return torch.cat(parts)

    @torch.inference_mode()
    def measure(self, see: Callable[[Looks, str], Tensor]) -> list[float]:
        """R@10 and MRR of held-out titles, then the R-precision of kinds, source by source."""
        titles = [pair.fields["title"] for _store, pair in self.items["held out"]]
        images = functional.normalize(see(self, "held out"), dim=-1)
        _one, ten, reciprocal = title_to_picture(self.texts(titles).numpy(), images.numpy())
        return [ten, reciprocal] + [self.kinds(source, see(self, source)) for source in STRANGERS]

    def kinds(self, source: str, images: Tensor) -> float:
        labels = np.array([kind_of(pair) for _store, pair in self.items[source]])
        names = sorted(set(labels))
        cosines = self.texts(names) @ functional.normalize(images, dim=-1).T
        return float(np.mean(list(r_precisions(cosines, names, labels))))

    def texts(self, texts: list[str]) -> Tensor:
        return functional.normalize(
            self.model.text_head(torch.from_numpy(self.encode(texts))), dim=-1
        )


if __name__ == "__main__":
    main()
