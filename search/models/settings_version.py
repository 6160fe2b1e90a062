"""Versions of what the shop sets of its search; one is published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SettingsVersion(models.Model):
    """Weights, cut-off, mixing: what retrieval reads (search.retrieval.settings).

    While none is published, everything is as the code has it. What was published once is never
    changed again, so that a measurement can say what it measured.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        RETIRED = "retired", _("no longer published")

    name = models.CharField(_("name"), max_length=100, unique=True)
    note = models.TextField(_("what is tried with it"), blank=True)
    values = models.JSONField(_("settings"), default=dict, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    # What was published before, for the way back; None: the defaults.
    replaced = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    made = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    since = models.DateTimeField(_("in this state since"), auto_now_add=True)

    class Meta:
        db_table = "search_settingsversion"
        verbose_name = _("version of settings")
        verbose_name_plural = _("versions of settings")
        ordering = ["-made"]
        permissions = [("publish_settingsversion", "Can publish and roll back settings")]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="published"), name="one_published_settings"
            ),
        ]

    def __str__(self) -> str:
        return self.name
