"""Where products come from: the system that stays their master, and the runs of its imports."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from catalog.addresses import ETAG_LENGTH, web_address

ENCODINGS = (
    *("UTF-8", "UTF-16", *(f"Windows-{page}" for page in range(1250, 1258))),
    *("Shift_JIS", "EUC-KR", "GB18030", "Big5"),
)


class Source(models.Model):
    """A system, or a part of it, whose files and calls speak for its own products only."""

    class Missing(models.TextChoices):
        KEEP = "keep", _("keep them")
        HIDE = "hide", _("hide them")
        DELETE = "delete", _("delete them")

    name = models.SlugField(_("name"), max_length=60, unique=True)
    address = models.CharField(
        _("address of its file"),
        max_length=2000,
        blank=True,
        db_default="",
        validators=[web_address],
        help_text=_("Such as https://shop.example/feed.xml. Empty: files are uploaded."),
    )
    format = models.CharField(
        _("format"),
        max_length=30,
        blank=True,
        db_default="",
        help_text=_("Empty: it is recognised by what stands in the file."),
    )
    decimal = models.CharField(
        _("decimal sign"),
        max_length=1,
        blank=True,
        db_default="",
        choices=[(".", "1.20"), (",", "1,20")],
        help_text=_("Only where prices such as 1,200 could be read in two ways."),
    )
    mapping = models.TextField(
        _("mapping"),
        blank=True,
        db_default="",
        help_text=_("Of columns that are not recognised; a trial shows one to be edited."),
    )
    missing = models.CharField(
        _("articles that are not in the file"),
        max_length=6,
        choices=Missing.choices,
        default=Missing.KEEP,
        db_default="keep",
    )
    every = models.PositiveIntegerField(
        _("every so many minutes"),
        default=0,
        db_default=0,
        help_text=_("Asks the address so often. 0: only when somebody says so."),
    )
    encoding = models.CharField(
        _("encoding"),
        max_length=20,
        blank=True,
        db_default="",
        choices=[(name.lower(), name) for name in ENCODINGS],
        help_text=_("Only where a report asks for it."),
    )
    # In which its reports are: the one of whoever has saved it last.
    language = models.CharField(max_length=10, blank=True, db_default="", editable=False)
    etag = models.CharField(max_length=ETAG_LENGTH, blank=True, db_default="", editable=False)
    due = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.every:
            self.due = None
        elif self.due is None:
            self.due = timezone.now()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.every and not self.address:
            raise ValidationError({"every": _("Only an address can be asked by itself.")})

    @property
    def wording(self) -> translation.override:
        """A context in which sentences about its files are in its language."""
        return translation.override(self.language or settings.LANGUAGE_CODE)

    def postpone(self) -> None:
        """The next time that its address is asked."""
        self.due = timezone.now() + timedelta(minutes=self.every) if self.every else None
        self.save(update_fields=["due"])


class ImportRun(models.Model):
    """One import, or a trial of one: of a source, by a worker that another follows where it dies;
    or of whatever file the command was given, and by it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    source = models.ForeignKey(
        Source, models.CASCADE, related_name="runs", verbose_name=_("source"), null=True, blank=True
    )
    command = models.CharField(
        _("file of the command"), max_length=300, blank=True, db_default="", editable=False
    )
    file = models.FileField(_("file"), upload_to="imports/", blank=True, max_length=300)
    dry_run = models.BooleanField(_("trial"), default=False)
    force = models.BooleanField(_("however much is missing"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.WAITING)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    seen = models.DateTimeField(_("last seen"), null=True)
    attempts = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    finished = models.DateTimeField(_("finished"), null=True)
    done = models.PositiveIntegerField(_("rows done"), default=0)
    total = models.PositiveIntegerField(_("rows"), default=0)
    summary = models.TextField(_("result"), blank=True)
    problems = models.TextField(_("problems"), blank=True)
    bad_rows = models.FileField(
        _("rows to be mended"), upload_to="imports/", blank=True, db_default="", max_length=300
    )
    mapping = models.TextField(_("how its columns are read"), blank=True, db_default="")
    problem_count = models.PositiveIntegerField(_("problems"), default=0)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["id"], name="import_run_open", condition=models.Q(finished__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        of = self.source or self.command
        return f"{of} {self.created:%Y-%m-%d %H:%M}" if self.created else ""

    @property
    def new_products(self) -> dict[str, Any]:
        """The lookups of the products that this import has made: of its source, since it or the one
        before it was at an end. One that was made by hand meanwhile is of no source."""
        before = ImportRun.objects.filter(source=self.source_id, pk__lt=self.pk, dry_run=False)
        ended = before.filter(finished__gt=self.created).aggregate(at=models.Max("finished"))["at"]
        until = self.finished or timezone.now()
        return {"source": self.source_id, "created__range": (ended or self.created, until)}
