"""A look over the whole catalogue, as far as it has come."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AuditRun(models.Model):
    """One run of the audit: the row is its progress, so whoever finds it goes on from there.

    Products are looked at in the order of their ids, a piece at a time; `position` is the last id
    that is done, `last` the largest there was at the start.
    """

    class State(models.TextChoices):
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("failed")

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RUNNING)
    kinds = ArrayField(models.CharField(max_length=10), verbose_name=_("looked for"))
    position = models.BigIntegerField(default=0)
    last = models.BigIntegerField(default=0)
    products = models.PositiveIntegerField(_("products seen"), default=0)
    findings = models.PositiveIntegerField(_("new findings"), default=0)
    note = models.TextField(_("note"), blank=True)
    started = models.DateTimeField(_("started"), auto_now_add=True)
    seen = models.DateTimeField(_("last piece"), auto_now=True)
    finished = models.DateTimeField(_("finished"), null=True)

    class Meta:
        db_table = "search_auditrun"
        verbose_name = _("audit run")
        verbose_name_plural = _("audit runs")
        ordering = ["-id"]
        default_permissions = ("view", "add", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="running"), name="one_running_audit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M}"

    @property
    def percent(self) -> int:
        if self.state == self.State.DONE:
            return 100
        return min(99, 100 * self.position // max(self.last, 1))
