"""What was searched and clicked: for some weeks a row a search, then only sums a day.

No address, no browser, no photo and nobody's name. Keys begin with their time (UUIDv7), so the
primary key alone finds a stretch of time, the latest rows, and the oldest to be forgotten.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

WORDS = 200  # characters of a query that are kept


class LoggedSearch(models.Model):
    """One page of results that was answered."""

    class Kind(models.TextChoices):
        WORDS = "words", _("words")
        PHOTO = "photo", _("photo")
        BOTH = "both", _("photo and words")
        PRODUCT = "product", _("like a product")
        BROWSE = "browse", _("filters alone")

    id = models.UUIDField(primary_key=True, editable=False)
    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("asked with"), max_length=7, choices=Kind)
    words = models.CharField(_("words"), max_length=WORDS, blank=True)
    chips = ArrayField(models.CharField(max_length=120), verbose_name=_("understood as"))
    filters = models.JSONField(_("filters"), default=dict)
    page = models.PositiveIntegerField(_("page"))
    total = models.PositiveIntegerField(_("results"))
    shown = ArrayField(models.BigIntegerField(), verbose_name=_("products shown"))
    language = models.CharField(_("language"), max_length=7)
    milliseconds = models.PositiveIntegerField(_("milliseconds"))
    degraded = models.BooleanField(_("answered by less than all"))
    by_api = models.BooleanField(_("by the API"))
    corrected = models.CharField(_("corrected to"), max_length=WORDS, blank=True)
    # Other words that the same session had searched minutes before: these refine them.
    before = models.CharField(_("searched before"), max_length=WORDS, blank=True)
    session = models.CharField(max_length=16, editable=False)  # of one day: `search.log.sessions`
    clicks = models.PositiveSmallIntegerField(_("clicks"), default=0)
    # Of which interleaving, and of each product shown by which of its teams it was brought.
    interleaving = models.BigIntegerField(null=True)
    teams = models.CharField(max_length=48, blank=True, db_default="")

    class Meta:
        db_table = "search_loggedsearch"
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["session", "at"], name="logged_session"),
            models.Index(
                fields=["interleaving", "id"],
                condition=Q(interleaving__isnull=False),
                name="logged_interleaving",
            ),
        ]

    def __str__(self) -> str:
        return self.words or str(self.get_kind_display())


class Click(models.Model):
    """A product that was opened from a page of results, once a search."""

    pk = models.CompositePrimaryKey("search", "product_id")
    # Neither is a constraint: both are taken away by the million, and a click holds nobody up.
    search = models.ForeignKey(
        LoggedSearch, models.DO_NOTHING, related_name="clicked", db_constraint=False
    )
    product_id = models.BigIntegerField()
    place = models.PositiveIntegerField()  # on the list, from 1
    at = models.DateTimeField()

    class Meta:
        db_table = "search_click"
        verbose_name = _("click")
        verbose_name_plural = _("clicks")

    def __str__(self) -> str:
        return f"{self.product_id} at {self.place}"


class SearchDay(models.Model):
    """A day's searches of the same words; with no words, of all searches of the day."""

    pk = models.CompositePrimaryKey("day", "words")
    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=WORDS)
    searches = models.PositiveIntegerField(_("searches"))
    sessions = models.PositiveIntegerField(_("sessions"))
    without_result = models.PositiveIntegerField(_("without result"))
    without_click = models.PositiveIntegerField(_("without click"))
    refined = models.PositiveIntegerField(_("refined"))
    corrected = models.PositiveIntegerField(_("corrected"))
    slow = models.PositiveIntegerField(_("slow"))
    degraded = models.PositiveIntegerField(_("answered by less than all"))
    photos = models.PositiveIntegerField(_("with a photo"))
    milliseconds = models.BigIntegerField(_("milliseconds together"))
    dropped = models.PositiveIntegerField(_("not written"), default=0)  # there was no room to wait

    class Meta:
        db_table = "search_searchday"
        verbose_name = _("day of searches")
        verbose_name_plural = _("days of searches")
        indexes = [models.Index(fields=["words", "day"], name="search_day_words")]

    def __str__(self) -> str:
        return f"{self.day}: {self.words or _('all')}"
