"""The average of the weights follows what learns, on a trunk of any family."""

from __future__ import annotations

import torch
from torch import nn

from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder
from search.training.average import follow, start_average


def test_a_trunk_that_counts_its_batches_is_followed() -> None:
    model, trunk = VitrineDualEncoder(VitrineConfig(classes=3, projection_dim=8)), nn.BatchNorm2d(2)
    average = start_average(trunk, model)
    nn.init.constant_(trunk.weight, 3.0)
    follow(average, trunk, model, keep=0.5)
    assert torch.equal(average["trunk.weight"], torch.tensor([2.0, 2.0]))
    assert int(average["trunk.num_batches_tracked"]) == 0
