"""What the audit of the catalogue found, and what somebody decided about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Product, ProductImage


class Finding(models.Model):
    """Something in the catalogue that looks wrong, with a proposal how to put it right.

    `fingerprint` names what was judged (the detector, and the texts and photos it compared), so a
    decision holds until one of these changes: the same finding does not come back, another may.
    """

    class Kind(models.TextChoices):
        COLOR = "color", _("says one colour and looks another")
        PHOTO = "photo", _("photo of another thing")
        SHARED = "shared", _("same photo on different products")
        DUPLICATE = "duplicate", _("listed twice")
        ALT = "alt", _("alt text missing or useless")
        MISSING = "missing", _("fact missing")
        UNWANTED = "unwanted", _("unwanted listing")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        CHANGED = "changed", _("accepted with a change")
        REJECTED = "rejected", _("rejected")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    product = models.ForeignKey(
        Product, models.CASCADE, related_name="findings", verbose_name=_("product")
    )
    other = models.ForeignKey(
        Product,
        models.CASCADE,
        null=True,
        related_name="findings_as_other",
        verbose_name=_("other product"),
    )
    # A decision outlives the photo that it removed.
    photo = models.ForeignKey(
        ProductImage,
        models.SET_NULL,
        null=True,
        related_name="findings",
        verbose_name=_("photo"),
    )
    score = models.FloatField(_("certainty"))  # 0 to 1; even odds stand at 0.5
    said = models.JSONField(default=dict)  # what the sentence of the finding is made of
    proposal = models.JSONField(default=dict)  # {"do": a remedy, "value": ...}
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("decided by")
    )
    decided = models.DateTimeField(_("decided"), null=True)
    found = models.DateTimeField(_("found"), auto_now_add=True)

    class Meta:
        db_table = "search_finding"
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        default_permissions = ("view",)
        permissions = [("decide_finding", _("Can decide about findings"))]
        constraints = [
            models.UniqueConstraint(fields=["kind", "fingerprint"], name="finding_once"),
        ]
        indexes = [
            # The queue, the surest first.
            models.Index(
                "kind", F("score").desc(), "id", name="finding_open", condition=Q(state="open")
            ),
            models.Index(F("decided").desc(), name="finding_decided", condition=~Q(state="open")),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
