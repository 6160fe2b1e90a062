"""The encoders that embeddings were made with."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class EncoderVersion(models.Model):
    """An encoder that embeddings were made with. One is live; a new one fills beside it.

    Retired is what was live before: the way back. Paused was never live.
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("waiting to be checked")
        REFUSED = "refused", _("cannot be used")
        PAUSED = "paused", _("paused")
        FILLING = "filling", _("filling beside the live one")
        LIVE = "live", _("live")
        RETIRED = "retired", _("retired")
        LEAVING = "leaving", _("being deleted")

    name = models.CharField(_("name"), max_length=200, unique=True)
    source = models.CharField(_("hub name or folder"), max_length=500)
    dimensions = models.PositiveSmallIntegerField(_("dimensions"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.FILLING)
    # The fitted curve of each retriever; weights unlike the defaults; the measured modality gap.
    calibration = models.JSONField(_("calibration"), default=dict, blank=True, editable=False)
    # What the check of an added encoder found, or why it cannot be used (search.indexing.checking).
    report = models.JSONField(_("check"), default=dict, blank=True, editable=False)
    # Up to which id every text and photo has been looked at for this encoder; None: all of them.
    # Triggers queue what changes, so only a new encoder and the nightly check begin at 0.
    texts_marked = models.BigIntegerField(null=True, default=0, editable=False)
    photos_marked = models.BigIntegerField(null=True, default=0, editable=False)
    made = models.DateTimeField(_("made"), auto_now_add=True)
    since = models.DateTimeField(_("in this state since"), default=timezone.now, editable=False)

    class Meta:
        db_table = "search_encoderversion"
        verbose_name = _("encoder")
        verbose_name_plural = _("encoders")
        ordering = ["-made"]
        permissions = [("switch_encoderversion", "Can make an encoder live and roll back")]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="live"), name="one_live_encoder"
            ),
        ]

    def __str__(self) -> str:
        return self.name
