"""One encoder that looks through two trunks: the one that learns and the one it grew from."""

from __future__ import annotations

import copy
from typing import Any

from search.encoders.dual_encoder import VitrineDualEncoder


def keep_start(model: VitrineDualEncoder, side: int) -> VitrineDualEncoder:
    """`model` with a copy of its trunk and image head beside them; the first sees `side` pixels.

    Whatever is trained afterwards, the copy of the trunk stays. Its head goes on learning with
    the texts, so that one text head fits both.
    """
    config: Any = copy.deepcopy(model.config)
    config.keeps_start, config.trained_side = True, side
    both = VitrineDualEncoder(config)
    state = dict(model.state_dict())
    for own, kept in (("vision_model.", "kept_model."), ("image_head.", "kept_head.")):
        copies = {name: value for name, value in state.items() if name.startswith(own)}
        state |= {name.replace(own, kept, 1): value for name, value in copies.items()}
    both.load_state_dict(state)
    both.to(model.device)  # type: ignore[arg-type]
    return both.eval()
