"""Contests of two versions of settings on live traffic, decided by shoppers' clicks."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Interleaving(models.Model):
    """Two versions of settings whose results share one list (search.ranking.interleaving)."""

    class State(models.TextChoices):
        READY = "ready", _("not started")
        RUNNING = "running", _("running")
        ENDED = "ended", _("ended")

    name = models.CharField(_("name"), max_length=100)
    # Keys of versions of settings; 0: whatever is published.
    first = models.PositiveBigIntegerField(_("first"), default=0)
    second = models.PositiveBigIntegerField(_("second"), default=0)
    share = models.PositiveSmallIntegerField(
        _("share of sessions, in percent"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    state = models.CharField(
        _("state"), max_length=7, choices=State, default=State.READY, editable=False
    )
    started = models.DateTimeField(_("started"), null=True, editable=False)
    ended = models.DateTimeField(_("ended"), null=True, editable=False)
    # The votes of the days before `counted_to`, whose rows may be forgotten.
    first_votes = models.PositiveIntegerField(default=0, editable=False)
    second_votes = models.PositiveIntegerField(default=0, editable=False)
    counted_to = models.DateField(null=True, editable=False)

    class Meta:
        db_table = "search_interleaving"
        verbose_name = _("interleaving")
        verbose_name_plural = _("interleavings")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="running"), name="one_running_interleaving"
            ),
            models.CheckConstraint(
                condition=~Q(first=F("second")),
                name="interleaving_of_two",
                violation_error_message=_("Choose two different versions."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
