"""Where training computes: on a GPU if torch sees one."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor


def best_device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def moved(values: Tensor, device: torch.device) -> Tensor:
    """On that device; a GPU is not waited for."""
    if device.type == "cpu" or values.is_cuda:
        return values
    return values.pin_memory().to(device, non_blocking=True)


def generator_on(device: torch.device, random: np.random.Generator) -> torch.Generator:
    """torch's, on that device, which goes on from `random`."""
    return torch.Generator(device).manual_seed(int(random.integers(2**62)))
