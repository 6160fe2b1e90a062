"""A made-up training set: shapes in colours, with the words for them."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from PIL import Image, ImageDraw
from transformers import MobileNetV2Config, MobileNetV2ForImageClassification

COLOURS = ["red", "green", "blue", "yellow", "black", "purple"]
SHAPES = ["disc", "square", "bar"]


def make_manifest(folder: Path, each: int = 4) -> Path:
    """`folder`/things.jsonl and its pictures; the last of each kind is held out."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for colour in COLOURS:
        for shape in SHAPES:
            for number in range(each):
                name = f"{colour}-{shape}-{number}.png"
                _draw(colour, shape, number).save(folder / name)
                rows.append(
                    {
                        "image": name,
                        "title": f"{colour} {shape}",
                        "articleType": shape,
                        "baseColour": colour,
                        "split": "validation" if number == each - 1 else "train",
                    }
                )
    path = folder / "things.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def _draw(colour: str, shape: str, number: int) -> Image.Image:
    picture = Image.new("RGB", (40, 40), "white")
    pen, edge = ImageDraw.Draw(picture), 6 + number
    if shape == "disc":
        pen.ellipse((edge, edge, 40 - edge, 40 - edge), colour)
    elif shape == "square":
        pen.rectangle((edge, edge, 40 - edge, 40 - edge), colour)
    else:
        pen.rectangle((edge, 16, 40 - edge, 24), colour)
    return picture


def make_classifier(folder: Path) -> Path:
    """A small MobileNetV2 that names five classes, with random weights that let gradients pass."""
    torch.manual_seed(0)
    labels = dict(enumerate(["background", "disc", "square", "bar", "ball, sphere"]))
    config = MobileNetV2Config(depth_multiplier=0.25, image_size=32, id2label=labels)
    model = MobileNetV2ForImageClassification(config)
    for weights in model.parameters():
        if weights.dim() == 4:
            torch.nn.init.kaiming_normal_(weights, nonlinearity="relu")
    model.save_pretrained(folder)
    return folder
