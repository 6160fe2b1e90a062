"""Is all well? The numbers on top of admin's front page, each a link to what it counts.

Every statement is bounded at any size of the shop: large tables are estimated ("about"), what waits
is counted up to a limit, and a count that takes too long is an estimate too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from catalog import disk
from catalog.cache import remembered
from catalog.estimates import size
from catalog.models import ImportRun, Product
from search import sql
from search.examination import WORKER_SILENT
from search.indexing import coverage, hnsw
from search.indexing.content import KINDS
from search.indexing.coverage import COUNTED_EXACTLY
from search.log.reports import today
from search.models import EncoderVersion
from search.tasks import HEARTBEAT, MAINTAINED
from search.versions import live_version

MOST_WAITING = 10_000  # rows of a kind that are counted
PATIENCE = 0.5  # seconds for a count that no index answers
MANY_WITHOUT_RESULT = 0.2  # of the searches of a day

INSTALLATION = "admin:vitrine_search_encoderversion_installation"
PRODUCTS, IMPORTS, ENCODERS, SEARCHES = (
    *("catalog.view_product", "catalog.view_importrun"),
    *("vitrine_search.view_encoderversion", "vitrine_search.view_loggedsearch"),
)

WITHOUT_PHOTO = """
    SELECT count(*) FROM catalog_product p
     WHERE active AND NOT EXISTS (SELECT FROM catalog_productimage i WHERE i.product_id = p.id)"""
# Postgres' own idea of how many products have one.
WITH_PHOTO = """
    SELECT CASE WHEN n_distinct < 0 THEN -n_distinct * reltuples ELSE n_distinct END
      FROM pg_stats JOIN pg_class ON relname = tablename
     WHERE tablename = 'catalog_productimage' AND attname = 'product_id'"""


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    address: str
    note: str = ""
    bad: bool = False


def facts(user: AbstractBaseUser | Any) -> list[Fact]:
    """All that the user may know, in the order of the page."""
    groups: dict[str, Callable[[], Iterator[Fact]]] = {
        PRODUCTS: of_products,
        IMPORTS: of_imports,
        ENCODERS: of_indexing,
        SEARCHES: of_searches,
    }
    return [
        fact
        for permission, group in groups.items()
        if user.has_perm(permission)
        for fact in group()
    ]


def of_products() -> Iterator[Fact]:
    listed = reverse("admin:catalog_product_changelist")
    active = size(Product.objects.filter(active=True), COUNTED_EXACTLY)
    yield Fact(_("Products"), about(size(Product.objects.all(), COUNTED_EXACTLY)), listed)
    yield Fact(_("Active"), about(active), f"{listed}?active__exact=1")
    lacking, exact = without_photo(active)
    number = number_format(lacking, force_grouping=True)
    shown = number if exact else _("about %s") % number
    yield Fact(_("Without photo"), shown, f"{listed}?active__exact=1&photos=none")
    version = live_version()
    if version is not None:
        rows = [kind.rows.objects.filter(encoder=version) for kind in KINDS]
        waiting = at_most(MOST_WAITING, *(each.queue() for each in rows))
        failed = at_most(MOST_WAITING, *(each.given_up() for each in rows))
        yield Fact(_("Waiting to be indexed"), waiting, f"{listed}?indexed=no")
        yield Fact(_("Failed"), failed, f"{listed}?indexed=failed", bad=failed != "0")


def of_imports() -> Iterator[Fact]:
    run = ImportRun.objects.select_related("source").first()
    if run is None:
        yield Fact(_("Last import"), _("none yet"), reverse("admin:catalog_importrun_changelist"))
        return
    created = date_format(timezone.localtime(run.created), "SHORT_DATETIME_FORMAT")
    yield Fact(
        _("Last import"),
        run.get_state_display(),
        reverse("admin:catalog_importrun_change", args=[run.pk]),
        f"{run.source or run.command}, {created}",
        bad=run.state == ImportRun.State.FAILED,
    )


def of_indexing() -> Iterator[Fact]:
    version = live_version()
    if version is None:
        listed = reverse("admin:vitrine_search_encoderversion_changelist")
        yield Fact(_("Encoder"), _("nothing is indexed yet"), listed, bad=True)
    else:
        yield from of_encoder(version)
    yield worker(_("Worker"), HEARTBEAT)
    yield worker(_("Worker for long tasks"), MAINTAINED)
    room = disk.usage()
    free = _("%s free") % filesizeformat(room.free)
    yield Fact(
        _("Disk"), free, reverse(INSTALLATION), filesizeformat(room.total), bad=disk.is_low()
    )


def of_encoder(version: EncoderVersion) -> Iterator[Fact]:
    address = reverse("admin:vitrine_search_encoderversion_change", args=[version.pk])
    done, total = coverage(version)
    share = _("%d %% indexed") % (100 * done // total if total else 100)
    yield Fact(_("Encoder"), version.name, address, share)
    missing = hnsw.missing(version)
    state = _("missing: %s") % ", ".join(missing) if missing else _("as needed")
    yield Fact(_("Vector indexes"), state, address, bad=bool(missing))


def worker(label: str, key: str) -> Fact:
    seen: datetime | None = remembered(key, datetime)
    silent = seen is None or timezone.now() - seen > WORKER_SILENT
    if seen is None:
        shown = _("not seen")
    else:
        shown = _("seen %s ago") % timesince(seen, depth=1) if silent else _("at work")
    return Fact(label, shown, reverse(INSTALLATION), bad=silent)


def of_searches() -> Iterator[Fact]:
    listed = reverse("admin:vitrine_search_loggedsearch_changelist")
    if not settings.SEARCH_LOG:
        yield Fact(_("Searches today"), _("not logged"), listed)
        return
    found = today()
    number = number_format(found.searches, force_grouping=True)
    shown = _("more than %s") % number if found.capped else number
    yield Fact(_("Searches today"), shown, f"{listed}?report=time&days=1")
    yield Fact(
        _("Without result"),
        _("%d %%") % round(100 * found.share_without_result),
        f"{listed}?report=empty&days=1",
        bad=found.share_without_result > MANY_WITHOUT_RESULT,
    )
    hour = found.slowest_hour
    yield Fact(
        _("Slowest hour"),
        _("%d ms") % found.milliseconds if hour else "–",
        f"{listed}?report=slow&days=1",
        _("from %s, on average") % date_format(hour, "TIME_FORMAT") if hour else "",
    )


def about(number: int) -> str:
    """An exact number, or Postgres' estimate of a large table (`size`)."""
    shown = number_format(number, force_grouping=True)
    return _("about %s") % shown if number > COUNTED_EXACTLY else shown


def at_most(most: int, *rows: Any) -> str:
    """How many there are together, if they are not more than that many of one kind."""
    counts = [each[: most + 1].count() for each in rows]
    if any(count > most for count in counts):
        return _("more than %s") % number_format(most, force_grouping=True)
    return number_format(sum(counts), force_grouping=True)


def without_photo(active: int) -> tuple[int, bool]:
    """How many active products have no photo, and whether they were counted."""
    try:
        return sql.rows(WITHOUT_PHOTO, seconds=PATIENCE)[0][0], True
    except sql.OutOfTime:
        known = sql.rows(WITH_PHOTO)
        return max(0, active - int(known[0][0]) if known else 0), False


def failures() -> list[tuple[str, int]]:
    """Why texts and photos were given up, the commonest reason first."""
    version = live_version()
    found: Counter[str] = Counter()
    for kind in KINDS if version else ():
        rows = kind.rows.objects.filter(encoder=version).given_up()
        found.update(row.reason for row in rows.only("error", "attempts")[:MOST_WAITING])
    return found.most_common(5)
