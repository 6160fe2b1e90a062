"""What looks for faults, one detector a file."""

from __future__ import annotations

from search.audit.detectors.alt_text import AltText
from search.audit.detectors.color_mismatch import ColorMismatch
from search.audit.detectors.duplicates import Duplicates
from search.audit.detectors.missing_facts import MissingFacts
from search.audit.detectors.photo_of_another import PhotoOfAnother
from search.audit.detectors.shared_photo import SharedPhoto
from search.audit.detectors.unwanted import Unwanted

DETECTORS = (
    ColorMismatch,
    PhotoOfAnother,
    SharedPhoto,
    Duplicates,
    AltText,
    MissingFacts,
    Unwanted,
)
