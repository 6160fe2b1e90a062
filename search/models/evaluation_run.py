"""Measurements of the whole search on a set of judgements, and two of them side by side."""

from __future__ import annotations

from django.conf import settings as configured
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.models.encoder import EncoderVersion
from search.models.judgement import JudgedQuery, Judgement, JudgementSet
from search.models.settings_version import SettingsVersion

USER = configured.AUTH_USER_MODEL


class EvaluationRun(models.Model):
    """What a search with these settings, this encoder and these rules finds for each query of a
    set. A worker asks the queries in pieces and goes on where a kill has stopped it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for the worker")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    judgements = models.ForeignKey(
        JudgementSet, models.CASCADE, related_name="runs", verbose_name=_("judgement set")
    )
    settings = models.ForeignKey(
        SettingsVersion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settings"),
        help_text=_("Empty: those that are published when the run is made."),
    )
    encoder = models.ForeignKey(
        EncoderVersion,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("encoder"),
        help_text=_("Empty: the one that is live when the run is made."),
    )
    rules = models.BooleanField(_("with the shop's rules"), default=True)
    by = models.CharField(
        _("judgements of"), max_length=10, choices=Judgement.By, default=Judgement.By.PEOPLE
    )
    # As they were when the run was made, whatever becomes of the rows.
    encoder_name = models.CharField(_("encoder"), max_length=200, blank=True, editable=False)
    values = models.JSONField(default=dict, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.WAITING, editable=False
    )
    error = models.TextField(_("reason"), blank=True, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    total = models.PositiveIntegerField(default=0, editable=False)
    leased_until = models.DateTimeField(null=True, editable=False)
    summary = models.JSONField(default=dict, editable=False)  # search.experiments.measuring
    made = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        USER,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    finished = models.DateTimeField(_("finished"), null=True, editable=False)

    class Meta:
        db_table = "search_evaluationrun"
        verbose_name = _("run")
        verbose_name_plural = _("runs")
        ordering = ["-pk"]

    def __str__(self) -> str:
        used = self.settings.name if self.settings else _("defaults")
        without = "" if self.rules else ", " + _("without rules")
        return f"{self.pk}: {used}, {self.encoder_name}{without}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.WAITING, self.State.RUNNING)


class Ranking(models.Model):
    """What a run found for a query, best first."""

    run = models.ForeignKey(EvaluationRun, models.CASCADE, related_name="rankings")
    query = models.ForeignKey(JudgedQuery, models.CASCADE, related_name="+")
    products = ArrayField(models.BigIntegerField())

    class Meta:
        db_table = "search_ranking"
        constraints = [
            models.UniqueConstraint(fields=["run", "query"], name="ranked_once_in_a_run"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id}: {self.query_id}"


class Experiment(models.Model):
    """Two runs on the same judgements: what is, and what it would become."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    old = models.ForeignKey(
        EvaluationRun, models.CASCADE, related_name="+", verbose_name=_("as it is")
    )
    new = models.ForeignKey(
        EvaluationRun, models.CASCADE, related_name="+", verbose_name=_("as it would be")
    )
    made = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(
        USER,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        db_table = "search_experiment"
        verbose_name = _("experiment")
        verbose_name_plural = _("experiments")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
