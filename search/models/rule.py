"""What the people of the shop want of a search: pins, hides, boosts, banners, synonyms.

A row is what its page in admin shows, and may be a draft. `live` is what serves: the content as it
was published last, or null. Triggers number every change of it (`RuleVersion`), whoever writes.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from catalog.models import Category

CONTENT = (
    *("name", "act", "when", "words", "category_id", "filter", "examples", "products", "targets"),
    *("place", "strength", "synonyms", "also", "text", "address", "starts", "ends", "priority"),
)
DATES = ("starts", "ends")
LAST_PLACE = 100


def ids(name: str, help_text: str) -> Any:
    return ArrayField(
        models.BigIntegerField(), verbose_name=name, default=list, blank=True, help_text=help_text
    )


class Rule(models.Model):
    """When it acts, and what it then does."""

    class Act(models.TextChoices):
        PIN = "pin", _("pin: show these products at a place")
        HIDE = "hide", _("hide: do not show these products")
        BOOST = "boost", _("boost: lift these products")
        BURY = "bury", _("bury: lower these products")
        BANNER = "banner", _("banner: say something above the results")
        REDIRECT = "redirect", _("redirect: lead to another page")
        SYNONYM = "synonym", _("synonym: words that mean the same")

    class When(models.TextChoices):
        QUERY = "query", _("the query is exactly")
        WORDS = "words", _("the query has the words")
        CATEGORY = "category", _("this category is asked for")
        FILTER = "filter", _("this filter is chosen")
        PHOTO = "photo", _("a photo looks like these products")
        ALWAYS = "always", _("always")

    class Strength(models.IntegerChoices):
        LITTLE = 1, _("a little")
        CLEAR = 2, _("clearly")
        MUCH = 3, _("as far as it goes")

    name = models.CharField(_("name"), max_length=100)
    act = models.CharField(_("what it does"), max_length=10, choices=Act)
    when = models.CharField(_("when"), max_length=10, choices=When, default=When.QUERY)
    words = models.TextField(
        _("queries or words"), blank=True, max_length=2000, help_text=_("One a line.")
    )
    category = models.ForeignKey(
        Category, models.SET_NULL, null=True, blank=True, verbose_name=_("category")
    )
    filter = models.CharField(
        _("filter"), max_length=200, blank=True, help_text=_("As in “color:Red” or “brand:Palm”.")
    )
    examples = ids(
        _("example products"), _("Their photos show what a shopper's photo has to look like.")
    )
    products = ids(_("products"), _("SKUs, barcodes or titles, one a line, in their order."))
    targets = models.TextField(
        _("all products of"),
        blank=True,
        max_length=2000,
        help_text=_("As in “brand:Palm”, one a line. Not for pins."),
    )
    place = models.PositiveSmallIntegerField(
        _("place"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_PLACE)],
        help_text=_("Of the first product; the others follow it."),
    )
    strength = models.PositiveSmallIntegerField(
        _("how much"), choices=Strength, default=Strength.CLEAR
    )
    synonyms = models.CharField(
        _("words"), max_length=500, blank=True, help_text=_("As in “sofa, couch, settee”.")
    )
    also = models.CharField(
        _("find also"),
        max_length=500,
        blank=True,
        help_text=_("One way: the words above find these too."),
    )
    text = models.TextField(_("text of the banner"), blank=True, max_length=500)
    address = models.CharField(
        _("address"), max_length=2000, blank=True, help_text=_("As in “/c/shoes/” or “https://…”.")
    )
    starts = models.DateTimeField(_("from"), null=True, blank=True)
    ends = models.DateTimeField(_("to"), null=True, blank=True)
    priority = models.SmallIntegerField(
        _("priority"), default=0, help_text=_("The higher goes first where two want the same.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For your colleagues: why."))
    live = models.JSONField(_("published"), null=True, blank=True, editable=False)

    class Meta:
        db_table = "search_rule"
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["-priority", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def content(self) -> dict[str, Any]:
        """All that decides about searches, as JSON has it."""
        found = {name: getattr(self, name) for name in CONTENT}
        return found | {name: found[name].isoformat() if found[name] else None for name in DATES}

    @property
    def fingerprint(self) -> str:
        """Names the content, for a page that shows it and offers to publish what it shows."""
        told = json.dumps(self.content, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def is_draft(self) -> bool:
        """Whether something of the row does not serve yet."""
        return self.live != self.content

    @transaction.atomic
    def publish(self, by: str = "") -> None:
        """Serve this very content; what somebody has saved since it was read stays, as a draft."""
        self.live = self.content
        self.save(update_fields=["live"])
        RuleState.objects.create(rule=self, content=self.live, by=by)

    @transaction.atomic
    def withdraw(self, by: str = "") -> None:
        """Serve no more; the row stays, as a draft."""
        self.live = None
        self.save(update_fields=["live"])
        RuleState.objects.create(rule=self, content=None, by=by)

    @transaction.atomic
    def restore(self, state: RuleState, by: str = "") -> None:
        """Publish what the rule was at an earlier time, or withdraw it where it was withdrawn."""
        if state.content is None:
            return self.withdraw(by)
        for name in CONTENT:
            value = state.content.get(name, getattr(self, name))
            setattr(self, name, parse_datetime(value) if name in DATES and value else value)
        self.save(update_fields=CONTENT)
        return self.publish(by)


class RuleState(models.Model):
    """What a rule was from `at` on, to go back to."""

    rule = models.ForeignKey(Rule, models.CASCADE, related_name="states")
    content = models.JSONField(null=True)  # null: withdrawn
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=150, blank=True)

    class Meta:
        db_table = "search_rulestate"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.rule} {self.at:%Y-%m-%d %H:%M}"


class RuleVersion(models.Model):
    """One row, written by triggers: a number that no earlier state of the rules had."""

    number = models.BigIntegerField(default=0)

    class Meta:
        db_table = "search_ruleversion"

    def __str__(self) -> str:
        return f"version {self.number}"
