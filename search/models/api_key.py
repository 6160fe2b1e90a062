"""Keys of the API: who may write, and which pages elsewhere may search."""

from __future__ import annotations

import hashlib
import re
import secrets
from contextlib import suppress
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.models import Source

BEGINNING = "vitrine_"
CHARACTERS_SHOWN = 14  # characters of a key that tell it from others, and nobody in
ORIGIN = re.compile(r"https?://([^/?#@\\\[\]]+|\[[0-9a-f:.]+\](:\d+)?)")
SEEN_EVERY = timedelta(minutes=1)


def origins(value: str) -> None:
    """Validator: each line is the origin of a page, as browsers send it."""
    for line in value.split():
        if not ORIGIN.fullmatch(line):
            raise ValidationError(
                _("“%(line)s” is no origin; write https://shop.example, with nothing behind it."),
                params={"line": line},
            )


class ApiKey(models.Model):
    """A key is shown once, when it is made; kept is its hash.

    It is 256 random bits: nobody guesses it, so its hash need not be slow, and can be looked up.
    """

    class Scope(models.TextChoices):
        READ = "read", _("read")
        WRITE = "write", _("read and write")

    name = models.CharField(_("name"), max_length=100, help_text=_("Who uses it, and what for."))
    scope = models.CharField(_("scope"), max_length=5, choices=Scope.choices, default=Scope.READ)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("source"),
        help_text=_("Whose products it writes. Empty: those of every source."),
    )
    origins = models.TextField(
        _("origins"),
        blank=True,
        validators=[origins],
        help_text=_("Of pages that may search from the browser, one a line: https://shop.example"),
    )
    a_minute = models.PositiveIntegerField(
        _("requests a minute"), default=1_200, help_text=_("0: as many as it likes.")
    )
    prefix = models.CharField(_("begins with"), max_length=CHARACTERS_SHOWN, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    last_used = models.DateTimeField(_("last used"), null=True, editable=False)
    revoked = models.DateTimeField(_("revoked"), null=True, editable=False)

    class Meta:
        db_table = "search_apikey"
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    def clean(self) -> None:
        if self.scope == self.Scope.WRITE and self.origins:
            raise ValidationError(
                {"origins": _("A key that stands in a page is known to everybody: it only reads.")}
            )

    @property
    def may_write(self) -> bool:
        return self.scope == self.Scope.WRITE

    def renew(self) -> str:
        """Give it a new secret, which is returned and nowhere kept."""
        secret = BEGINNING + secrets.token_urlsafe(32)
        self.prefix, self.digest = secret[:CHARACTERS_SHOWN], digest_of(secret)
        return secret

    def seen(self) -> None:
        """Note that it was used; once a minute, and not where the database only reads."""
        now = timezone.now()
        if self.last_used is None or now - self.last_used > SEEN_EVERY:
            with suppress(DatabaseError):
                ApiKey.objects.filter(pk=self.pk).update(last_used=now)


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def key_of(secret: str) -> ApiKey | None:
    """The key that is good, of this secret."""
    return ApiKey.objects.filter(digest=digest_of(secret), revoked=None).first()


def is_welcome(origin: str) -> bool:
    """Whether any key that is good lets pages of that origin search."""
    listed = ApiKey.objects.filter(scope=ApiKey.Scope.READ, revoked=None).exclude(origins="")
    return any(origin in each.split() for each in listed.values_list("origins", flat=True))
