"""One encoder out of two that share their start: the trained one and the one it grew from."""

from __future__ import annotations

import copy
from typing import Any

from search.encoders.dual_encoder import VitrineDualEncoder


def keep_start(
    start: VitrineDualEncoder, trained: VitrineDualEncoder, side: int
) -> VitrineDualEncoder:
    """An encoder that looks through both trunks; the trained one at `side` pixels.

    `start` has trained heads on an untouched trunk, and `trained` went on from it, so that the
    mean of their text heads fits both (for the same reason Wortsman et al. 2022 average weights).
    """
    config: Any = copy.deepcopy(trained.config)
    config.keeps_start, config.trained_side = True, side
    both = VitrineDualEncoder(config)
    state = dict(trained.state_dict())
    for name, value in start.state_dict().items():
        if name.startswith("vision_model."):
            state[name.replace("vision_model.", "kept_model.", 1)] = value
        elif name.startswith("image_head."):
            state[name.replace("image_head.", "kept_head.", 1)] = value
        else:
            state[name] = (value + state[name]) / 2
    both.load_state_dict(state)
    return both.eval()
