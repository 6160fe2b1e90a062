"""What the text tower itself means, kept beside what training made of it.

Training pulls words to what the training pictures show, and forgets what they do not: after it,
"tell the time" found perfumes before watches. The main components of the text tower's own vectors
stay in dimensions of their own (see `search.encoders.dual_encoder`).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from search.encoders.dual_encoder import VitrineDualEncoder

DIMENSIONS = 128  # of 384: 89 % of the energy, and cosines that correlate at .98 with the full ones


@torch.no_grad()
def keep_meaning(model: VitrineDualEncoder, vectors: Tensor, dimensions: int = DIMENSIONS) -> None:
    """Give `model` the main components of the tower's last layer in `vectors` of many texts.

    Uncentred, so that cosines are kept and not only distances from the mean.
    """
    vectors = vectors[:, : model.config.text_width]
    _values, components = torch.linalg.eigh(vectors.T.double() @ vectors.double())
    model.config.meaning_dim = dimensions
    model.meaning = nn.Linear(vectors.shape[1], dimensions, bias=False)
    model.meaning.weight.copy_(components[:, -dimensions:].T)
