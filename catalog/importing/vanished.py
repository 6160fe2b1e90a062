"""What a source no longer has: kept, hidden or deleted, and never too much of it unasked."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.importing.errors import FileError
from catalog.importing.report import Report
from catalog.importing.ways import way
from catalog.models import Product, Source, Variant

KEEP, HIDE, DELETE = "keep", "hide", "delete"
SHARE_MOST = 0.3  # of the articles of a source; a file that lacks more is taken for a broken one
AT_ONCE, PAGE = 1_000, 20_000


@dataclass
class Vanished:
    """Remembers which articles a file has, eight bytes each, and deals with the others."""

    source: Source | None
    missing: str = KEEP
    force: bool = False
    seen: array[int] = field(default_factory=lambda: array("q"))

    def deal(self, report: Report, dry_run: bool) -> None:
        """Say how many articles of the source are not in the file, and do what was asked.

        FileError where they are more than a part of all, and `force` is not given.
        """
        there = np.fromiter(self.there(), dtype=np.int64)
        gone = np.setdiff1d(there, np.frombuffer(self.seen, dtype=np.int64))
        if gone.size:
            gone = np.setdiff1d(gone, np.fromiter(self.refused(report), dtype=np.int64))
        if not gone.size:
            return
        report.missing = self.sentence(gone.size, there.size)
        if self.missing == KEEP:
            return
        if gone.size > SHARE_MOST * there.size and not self.force:
            report.missing = _(
                "%(sentence)s That is more than %(most)d %%: nothing is hidden or deleted. "
                "%(way)s does it."
            ) % {"sentence": report.missing, "most": SHARE_MOST * 100, "way": way("force")}
            if dry_run:
                return
            raise FileError(f"{report.missing} {_('What is in the file was imported.')}")
        if not dry_run:
            for pks in parts(gone):
                self.take_away(pks)

    def there(self) -> Iterator[int]:
        """The articles of the source that are in the catalogue, in flat memory."""
        own = Variant.objects.filter(product__source=self.source, vanished=None).order_by("pk")
        last = 0
        while page := list(own.filter(pk__gt=last).values_list("pk", flat=True)[:PAGE]):
            yield from page
            last = page[-1]

    def refused(self, report: Report) -> Iterator[int]:
        """The articles whose rows are bad: they are in the file, and not missing.

        Which of a group a row without a number means nobody knows: any of them.
        """
        of_source = Variant.objects.filter(product__source=self.source).order_by()
        for start in range(0, len(report.refused), AT_ONCE):
            refused = report.refused[start : start + AT_ONCE]
            skus, ids = ({row[at] for row in refused} - {""} for at in (1, 2))
            groups = {group for group, *numbers in refused if not any(numbers)} - {""}
            named = Q(sku__in=skus) | Q(source_id__in=ids) | Q(product__group__in=groups)
            yield from of_source.filter(named).values_list("pk", flat=True)

    def sentence(self, gone: int, all_of_them: int) -> str:
        what = {
            KEEP: _("They were kept; %(way)s takes them out.") % {"way": way("missing")},
            HIDE: _("They are hidden."),
            DELETE: _("They are deleted."),
        }
        refused = self.missing != KEEP and gone > SHARE_MOST * all_of_them and not self.force
        said = _("%(gone)d of %(all)d articles of %(source)s are not in the file. %(what)s") % {
            "gone": gone,
            "all": all_of_them,
            "source": self.source or _("the catalogue (without a source)"),
            "what": "" if refused else what[self.missing],
        }
        return said.strip()

    def take_away(self, pks: list[int]) -> None:
        """Hide or delete these variants, and the products of which nothing else is left."""
        variants = Variant.objects.filter(pk__in=pks)
        with transaction.atomic():
            products = list(variants.order_by().values_list("product_id", flat=True).distinct())
            touched = Product.objects.filter(pk__in=products)
            if self.missing == DELETE:
                variants.delete()
                touched.filter(variants=None).delete()
                return
            now = timezone.now()
            variants.filter(vanished=None).update(vanished=now, availability="out_of_stock")
            left = Variant.objects.filter(product__in=products, vanished=None).values("product")
            touched.filter(active=True).exclude(pk__in=left).update(active=False, vanished=now)


def parts(pks: np.ndarray) -> Iterator[list[int]]:
    for start in range(0, pks.size, AT_ONCE):
        yield pks[start : start + AT_ONCE].tolist()
