"""What looks for faults, one detector a file."""

from __future__ import annotations

from search.audit.detectors.color_mismatch import ColorMismatch
from search.audit.detectors.duplicates import Duplicates
from search.audit.detectors.photo_of_another import PhotoOfAnother

DETECTORS = (ColorMismatch, PhotoOfAnother, Duplicates)
