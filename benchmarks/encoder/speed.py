"""How fast the serving encoder is, as ratios within one run on one thread.

    python -m benchmarks.encoder.speed [--encoder FOLDER_OR_NAME] [--rounds 30]

Beside it: the same weights in eager torch, CLIP ViT-B/32's towers with random weights, and the
rate at which this machine multiplies bfloat16 matrices. All take turns within each round, so that
a busy machine is as busy for one as for the other; medians are shown.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np
import torch
from PIL import Image
from torch.utils.flop_counter import FlopCounterMode
from transformers import CLIPConfig, CLIPModel

from benchmarks.encoder.source import open_encoder
from search.encoders.identity import find_folder
from search.encoders.torch_encoder import TorchEncoder

QUERY = "red running shoes"
TOKENS = 16  # of a query for CLIP, which is not padded to 77 here
SIDE = 2048  # of the matrices
MEGAPIXELS = (4000, 3000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--encoder")
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    torch.set_num_threads(1)
    work = contestants(options.encoder)
    counted = {kind: operations(work[f"{kind}, eager torch"]) for kind in ("text", "photo")}
    report(measure(work, options.rounds), counted)
    starting(options.encoder)


def contestants(source: str | None) -> dict[str, Callable[[], object]]:
    from django.conf import settings

    served = open_encoder(source)
    eager = TorchEncoder(find_folder(str(source or settings.ENCODER)), "eager")
    clip = CLIPModel(CLIPConfig()).eval()
    ids, pixels = torch.randint(1, 40_000, (1, TOKENS)), torch.randn(1, 3, 224, 224)
    photo = picture((400, 300))
    jpeg = encoded(picture(MEGAPIXELS))
    left = torch.randn(SIDE, SIDE, dtype=torch.bfloat16)

    def clip_text() -> object:
        with torch.inference_mode():
            return clip.get_text_features(input_ids=ids)

    def clip_image() -> object:
        with torch.inference_mode():
            return clip.get_image_features(pixel_values=pixels)

    return {
        "text, served": lambda: served.encode_texts([QUERY]),
        "text, eager torch": lambda: eager.encode_texts([QUERY]),
        "text, CLIP ViT-B/32 eager": clip_text,
        "photo, served": lambda: served.encode_images([photo]),
        "photo, eager torch": lambda: eager.encode_images([photo]),
        "photo, CLIP ViT-B/32 eager": clip_image,
        "12 MP JPEG, draft": lambda: decoded(jpeg, 2 * served.image_size),
        "12 MP JPEG, plain": lambda: decoded(jpeg, 0),
        "bfloat16 matrix product": lambda: left @ left,
    }


def picture(size: tuple[int, int]) -> Image.Image:
    noise = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC)


def encoded(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", quality=90)
    return target.getvalue()


def decoded(jpeg: bytes, side: int) -> Image.Image:
    """Decoded and resized to 448 pixels, shrunk while decoding where `side` says how far."""
    image = Image.open(io.BytesIO(jpeg))
    if side:
        image.draft("RGB", (side, side))
    return image.convert("RGB").resize((448, 336), Image.Resampling.BICUBIC)


def measure(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median processor seconds of each; processor time, because others use the machine too."""
    for each in work.values():
        each()
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, each in work.items():
            start = time.process_time()
            each()
            taken[name].append(time.process_time() - start)
    return {name: median(seconds) for name, seconds in taken.items()}


def operations(each: Callable[[], object]) -> int:
    """Additions and multiplications of the products and convolutions in torch."""
    with FlopCounterMode(display=False) as counter:
        each()
    return int(counter.get_total_flops())


def report(times: dict[str, float], counted: dict[str, int]) -> None:
    for name, seconds in times.items():
        print(f"{name:28} {seconds * 1000:8.2f} ms")
    for ours, theirs in (
        ("text, served", "text, eager torch"),
        ("text, served", "text, CLIP ViT-B/32 eager"),
        ("photo, served", "photo, eager torch"),
        ("photo, served", "photo, CLIP ViT-B/32 eager"),
        ("12 MP JPEG, draft", "12 MP JPEG, plain"),
    ):
        print(f"{ours} / {theirs.split(', ', 1)[1]}: {times[ours] / times[theirs]:.2f}")
    rate = 2 * SIDE**3 / times["bfloat16 matrix product"]
    print(f"bfloat16 matrix products: {rate / 1e9:.0f} Gflop/s")
    for kind, flops in counted.items():
        share = flops / times[f"{kind}, served"] / rate
        print(f"{kind}, served: {flops / 1e9:.2f} Gflop, {share:.0%} of that rate")


START = r"""
import os, re, time
begin = time.process_time()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
{code}
seconds = time.process_time() - begin
most = re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read()).group(1)
print(seconds, int(most) / 1024)
"""
SERVED = "from search.encoders import get_encoder; get_encoder({0}).encode_texts(['red shoes'])"
EAGER = """
from django.conf import settings
from search.encoders.torch_encoder import TorchEncoder
from search.encoders.identity import find_folder
TorchEncoder(find_folder(str({0} or settings.ENCODER)), "eager").encode_texts(["red shoes"])
"""


def starting(source: str | None) -> None:
    """Processor seconds from nothing to the first query, and the most memory on the way."""
    found = {}
    for name, code in (("served", SERVED), ("eager torch", EAGER)):
        program = START.format(code=code.format(repr(source)))
        runs = [
            subprocess.run(
                [sys.executable, "-c", program],
                capture_output=True,
                text=True,
                check=True,
                env=os.environ | {"OMP_NUM_THREADS": "1"},
            ).stdout.split()
            for _ in range(3)
        ]
        found[name] = [median(float(run[column]) for run in runs) for column in (0, 1)]
        print(f"start to first query, {name}: {found[name][0]:.2f} s, {found[name][1]:.0f} MB")
    print(f"start, served / eager torch: {found['served'][0] / found['eager torch'][0]:.2f}")


if __name__ == "__main__":
    main()
