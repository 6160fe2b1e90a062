"""The recipe: every number that decides what comes out of training, and nothing else.

Seven stages, each of which starts from what the one before it learned:

1. `heads`: the trunk is frozen and its features are computed once; the two heads learn on them.
2. `blocks` (to adapt only): augmented views are computed once up to block `kept_blocks`; the blocks
   above learn on those maps, at a fifth of the price of the next stage.
3. `trunk`: every layer learns, on pictures augmented anew at each step.
4. `upper`: the same with the stem and the first `still_blocks` blocks at rest, at a quarter of the
   price and so for many more epochs.
5. `both` (none by default: a GPU's work): every layer of both trunks, on the same views. Small
   views come first, as they cost less, and views of the served size last (Tan and Le 2021).
6. `beside` (none by default): the convolutions of 1 x 1 after block `beside_blocks` of the trunk
   beside learn on maps of `beside_views` views of each picture, computed once: one as it is, the
   others augmented. Noise, the mean and the tie between pictures are as in the next stage.
7. `settle`: the trunks rest again, and the heads learn on features computed once, in batches large
   enough to tell one title from another. By `settle_mean` the mean of both views, which is what
   is served, learns beside each, and every feature is multiplied by 1 + N(0, `settle_noise`) at
   each step: a trunk has seen its training pictures for dozens of epochs, and its features of new
   ones are noisier. By `settle_photos` pictures stay near those that they were near before.
   The defaults have none of the three; heads that settle once more do
   (docs/encoder_experiments.md).

A trunk that stays untouched but for `both` and `beside` looks beside the one that learns
(`keep_start`), and its head learns in every stage. To adapt (`keep_texts`), an encoder that has one
keeps its texts where they are, and so the head of the trunk beside, which was fitted to them.

Batch norms keep their pretrained statistics throughout (switching them to training mode midway
made the loss jump). All stages minimise the same: the contrastive loss between a picture and a
caption drawn anew each time, plus two ties to the untouched backbone that let the encoder travel
to pictures of other shops: `kept_classes` on its class scores, `kept_names` on the MiniLM vectors
of its class names. `kept_imagined` of both ties a step are on features made up of the classes that
no picture shows (`imagined.py`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Recipe:
    """Defaults made what ships, but for its last settling and `kept_imagined`, which came later.
    Epochs of 0 leave a stage out."""

    seed: int = 0
    dimensions: int = 384
    meaning: int = 128
    text_layers: tuple[int, ...] = (-1, 0)
    loss: str = "softmax"
    serve_side: int = 224
    keep_start: bool = True
    keep_texts: bool = False
    head_epochs: float = 6.0
    head_batch: int = 1024
    head_rate: float = 1e-3
    head_titles: float = 1.0
    kept_blocks: int = 9
    views: int = 30_000
    view_side: int = 96
    block_epochs: float = 0.0
    block_batch: int = 512
    block_rate: float = 8e-4
    side: int = 112
    trunk_epochs: float = 5.0
    trunk_batch: int = 256
    trunk_rate: float = 4e-4
    still_blocks: int = 3
    upper_epochs: float = 18.0
    upper_batch: int = 512
    upper_rate: float = 5e-4
    both_epochs: float = 0.0
    both_batch: int = 1024
    both_sides: tuple[int, ...] = (160, 224)
    both_rate: float = 5e-4
    both_head_rate: float = 5e-4
    both_titles: float = 1.5
    both_mean: float = 1.0
    both_photos: float = 0.0
    beside_epochs: float = 0.0
    beside_blocks: int = 12
    beside_views: int = 4
    beside_batch: int = 1024
    beside_rate: float = 8e-4
    beside_head_rate: float = 5e-4
    beside_titles: float = 2.5
    beside_noise: float = 0.3
    beside_mean: float = 1.0
    beside_photos: float = 1.0
    settle_epochs: float = 16.0
    settle_rate: float = 5e-4
    settle_titles: float = 2.5
    settle_noise: float = 0.0
    settle_mean: float = 0.0
    settle_photos: float = 0.0
    weight_decay: float = 0.02
    warm_up: int = 30
    average: float = 0.99
    plain: float = 0.15
    balance: float = 0.5
    alike: float = 0.0
    other_positives: float = 0.3
    kept_classes: float = 0.3
    kept_names: float = 0.5
    kept_imagined: int = 512
    extra_captions: int = 512
    rival_captions: int = 512

    @property
    def trains_trunk(self) -> bool:
        """Whether more than the heads will learn."""
        return any((self.block_epochs, self.trunk_epochs, self.upper_epochs, self.both_epochs))

    @property
    def trains_beside(self) -> bool:
        """Whether the trunk beside will learn, and not its head alone."""
        return bool(self.both_epochs or self.beside_epochs)

    @property
    def keeps_start(self) -> bool:
        """Whether what is started from stays beside: only where the trunk will be another one."""
        return self.keep_start and self.trains_trunk

    def as_dict(self) -> dict[str, object]:
        return asdict(self)


# For `train_encoder --adapt`: from the serving encoder, heads and upper blocks, gently, in minutes.
ADAPT = Recipe(
    head_epochs=20.0,
    head_rate=3e-4,
    keep_start=False,
    keep_texts=True,
    kept_imagined=0,
    views=3_000,
    block_epochs=3.0,
    block_batch=256,
    block_rate=2e-4,
    trunk_epochs=0.0,
    upper_epochs=0.0,
    settle_epochs=0.0,
)


@dataclass(frozen=True)
class Languages:
    """For `train_encoder --multilingual`: nothing learns but the head of the second text tower."""

    seed: int = 0
    captions: int = 20_000
    words: int = 6_000
    phrases: int = 2_000
    english: float = 0.5
    ridge: float = 1e-3
    steps: int = 500
    batch: int = 1024
    rate: float = 2e-3
    warm_up: int = 50
    weight_decay: float = 0.05
    average: float = 0.99
    blur: float = 0.3
    scale: float = 20.0
    distil: float = 3.0
