"""An encoder that somebody has added is checked by a worker before anything is encoded with it.

Does it load, are its vectors what the tables take, does it tell things apart, and how fast is it
beside the one that serves? What is wrong is a sentence in the encoder's row.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from search.encoders import Encoder, EncoderError, get_encoder
from search.models import EncoderVersion
from search.versions import State, live_encoder

logger = logging.getLogger(__name__)

TEXTS = ("a red canvas sneaker", "blue mug", "oak chair", "Winterjacke für Kinder, wasserdicht")
COLORS = ((220, 20, 30), (30, 60, 220), (120, 70, 30), (128, 128, 128))
MOST_DIMENSIONS = 4_000  # that an HNSW index of half floats takes
LENGTH = 0.01  # how far a row's length may be from 1
SAME_VECTOR = 1e-4  # two different texts whose vectors differ by less are not told apart
ROUNDS = 3  # of which the fastest counts
ATTEMPTS = 3  # a check that a worker does not survive is not begun for ever


@dataclass(frozen=True)
class Speed:
    """Milliseconds a text and a photo, here and now."""

    text: float
    photo: float


def add(source: str) -> EncoderVersion:
    """Have a worker check the encoder of that hub name or folder; its name is not known yet."""
    now = timezone.now()
    return EncoderVersion.objects.create(
        name=f"{source[:170]} ({now:%Y-%m-%d %H:%M:%S})",
        source=source,
        dimensions=0,
        state=State.CHECKING,
    )


def check_again(version: EncoderVersion) -> None:
    """Have one that was refused looked at once more, as after its files were repaired."""
    refused = EncoderVersion.objects.filter(pk=version.pk, state=State.REFUSED)
    refused.update(state=State.CHECKING, since=timezone.now(), report={})


def check_added() -> None:
    for version in EncoderVersion.objects.filter(state=State.CHECKING):
        attempt = version.report.get("attempts", 0) + 1
        keep(version, report={"attempts": attempt})
        if attempt > ATTEMPTS:
            refuse(version, _("The worker stopped while loading it: it may need too much memory."))
            continue
        try:
            check(version)
        except EncoderError as error:
            refuse(version, str(error))
        except Exception as error:  # whatever the makers of a model have thought of
            logger.warning("%s cannot be checked", version.source, exc_info=True)
            refuse(version, _("It cannot be used: %(error)s") % {"error": error})


def check(version: EncoderVersion) -> None:
    """Raises EncoderError with a sentence where it cannot be used."""
    encoder = get_encoder(version.source)
    same = EncoderVersion.objects.filter(name=encoder.name).exclude(pk=version.pk)
    if same.exists():
        said = _("This encoder has been added already, as %(name)s.")
        raise EncoderError(said % {"name": encoder.name})
    if not 0 < encoder.dimensions <= MOST_DIMENSIONS:
        raise EncoderError(
            _("Its vectors have %(count)d numbers; at most %(most)d can be indexed.")
            % {"count": encoder.dimensions, "most": MOST_DIMENSIONS}
        )
    for vectors, what in (
        (encoder.encode_texts(TEXTS), _("texts")),
        (encoder.encode_images(pictures(encoder)), _("photos")),
    ):
        require_vectors(vectors, encoder, what)
    report = {"here": asdict(speed_of(encoder)), "serving": serving_speed()}
    keep(
        version,
        name=encoder.name,
        dimensions=encoder.dimensions,
        state=State.PAUSED,
        since=timezone.now(),
        report=report,
    )
    logger.info("%s can be filled.", encoder.name)


def require_vectors(vectors: np.ndarray, encoder: Encoder, what: str) -> None:
    """Finite rows of the promised shape and of unit length that are not all the same."""
    if vectors.shape != (len(TEXTS), encoder.dimensions) or not np.isfinite(vectors).all():
        raise EncoderError(_("It does not turn %(what)s into valid vectors.") % {"what": what})
    lengths = np.linalg.norm(vectors, axis=1)
    if np.abs(lengths - 1).max() > LENGTH:
        raise EncoderError(
            _("Its vectors of %(what)s are not of unit length, so they cannot be compared.")
            % {"what": what}
        )
    if np.ptp(vectors, axis=0).max() < SAME_VECTOR:
        raise EncoderError(
            _("It makes the same of all %(what)s: its weights are not there.") % {"what": what}
        )


def pictures(encoder: Encoder) -> list[Image.Image]:
    side = max(encoder.image_size, 1)
    return [Image.new("RGB", (side, side), color) for color in COLORS]


def speed_of(encoder: Encoder) -> Speed:
    """After the first call, which has loaded the weights."""
    photos = pictures(encoder)
    return Speed(
        fastest(lambda: encoder.encode_texts(TEXTS)), fastest(lambda: encoder.encode_images(photos))
    )


def fastest(work: Callable[[], Any]) -> float:
    """Milliseconds for one of what `work` does four of."""
    found = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return round(1000 * min(found) / len(TEXTS), 2)


def serving_speed() -> dict[str, float] | None:
    """Of the live encoder, measured the same way at the same time."""
    try:
        _version, encoder = live_encoder()
    except EncoderError:
        return None
    encoder.encode_texts(TEXTS)
    encoder.encode_images(pictures(encoder))
    return asdict(speed_of(encoder))


def refuse(version: EncoderVersion, sentence: str) -> None:
    keep(version, state=State.REFUSED, since=timezone.now(), report={"refusal": sentence})
    logger.warning("%s is refused: %s", version.source, sentence)


def keep(version: EncoderVersion, **fields: Any) -> None:
    """While nobody has deleted it meanwhile."""
    EncoderVersion.objects.filter(pk=version.pk, state=State.CHECKING).update(**fields)
